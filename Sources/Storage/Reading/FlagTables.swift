import Changelog
import Model

/// What the reader said of articles, under their ids: it may come before the article itself.
struct FlagTables {
    let transaction: Transaction

    func setRead(_ article: ArticleID, _ value: Bool, clock: Int64) throws {
        try transaction.statement(
            """
            INSERT INTO flag (article, read, read_clock) VALUES (?, ?, ?)
            ON CONFLICT (article) DO UPDATE SET read = excluded.read, read_clock = excluded.read_clock
            """
        ).run(article, value, clock)
    }

    func setStarred(_ article: ArticleID, _ value: Bool) throws {
        try transaction.statement(
            """
            INSERT INTO flag (article, starred) VALUES (?, ?)
            ON CONFLICT (article) DO UPDATE SET starred = excluded.starred
            """
        ).run(article, value)
    }

    func setHidden(_ article: ArticleID, _ value: Bool) throws {
        try transaction.statement(
            """
            INSERT INTO flag (article, hidden) VALUES (?, ?)
            ON CONFLICT (article) DO UPDATE SET hidden = excluded.hidden
            """
        ).run(article, value)
    }

    func setTag(_ article: ArticleID, _ tag: String, present: Bool) throws {
        if present {
            try transaction.statement("INSERT OR IGNORE INTO tag (article, tag) VALUES (?, ?)").run(article, tag)
        } else {
            try transaction.statement("DELETE FROM tag WHERE article = ? AND tag = ?").run(article, tag)
        }
    }

    func tags(of article: ArticleID) throws -> [String] {
        try transaction.statement("SELECT tag FROM tag WHERE article = ? ORDER BY tag").all(article) { $0.text(0) }
    }

    func add(_ edit: NoteEdit) throws {
        try transaction.statement("INSERT OR IGNORE INTO note (key, article, text) VALUES (?, ?, ?)").run(
            edit.key, edit.article, edit.text)
        let supersede = try transaction.statement("INSERT OR IGNORE INTO note_superseded (key, by) VALUES (?, ?)")
        for key in edit.supersedes { try supersede.run(key, edit.key) }
    }

    /// The edits that no other supersedes, with their texts, oldest key first; an empty text is a removed note. A note
    /// belongs to a story, whichever of its copies it was put on: those on other copies of the article's are among them.
    func openNotes(of article: ArticleID) throws -> [(key: RecordKey, text: String)] {
        try transaction.statement(
            """
            SELECT key, text FROM note
            WHERE article IN (
                    SELECT ?1 UNION SELECT copy.key FROM article JOIN article AS copy ON copy.story = article.story
                    WHERE article.key = ?1)
                AND NOT EXISTS (SELECT 1 FROM note_superseded AS s WHERE s.key = note.key)
            ORDER BY key
            """
        ).all(article) { (try $0.key(0), $0.text(1)) }
    }

    /// Whether the reader starred, tagged or noted an article.
    func isMarked(_ article: ArticleID) throws -> Bool {
        try transaction.statement(
            """
            SELECT EXISTS (SELECT 1 FROM flag WHERE article = ?1 AND starred)
                OR EXISTS (SELECT 1 FROM tag WHERE article = ?1)
                OR EXISTS (
                    SELECT 1 FROM note WHERE article = ?1 AND text <> ''
                        AND NOT EXISTS (SELECT 1 FROM note_superseded AS s WHERE s.key = note.key)
                )
            """
        ).first(article) { $0.flag(0) } ?? false
    }

    /// The text of an edit, superseded or not.
    func noteText(_ key: RecordKey) throws -> String? {
        try transaction.statement("SELECT text FROM note WHERE key = ?").first(key) { $0.text(0) }
    }

    func markAllRead(_ feed: FeedID, through: Timestamp, clock: Int64) throws {
        try transaction.statement("INSERT OR REPLACE INTO feed_mark (feed, through, clock) VALUES (?, ?, ?)").run(
            feed, through, clock)
    }
}

extension FlagTables {
    /// Works out anew what an article counts as, from its flags and its feed's mark; true if that changed.
    ///
    /// The reader's word on the article stands unless a later mark of its whole feed covers it: the one with the
    /// higher version (`ReadState`). Where the clocks tie, the rest of the versions is looked up in the registers;
    /// there, numbers without sign lie by their bits, so that those with the highest bit come last.
    func refresh(article: Int64) throws -> Bool {
        guard try !spokenOf(article...article).isEmpty else { return false }
        try transaction.statement(
            """
            UPDATE article SET reading = now.reading, read_moment = now.read_moment, is_hidden = now.is_hidden
            FROM (
                SELECT
                    CASE WHEN flagged THEN iif(read, 1, 2) WHEN marked THEN 1 ELSE 0 END AS reading,
                    CASE WHEN flagged THEN iif(read, read_clock >> 16, NULL) WHEN marked THEN through END AS read_moment,
                    coalesce(hidden, 0) AS is_hidden
                FROM (
                    SELECT flag.read, flag.read_clock, flag.hidden, mark.through, a.first_seen <= mark.through AS marked,
                        flag.read IS NOT NULL AND (
                            mark.clock IS NULL OR a.first_seen > mark.through OR flag.read_clock > mark.clock
                            OR flag.read_clock = mark.clock AND (
                                SELECT (f.author < 0, f.author, f.value_prefix < 0, f.value_prefix)
                                    > (m.author < 0, m.author, m.value_prefix < 0, m.value_prefix)
                                FROM register AS f, register AS m
                                WHERE f.key = a.key AND f.kind = ?2 AND m.key = feed.key AND m.kind = ?3
                            )
                        ) AS flagged
                    FROM article AS a
                    JOIN feed ON feed.id = a.feed
                    LEFT JOIN feed_mark AS mark ON mark.feed = feed.key
                    LEFT JOIN flag ON flag.article = a.key
                    WHERE a.id = ?1
                )
            ) AS now
            WHERE article.id = ?1
                AND (article.reading, article.read_moment, article.is_hidden)
                    IS NOT (now.reading, now.read_moment, now.is_hidden)
            """
        ).run(article, Int64(ChangeKind.read.code), Int64(ChangeKind.markAllRead.code))
        return transaction.changedRows > 0
    }

    /// Those of some articles of which, or of all of whose feed, anything was ever said. Of nearly all that are new nothing
    /// was, and to ask costs little beside working it out.
    func spokenOf(_ articles: ClosedRange<Int64>) throws -> [Int64] {
        try transaction.statement(
            """
            SELECT id FROM article
            WHERE id BETWEEN ? AND ? AND (
                reading <> 0 OR is_hidden OR EXISTS (SELECT 1 FROM flag WHERE flag.article = article.key)
                OR EXISTS (
                    SELECT 1 FROM feed_mark WHERE feed_mark.feed = (SELECT key FROM feed WHERE id = article.feed))
            )
            """
        ).all(articles.lowerBound, articles.upperBound) { $0.integer(0) }
    }

    /// Articles of a feed whose reading a mark up to `through` may change: those that are not read, and those of which a
    /// revision was seen after they were.
    func articles(of feed: FeedID, through: Timestamp) throws -> [Int64] {
        try transaction.statement(
            """
            SELECT article.id FROM article JOIN feed ON feed.id = article.feed
            WHERE feed.key = ?1 AND article.first_seen <= ?2 AND (
                article.reading <> 1
                OR EXISTS (
                    SELECT 1 FROM revision
                    WHERE revision.article = article.id AND revision.first_seen > read_moment AND revision.first_seen <= ?2
                )
            )
            """
        ).all(feed, through) { $0.integer(0) }
    }
}
