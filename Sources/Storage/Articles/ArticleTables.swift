import Folding
import Model

/// The rows of articles and their revisions, and the names by which entries find them.
struct ArticleTables {
    let transaction: Transaction

    /// What a stored revision is: its rows, and whether it is now the one that readers are shown.
    struct StoredRevision {
        var article: Int64
        var revision: Int64
        var isNewArticle: Bool
        var isCurrent: Bool
    }

    /// The local row of the article of this id.
    func row(of id: ArticleID) throws -> Int64? {
        try transaction.statement("SELECT id FROM article WHERE key = ?").first(id) { $0.integer(0) }
    }

    /// Stores a revision under the key of its register, with its article if that is new; the same revision again only
    /// lowers when it was first seen.
    ///
    /// - Parameters:
    ///   - link: the revision's.
    ///   - body: what a new revision says of its body; `nil` if an earlier one does.
    ///   - length: UTF-8 bytes of its text, if that is at hand.
    func store(
        _ article: Article, link: ArticleLink?, register key: RecordKey, feed: Int64, body: BodyTable.Place?,
        length: Int?
    ) throws -> StoredRevision {
        guard let known = try row(of: article.id) else {
            let row = try insert(article, feed: feed)
            let revision = try insert(article, link: link, register: key, of: row, body: body, length: length)
            return StoredRevision(article: row, revision: revision, isNewArticle: true, isCurrent: true)
        }
        let existing = try transaction.statement("SELECT id FROM revision WHERE article = ? AND key = ?").first(
            known, key
        ) { $0.integer(0) }
        if let existing {
            try transaction.statement(
                """
                UPDATE revision SET first_seen = min(first_seen, ?2), length = coalesce(length, ?3) WHERE id = ?1
                """
            ).run(existing, article.firstSeen, length)
        }
        let revision = try existing ?? insert(article, link: link, register: key, of: known, body: body, length: length)
        let isCurrent = try chooseRevision(of: known) == revision
        return StoredRevision(article: known, revision: revision, isNewArticle: false, isCurrent: isCurrent)
    }

    /// Names the revision that is inserted next: its row id is one more than the largest (sqlite.org/autoinc.html).
    private func insert(_ article: Article, feed: Int64) throws -> Int64 {
        try transaction.statement(
            """
            INSERT INTO article (key, feed, entry_id, first_seen, time, revision, revision_count)
            VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) + 1 FROM revision), 1)
            """
        ).run(
            article.id, feed, article.entryID, article.firstSeen,
            Self.time(published: article.revision.published, firstSeen: article.firstSeen))
        return transaction.lastInsertedRow
    }

    private func insert(
        _ article: Article, link: ArticleLink?, register key: RecordKey, of row: Int64, body: BodyTable.Place?,
        length: Int?
    ) throws -> Int64 {
        let revision = article.revision
        let (bodyRow, wanted): (Int64?, Timestamp?) =
            switch body {
            case .here(let row): (row, nil)
            case .wanted: (nil, article.firstSeen)
            case nil: (nil, nil)
            }
        try transaction.statement(
            """
            INSERT INTO revision (key, article, first_seen, content_hash, body_hash, title, link, site, agency,
                dateline, language, published, length, body, wanted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            key, row, article.firstSeen, revision.contentHash, revision.bodyHash, revision.title, revision.link,
            link?.site, revision.agency?.rawValue, revision.dateline, revision.language,
            revision.published, length, bodyRow, wanted)
        return transaction.lastInsertedRow
    }

    /// Shows the revision that was seen last, ties by key, and takes the first sight and the time from the earliest: a
    /// function of the set of revisions, in whichever order they came.
    private func chooseRevision(of article: Int64) throws -> Int64 {
        let revisions = try transaction.statement(
            "SELECT id, first_seen, published FROM revision WHERE article = ? ORDER BY first_seen, key"
        ).all(article) { (row: $0.integer(0), firstSeen: $0.moment(1), published: $0.optionalMoment(2)) }
        guard let first = revisions.first, let last = revisions.last else {
            throw StoreError.corrupt("an article has no revision")
        }
        try transaction.statement(
            "UPDATE article SET revision = ?2, revision_count = ?3, first_seen = ?4, time = ?5 WHERE id = ?1"
        ).run(
            article, last.row, revisions.count, first.firstSeen,
            Self.time(published: first.published, firstSeen: first.firstSeen))
        return last.row
    }

    /// What lists are ordered by: the publisher's date, unless it lies after the first sight or before the web.
    static func time(published: Timestamp?, firstSeen: Timestamp) -> Timestamp {
        guard let published, published <= firstSeen, published >= earliestPlausible else { return firstSeen }
        return published
    }

    private static let earliestPlausible = Timestamp(year: 1991, month: 8, day: 6)
}

/// Ways in which a feed's entry names its article; the raw values are in the schema.
enum AliasKind: Int64 {
    case entryID = 0
    case link = 1
}

/// One name of an article within its feed.
struct Alias: Hashable {
    let kind: AliasKind
    /// 63 bits of SHA-256.
    let hash: Int64

    init(_ kind: AliasKind, _ text: String) {
        self.kind = kind
        hash = Int64(ContentHash(of: text).prefix >> 1)
    }
}

extension ArticleTables {
    /// What an alias leads to: the article, and its entry as the feed last gave it.
    struct Known {
        var article: Int64
        var entryHash: Int64?
    }

    func find(_ alias: Alias, feed: Int64) throws -> Known? {
        try transaction.statement(
            """
            SELECT article.id, article.entry_hash FROM alias JOIN article ON article.id = alias.article
            WHERE alias.feed = ? AND alias.kind = ? AND alias.hash = ?
            """
        ).first(feed, alias.kind.rawValue, alias.hash) {
            Known(article: $0.integer(0), entryHash: $0.optionalInteger(1))
        }
    }

    /// The first article of a feed that shows a content now. It is looked up where its story was: an article that the reader
    /// has split from another or joined to one is not found.
    func find(content: ContentHash, text: TextKey, feed: Int64) throws -> Known? {
        try transaction.statement(
            """
            SELECT article.id, article.entry_hash FROM text
            JOIN article ON article.folded_text = text.id AND article.folded_content = ?2 AND article.feed = ?3
            WHERE text.key = ?1 ORDER BY article.id LIMIT 1
            """
        ).first(text.rawValue, content, feed) {
            Known(article: $0.integer(0), entryHash: $0.optionalInteger(1))
        }
    }

    /// The article that a feed's entry of this id is: the one that took over the id, else the one that is named by it.
    func find(entryID: String, feed: Int64, feedURL: String) throws -> Known? {
        if let known = try find(Alias(.entryID, entryID), feed: feed) { return known }
        return try transaction.statement("SELECT id, entry_hash FROM article WHERE key = ?").first(
            ArticleID(feedURL: feedURL, entryID: entryID)
        ) { Known(article: $0.integer(0), entryHash: $0.optionalInteger(1)) }
    }

    /// The first to take a name keeps it.
    func add(_ alias: Alias, feed: Int64, article: Int64) throws {
        try transaction.statement("INSERT OR IGNORE INTO alias (feed, kind, hash, article) VALUES (?, ?, ?, ?)").run(
            feed, alias.kind.rawValue, alias.hash, article)
    }

    func setEntryHash(_ hash: Int64, of article: Int64) throws {
        try transaction.statement("UPDATE article SET entry_hash = ? WHERE id = ?").run(hash, article)
    }
}
