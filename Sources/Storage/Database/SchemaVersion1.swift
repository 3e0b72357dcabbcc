/// The first version of the database, as SQL to be read from top to bottom.
///
/// Three kinds of tables. *What was captured and what the reader did* is replicated through the registers and is
/// never lost. *Local state* (polling, events, undo) belongs to this node alone. *Derived data* (stories, anchors, the
/// full-text index) can be thrown away and made again from the first kind.
///
/// Times are milliseconds since 1970-01-01T00:00:00Z. Flags are 0 and 1. Ids that peers share are blobs: 16 bytes of
/// SHA-256 for feeds and articles, 32 for contents, bodies and stories. Row ids are local and mean nothing elsewhere.
enum SchemaVersion1 {
    static let sql = feeds + articles + readersWord + stories + search + changelog + local

    private static let feeds = """
        -- A feed that is, was or could be subscribed to. Articles of peers may come from feeds that this node does
        -- not poll; those have a row here too, with subscribed = 0.
        CREATE TABLE feed (
            id              INTEGER PRIMARY KEY,
            key             BLOB NOT NULL UNIQUE,
            -- As it was first written. Article ids are made from it, so it stays when the feed moves.
            url             TEXT NOT NULL,
            -- Where the feed is polled now, if that is elsewhere.
            address         TEXT,
            -- The reader's own title, and what the feed calls itself.
            title           TEXT,
            published_title TEXT,
            site_url        TEXT,
            subscribed      INTEGER NOT NULL DEFAULT 0,
            -- Whether this node's configuration file lists it; leaving the file then ends the subscription.
            configured      INTEGER NOT NULL DEFAULT 0,
            -- Settings that are the same on all nodes; NULL is the default. The interval is in seconds;
            -- the folder holds the reader's tags, a line each.
            folder          TEXT,
            interval        INTEGER,
            full_text       INTEGER,
            user_agent      TEXT,
            proxy           TEXT,
            http1_only      INTEGER
        ) STRICT;

        -- All of a feed that was first seen up to a moment is read, and the clock value of the change that says so.
        -- Under the feed's key: a peer's word may come before the feed.
        CREATE TABLE feed_mark (
            feed    BLOB PRIMARY KEY,
            through INTEGER NOT NULL,
            clock   INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What the next poll needs to know. Never replicated.
        CREATE TABLE feed_poll (
            feed           INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
            etag           TEXT,
            last_modified  TEXT,
            -- SHA-256 of the last body that was parsed: a 200 with the same bytes needs no parsing.
            body_hash      BLOB,
            last_attempt   INTEGER,
            last_success   INTEGER,
            next_poll      INTEGER,
            -- One line for a person: why the next poll is when it is.
            reason         TEXT,
            failures       INTEGER NOT NULL DEFAULT 0,
            -- What the scheduler remembers for itself; opaque here.
            memory         BLOB
        ) STRICT;

        -- The last answers of each feed, for `feed why` and `status`; the newest 20 are kept.
        CREATE TABLE fetch_outcome (
            id       INTEGER PRIMARY KEY,
            feed     INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
            time     INTEGER NOT NULL,
            -- HTTP status, or 0 where none was received.
            status   INTEGER NOT NULL,
            failed   INTEGER NOT NULL,
            -- One line that a person understands.
            message  TEXT NOT NULL,
            bytes    INTEGER NOT NULL,
            duration INTEGER NOT NULL,
            added    INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX fetch_outcome_by_feed ON fetch_outcome (feed, id);

        """

    private static let articles = """
        -- What one feed published under one entry id.
        CREATE TABLE article (
            id             INTEGER PRIMARY KEY,
            key            BLOB NOT NULL UNIQUE,
            feed           INTEGER NOT NULL REFERENCES feed,
            entry_id       TEXT NOT NULL,
            -- The earliest sight by any peer.
            first_seen     INTEGER NOT NULL,
            -- What lists are ordered by: when the publisher says, unless that is later than the first sight or absurd.
            time           INTEGER NOT NULL,
            -- The revision that readers are shown: the one seen last.
            revision       INTEGER,
            revision_count INTEGER NOT NULL DEFAULT 0,
            -- Hash of the entry as the feed last gave it; equal means that there is nothing to do.
            entry_hash     INTEGER,
            -- Derived from the flags and the feed's mark: 0 new, 1 read, 2 marked unread by the reader; and up to
            -- which moment it counts as read.
            reading        INTEGER NOT NULL DEFAULT 0,
            read_moment    INTEGER,
            is_hidden      INTEGER NOT NULL DEFAULT 0,
            -- Derived by folding: the text it was folded under, the content hash that it had then, and the story.
            folded_text    INTEGER,
            folded_content BLOB,
            story          INTEGER
        ) STRICT;
        CREATE INDEX article_by_feed ON article (feed, first_seen);
        CREATE INDEX article_by_story ON article (story) WHERE story IS NOT NULL;
        CREATE INDEX article_by_text ON article (folded_text, folded_content) WHERE folded_text IS NOT NULL;

        -- One state of an article's content. Authors, picture, categories and enclosures are in the register.
        CREATE TABLE revision (
            id           INTEGER PRIMARY KEY,
            -- Key of the register that carries it.
            key          BLOB NOT NULL UNIQUE,
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
        CREATE INDEX revision_by_article ON revision (article, first_seen);
        CREATE INDEX revision_by_body ON revision (body_hash);

        -- Names by which an entry of a feed finds its article: kind 0 its entry ids, 1 its links, 2 its contents, each
        -- as 63 bits of a hash. So an article is known again when the publisher changes its id, address or title.
        CREATE TABLE alias (
            feed    INTEGER NOT NULL,
            kind    INTEGER NOT NULL,
            hash    INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            PRIMARY KEY (feed, kind, hash)
        ) STRICT, WITHOUT ROWID;

        -- Sanitised HTML, zstd, once per SHA-256 of the HTML.
        CREATE TABLE body (
            id   INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            html BLOB NOT NULL
        ) STRICT;

        -- Bodies that a peer's articles refer to and that have not come yet.
        CREATE TABLE wanted_body (
            hash       BLOB PRIMARY KEY,
            first_seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX wanted_body_by_time ON wanted_body (first_seen);

        """

