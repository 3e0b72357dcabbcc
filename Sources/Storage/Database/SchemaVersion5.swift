/// What the fifth version changes: texts lie in the order in which they came. Under their keys, which are hashes, each
/// new one dirtied a page of its own, and its fingerprint fills a fifth of it.
enum SchemaVersion5 {
    static let sql = """
        -- Made anew from the bodies, as after a change of the rules.
        DROP TABLE text;
        DELETE FROM setting WHERE name = 'folding-rules';

        -- Derived: one row for each text that articles are folded under, and where it stands.
        CREATE TABLE text (
            id          INTEGER PRIMARY KEY,
            key         INTEGER NOT NULL UNIQUE,
            fingerprint BLOB NOT NULL,
            core_group  INTEGER,
            story       INTEGER REFERENCES story
        ) STRICT;
        CREATE INDEX text_by_group ON text (core_group, key) WHERE core_group IS NOT NULL;
        CREATE INDEX text_by_story ON text (story, key) WHERE story IS NOT NULL;

        """
}
