/// What the ninth version changes: bodies lie packed together, many to a row.
enum SchemaVersion9 {
    static let sql = """
        -- What packs are packed with (BodyDictionary), of this node and of peers.
        CREATE TABLE dictionary (
            id      INTEGER PRIMARY KEY,
            -- The beginning of the SHA-256 of its content.
            name    INTEGER NOT NULL UNIQUE,
            -- zstd.
            content BLOB NOT NULL,
            -- Packs that were made with it here.
            packs   INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        -- A row of bodies has one of them, as a zstd frame of its own, or several as a pack (BodyPack). Its hash is then
        -- the hashes of all, one after another, with zeros in place of those that were dropped; its count is of those that
        -- were not, and its size is that of all.
        ALTER TABLE body ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE body ADD COLUMN dictionary INTEGER;
        DROP INDEX body_list;
        -- To count bodies by, and to find those that lie by themselves.
        CREATE INDEX body_by_count ON body (count);
        CREATE INDEX body_packs ON body (id) WHERE dictionary IS NOT NULL;

        """
}