    private static let readersWord = """
        -- What the reader said of an article, under its key: a peer's word may come before the article itself.
        -- NULL where nothing was said.
        CREATE TABLE flag (
            article    BLOB PRIMARY KEY,
            read       INTEGER,
            -- Clock value of the change that set read; a mark of the whole feed with a lower one gives way.
            read_clock INTEGER,
            starred    INTEGER,
            hidden     INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tag (
            article BLOB NOT NULL,
            tag     TEXT NOT NULL,
            PRIMARY KEY (article, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tag_by_name ON tag (tag, article);

        -- Edits of notes; those that no other supersedes are shown, more than one where two nodes edited apart.
        CREATE TABLE note (
            key     BLOB PRIMARY KEY,
            article BLOB NOT NULL,
            text    TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX note_by_article ON note (article);
        CREATE TABLE note_superseded (
            key BLOB NOT NULL,
            by  BLOB NOT NULL,
            PRIMARY KEY (key, by)
        ) STRICT, WITHOUT ROWID;

        -- 1: the reader said that two articles are one story, 2: that they are not. first < second.
        CREATE TABLE ruling (
            first  BLOB NOT NULL,
            second BLOB NOT NULL,
            ruling INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ruling_by_second ON ruling (second, first);

        -- Named queries, and queries with actions, as all nodes share them.
        CREATE TABLE saved_search (
            name  TEXT PRIMARY KEY,
            query TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rule (
            name    TEXT PRIMARY KEY,
            query   TEXT NOT NULL,
            expires INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rule_action (
            rule   TEXT NOT NULL,
            step   INTEGER NOT NULL,
            action TEXT NOT NULL,
            PRIMARY KEY (rule, step)
        ) STRICT, WITHOUT ROWID;

        """

    private static let stories = """
        -- Derived: the articles that are copies of one another, with what lists show of them.
        CREATE TABLE story (
            id         INTEGER PRIMARY KEY,
            hash       BLOB NOT NULL UNIQUE,
            -- The copy whose headline and body are shown; NULL while there is nothing to show.
            best       INTEGER,
            agency     TEXT,
            -- Copies that are not hidden.
            copies     INTEGER NOT NULL DEFAULT 0,
            -- The earliest time and sight of a copy, and the latest sight.
            time       INTEGER NOT NULL DEFAULT 0,
            first_seen INTEGER NOT NULL DEFAULT 0,
            latest     INTEGER NOT NULL DEFAULT 0,
            -- 0 unread, 1 read, 2 updated
            state      INTEGER NOT NULL DEFAULT 0,
            starred    INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX story_by_time ON story (time, hash) WHERE copies > 0;
        CREATE INDEX story_by_state ON story (state, time, hash) WHERE copies > 0;

        -- Derived: one row for each text that articles are folded under, and where it stands.
        CREATE TABLE text (
            key         INTEGER PRIMARY KEY,
            fingerprint BLOB NOT NULL,
            core_group  INTEGER,
            story       INTEGER REFERENCES story
        ) STRICT;
        CREATE INDEX text_by_group ON text (core_group, key) WHERE core_group IS NOT NULL;
        CREATE INDEX text_by_story ON text (story, key) WHERE story IS NOT NULL;

        -- Derived: hashes by which copies find each other. 17 bytes a row.
        CREATE TABLE anchor (
            anchor INTEGER NOT NULL,
            text   INTEGER NOT NULL,
            PRIMARY KEY (anchor, text)
        ) STRICT, WITHOUT ROWID;

        -- Derived: how two texts stand to one another, seen from both. See Relation.code.
        CREATE TABLE edge (
            text     INTEGER NOT NULL,
            other    INTEGER NOT NULL,
            relation INTEGER NOT NULL,
            PRIMARY KEY (text, other)
        ) STRICT, WITHOUT ROWID;

        -- Articles that came from peers and wait to be folded; and revisions that wait to be made searchable.
        CREATE TABLE unfolded (article INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE unindexed (revision INTEGER PRIMARY KEY) STRICT;

        """

