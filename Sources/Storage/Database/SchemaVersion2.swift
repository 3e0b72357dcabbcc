/// What the second version adds: what this node learns of sites. Local, and of use only here.
enum SchemaVersion2 {
    static let sql = """
        -- Blocks that repeat across the pages of a site, as they were counted while its pages passed by. It can be
        -- thrown away at any time and is learnt anew.
        CREATE TABLE site_furniture (
            -- The host, or the directory of pages in files.
            site    TEXT PRIMARY KEY,
            -- When it last grew.
            learnt  INTEGER NOT NULL,
            -- How texts became hashes; counts of another version are not read.
            version INTEGER NOT NULL,
            -- See SiteFurniture.encoded.
            counts  BLOB NOT NULL
        ) STRICT;

        """
}
