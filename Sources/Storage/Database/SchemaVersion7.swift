/// What the seventh version changes: a body is found under its hash by way of the revisions that have it. An index of its
/// own cost each body another page, and so did the table of those that are wanted.
enum SchemaVersion7 {
    static let sql = """
        -- Where the body is, or the moment as of which it is wanted of peers. Of the revisions that have one body the first
        -- alone says so, for all of them; both are NULL where the body was dropped or given up for age.
        ALTER TABLE revision ADD COLUMN body INTEGER;
        ALTER TABLE revision ADD COLUMN wanted INTEGER;
        UPDATE revision SET
            body = (SELECT body.id FROM body WHERE hash = body_hash),
            wanted = (SELECT wanted_body.first_seen FROM wanted_body WHERE hash = body_hash)
        WHERE id = (SELECT min(same.id) FROM revision AS same WHERE same.body_hash = revision.body_hash);
        UPDATE revision SET wanted = NULL WHERE body IS NOT NULL;
        CREATE INDEX revision_by_wanted ON revision (wanted) WHERE wanted IS NOT NULL;
        DROP TABLE wanted_body;

        CREATE TABLE new_body (
            id   INTEGER PRIMARY KEY,
            -- SHA-256 of the HTML: what the revisions that have it say, for the case that they are lost.
            hash BLOB NOT NULL,
            size INTEGER NOT NULL,
            -- Sanitised, zstd.
            html BLOB NOT NULL
        ) STRICT;
        INSERT INTO new_body SELECT id, hash, size, html FROM body;
        DROP TABLE body;
        ALTER TABLE new_body RENAME TO body;
        -- To count them by: the table itself lies on a hundred times as many pages.
        CREATE INDEX body_list ON body (id);

        -- A row goes through fewer merges the more segments each has. More than 16 segments of a size may wait for one, as
        -- merging is done after those who wait for the rows have their answer.
        INSERT INTO search (search, rank) VALUES ('usermerge', 16), ('crisismerge', 64);

        """
}
