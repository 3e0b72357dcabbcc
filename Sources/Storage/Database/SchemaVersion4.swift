/// What the fourth version adds: what this node keeps no longer. Local, and of use only here.
enum SchemaVersion4 {
    static let sql = """
        -- Revisions whose bodies were dropped for age. Their rows and registers stay: peers have them, and the feed may
        -- list the entry still. A new revision of the article is not among them, and so brings it back.
        CREATE TABLE dropped (
            revision INTEGER PRIMARY KEY REFERENCES revision ON DELETE CASCADE,
            -- 0 it had been revised by then, 1 its article stays as a headline, 2 the article went too: it is in no story
            -- and found by no search.
            extent   INTEGER NOT NULL
        ) STRICT;

        """
}
