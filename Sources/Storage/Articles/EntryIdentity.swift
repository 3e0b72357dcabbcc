import Folding
import Model

/// Which article each entry of a feed document is: by id, else by link, else by content.
///
/// Publishers change ids (a move to another system), addresses (a new headline in the path) and titles; the article
/// and what the reader said of it stay. A document's entries are judged together: a link that several entries share
/// says nothing, and an article that the document still lists under its own id is not taken over by another entry,
/// unless that has the same title and text and so is the same thing listed twice.
struct EntryIdentities {
    enum Identity {
        case new
        case known(FeedArticles.Known)
        /// The same article as another entry of the document.
        case repeated
    }

    /// In the order of the document.
    private(set) var entries: [Identity] = []

    init(of document: [IngestEntry], unchanged: [UnchangedEntry], among articles: FeedArticles) throws {
        var found: [FeedArticles.Known?] = []
        var listed: Set<Int64> = []
        var seenIDs: Set<String> = []
        var repeats: Set<Int> = []
        var linkUses: [Int64: Int] = [:]
        for entry in unchanged {
            seenIDs.insert(entry.entryID)
            if let known = try articles.find(entryID: entry.entryID) {
                listed.insert(known.article)
            }
            if let link = entry.link.flatMap({ Alias(ArticleLink($0)) }) { linkUses[link.hash, default: 0] += 1 }
        }
        for (index, entry) in document.enumerated() {
            if !seenIDs.insert(entry.entryID).inserted { repeats.insert(index) }
            if let link = entry.linkAlias { linkUses[link.hash, default: 0] += 1 }
            let known = try articles.find(entryID: entry.entryID)
            if let known, !listed.insert(known.article).inserted { repeats.insert(index) }
            found.append(known)
        }
        var newTexts: Set<ContentHash> = []
        for (index, entry) in document.enumerated() {
            if repeats.contains(index) {
                entries.append(.repeated)
            } else if let known = found[index] {
                entries.append(.known(known))
            } else if let link = entry.linkAlias, linkUses[link.hash] == 1,
                let known = try articles.find(link), try articles.tables.isLikely(entry, known.article),
                listed.insert(known.article).inserted
            {
                entries.append(.known(known))
            } else {
                entries.append(try Self.byContent(entry, articles, &listed, &newTexts))
            }
        }
    }

    private static func byContent(
        _ entry: IngestEntry, _ articles: FeedArticles, _ listed: inout Set<Int64>,
        _ newTexts: inout Set<ContentHash>
    ) throws -> Identity {
        guard entry.isTelling else { return .new }
        guard let known = try articles.find(content: entry.revision.contentHash, text: entry.foldable.key) else {
            let titled = ContentHash(of: entry.revision.title + "\n" + entry.revision.contentHash.hex)
            return newTexts.insert(titled).inserted ? .new : .repeated
        }
        if listed.insert(known.article).inserted { return .known(known) }
        return try articles.tables.shown(known.article)?.title == entry.revision.title ? .repeated : .new
    }
}

extension Alias {
    /// `nil` if the link could be that of any entry.
    init?(_ link: ArticleLink) {
        guard link.namesAPage else { return nil }
        self.init(.link, link.page)
    }
}

extension ArticleTables {
    /// What is shown for an article now.
    struct Shown {
        var id: ArticleID
        var entryID: String
        var title: String
        var contentHash: ContentHash
        var link: String?
        var published: Timestamp?
    }

    func shown(_ article: Int64) throws -> Shown? {
        try transaction.statement(
            """
            SELECT article.key, article.entry_id, revision.title, revision.content_hash, revision.link,
                revision.published
            FROM article JOIN revision ON revision.id = article.revision WHERE article.id = ?
            """
        ).first(article) { row in
            Shown(
                id: try row.articleID(0), entryID: row.text(1), title: row.text(2),
                contentHash: try row.contentHash(3), link: row.optionalText(4), published: row.optionalMoment(5))
        }
    }

    /// Whether an entry at an article's address is that article rather than the next thing on a page that is used
    /// again and again (`/weather/today`): that has another headline, another text and another day.
    func isLikely(_ entry: IngestEntry, _ article: Int64) throws -> Bool {
        guard let shown = try shown(article) else { return false }
        if shown.title == entry.revision.title || shown.contentHash == entry.revision.contentHash { return true }
        guard let before = shown.published, let after = entry.revision.published else { return true }
        return abs((after - before).milliseconds) < Self.dayInMilliseconds
    }

    private static let dayInMilliseconds: Int64 = 86_400_000
}