    private static let search = """
        -- Derived: what can be searched, by row id of the revision. Contentless: the text itself is in the body.
        -- SQLite 3.40 cannot delete from a contentless table without the old text, so a superseded revision stays
        -- here until a rebuild, and searches look only at rows that an article shows now.
        CREATE VIRTUAL TABLE search USING fts5 (
            title, body, author,
            content = '', tokenize = 'porter unicode61 remove_diacritics 2'
        );

        """

    private static let changelog = """
        -- The log: one row per register, its newest state only. docs/protocol.md explains versions and positions.
        -- In order of lseq, which moves to the end at each change; so the log needs no compaction.
        CREATE TABLE register (
            lseq         INTEGER PRIMARY KEY,
            key          BLOB NOT NULL,
            kind         INTEGER NOT NULL,
            clock        INTEGER NOT NULL,
            author       INTEGER NOT NULL,
            value_prefix INTEGER NOT NULL,
            origin       INTEGER NOT NULL,
            sequence     INTEGER NOT NULL,
            value        BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX register_by_key ON register (key, kind);
        CREATE INDEX register_by_position ON register (origin, sequence);

        -- This node's own counters, in its one row, and the file that the database was when last opened: a copy or a
        -- restored backup is noticed by its being another. 64-bit numbers without sign keep their bits.
        CREATE TABLE node (
            id       INTEGER PRIMARY KEY CHECK (id = 1),
            origin   INTEGER NOT NULL,
            log      INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            chain    INTEGER NOT NULL,
            lseq     INTEGER NOT NULL,
            clock    INTEGER NOT NULL
        ) STRICT;

        -- How far every other origin's changes are held here, and chains at earlier places.
        CREATE TABLE origin (
            id       INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            chain    INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE origin_mark (
            origin   INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            chain    INTEGER NOT NULL,
            PRIMARY KEY (origin, sequence)
        ) STRICT, WITHOUT ROWID;

        -- The digest over all registers, in 64 rows of 1 KiB.
        CREATE TABLE digest (
            "group" INTEGER PRIMARY KEY,
            sums    BLOB NOT NULL
        ) STRICT;

        -- Places in the logs of peers, and in this log as peers were told them; rank 0 is the newest.
        CREATE TABLE cursor_in (
            peer  BLOB NOT NULL,
            rank  INTEGER NOT NULL,
            log   INTEGER NOT NULL,
            lseq  INTEGER NOT NULL,
            nonce INTEGER NOT NULL,
            PRIMARY KEY (peer, rank)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cursor_out (
            peer  BLOB NOT NULL,
            rank  INTEGER NOT NULL,
            lseq  INTEGER NOT NULL,
            nonce INTEGER NOT NULL,
            PRIMARY KEY (peer, rank)
        ) STRICT, WITHOUT ROWID;

        -- What peers sent that could not be right; the newest thousand.
        CREATE TABLE quarantine (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            peer     BLOB NOT NULL,
            received INTEGER NOT NULL,
            kind     INTEGER NOT NULL,
            key      BLOB NOT NULL,
            reason   TEXT NOT NULL,
            value    BLOB NOT NULL
        ) STRICT;

        -- The roster of this owner's nodes, as the registers say.
        CREATE TABLE device (
            id         BLOB PRIMARY KEY,
            name       TEXT NOT NULL,
            is_revoked INTEGER NOT NULL,
            register   BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        """

    private static let local = """
        -- What happened, for `watch` and `since:`. Numbers are never used twice; the oldest are dropped.
        CREATE TABLE event (
            number  INTEGER PRIMARY KEY AUTOINCREMENT,
            time    INTEGER NOT NULL,
            kind    INTEGER NOT NULL,
            feed    INTEGER,
            article INTEGER,
            detail  TEXT
        ) STRICT;

        -- What the reader did, with what each register said before, so that it can be undone.
        CREATE TABLE deed (
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            time    INTEGER NOT NULL,
            -- One line for `wiredesk log`.
            title   TEXT NOT NULL,
            undone  INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE deed_step (
            deed   INTEGER NOT NULL REFERENCES deed ON DELETE CASCADE,
            step   INTEGER NOT NULL,
            kind   INTEGER NOT NULL,
            key    BLOB NOT NULL,
            -- The register's value before; NULL where there was none.
            before BLOB,
            -- The value that the deed wrote: undone only where nothing has changed it since. NULL for an article that
            -- a mark of its whole feed read.
            after  BLOB,
            PRIMARY KEY (deed, step)
        ) STRICT, WITHOUT ROWID;

        -- Small things to remember, by name.
        CREATE TABLE setting (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
