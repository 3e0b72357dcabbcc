/// What the sixth version changes: an article dirties fewer pages. Each index by a hash costs one of its own, and all of
/// those that went were doing what another could.
enum SchemaVersion6 {
    static let sql = """
        -- Derived: the anchors of texts that were added last, in rows that lie side by side. They reach the table of
        -- anchors later, many at a time and in its order; until then a row here has all of its text's.
        CREATE TABLE recent_anchors (
            -- That of the text.
            text    INTEGER PRIMARY KEY,
            key     INTEGER NOT NULL,
            -- Four bytes each, the lowest first.
            anchors BLOB NOT NULL
        ) STRICT;
        -- How far they have got there, in its one row; see RecentAnchors.
        CREATE TABLE anchor_hand (
            id            INTEGER PRIMARY KEY CHECK (id = 1),
            anchor        INTEGER NOT NULL,
            text          INTEGER NOT NULL,
            last_of_round INTEGER NOT NULL
        ) STRICT;

        -- A text that is a group by itself is found under its own key.
        DROP INDEX text_by_group;
        CREATE INDEX text_by_group ON text (core_group, key) WHERE core_group <> key;

        -- Articles refer to texts by their rows.
        DROP INDEX article_by_text;
        UPDATE article SET folded_text = (SELECT text.id FROM text WHERE text.key = folded_text)
            WHERE folded_text IS NOT NULL;
        CREATE INDEX article_by_text ON article (folded_text, folded_content) WHERE folded_text IS NOT NULL;

        -- A revision is looked up among those of its article.
        CREATE TABLE new_revision (
            id           INTEGER PRIMARY KEY,
            -- Key of the register that carries it.
            key          BLOB NOT NULL,
            article      INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            first_seen   INTEGER NOT NULL,
            content_hash BLOB NOT NULL,
            body_hash    BLOB NOT NULL,
            title        TEXT NOT NULL,
            link         TEXT,
            -- The link's host in lower case, without www.
            site         TEXT,
            agency       TEXT,
            dateline     TEXT,
            language     TEXT,
            published    INTEGER,
            -- UTF-8 bytes of the canonical text; NULL until the body is here.
            length       INTEGER
        ) STRICT;
        INSERT INTO new_revision
            SELECT id, key, article, first_seen, content_hash, body_hash, title, link, site, agency, dateline, language,
                published, length
            FROM revision;
        DROP TABLE revision;
        ALTER TABLE new_revision RENAME TO revision;
        CREATE INDEX revision_by_article ON revision (article, first_seen);
        CREATE INDEX revision_by_body ON revision (body_hash);

        -- The index is merged a little at each transaction; see SearchIndex.
        INSERT INTO search (search, rank) VALUES ('automerge', 0), ('usermerge', 8);

        -- Of aliases, those of kind 0 are now only the entry ids that an article took over: the one that it has its name
        -- from finds it without.

        """
}
