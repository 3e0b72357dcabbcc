import Folding
import Model

/// The articles of one feed, as a document of it may name them.
struct FeedArticles {
    let tables: ArticleTables
    let feed: Int64
    private let names: ArticleNames
    /// Whether there is none: then nothing is looked for.
    private let isEmpty: Bool
    private var transaction: Transaction { tables.transaction }

    init(_ tables: ArticleTables, feed: Int64, feedURL: String) throws {
        self.tables = tables
        self.feed = feed
        names = ArticleNames(feedURL: feedURL)
        isEmpty =
            try tables.transaction.statement("SELECT 1 FROM article WHERE feed = ? LIMIT 1").first(feed) { _ in true }
            == nil
    }

    /// What a name leads to: the article, and its entry as the feed last gave it.
    struct Known {
        var article: Int64
        var entryHash: Int64?
    }

    func id(ofEntry entryID: String) -> ArticleID { names.id(ofEntry: entryID) }

    func find(_ alias: Alias) throws -> Known? {
        guard !isEmpty else { return nil }
        return try transaction.statement(
            """
            SELECT article.id, article.entry_hash FROM alias JOIN article ON article.id = alias.article
            WHERE alias.feed = ? AND alias.kind = ? AND alias.hash = ?
            """
        ).first(feed, alias.kind.rawValue, alias.hash) { Self.known($0) }
    }

    /// The first that shows a content now. It is looked up where its story was: an article that the reader has split from
    /// another or joined to one is not found.
    func find(content: ContentHash, text: TextKey) throws -> Known? {
        guard !isEmpty else { return nil }
        return try transaction.statement(
            """
            SELECT article.id, article.entry_hash FROM text
            JOIN article ON article.folded_text = text.id AND article.folded_content = ?2 AND article.feed = ?3
            WHERE text.key = ?1 ORDER BY article.id LIMIT 1
            """
        ).first(text.rawValue, content, feed) { Self.known($0) }
    }

    /// The one that took over an entry's id, else the one that is named by it.
    func find(entryID: String) throws -> Known? {
        guard !isEmpty else { return nil }
        if let known = try find(Alias(.entryID, entryID)) { return known }
        return try transaction.statement("SELECT id, entry_hash FROM article WHERE key = ?").first(
            id(ofEntry: entryID)
        ) { Self.known($0) }
    }

    private static func known(_ row: Row) -> Known {
        Known(article: row.integer(0), entryHash: row.optionalInteger(1))
    }
}
