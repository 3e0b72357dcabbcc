package import Model
package import Querying

extension Store {
    /// More are never handed out at once, whatever is asked for.
    package static let largestPage = 500

    /// The stories that a query finds, a page at a time.
    package func stories(
        _ query: Query, order: StoryOrder = .newestFirst, after cursor: PageCursor? = nil, limit: Int = 50
    ) throws(StoreError) -> StoryPage {
        let limit = min(max(limit, 1), Self.largestPage)
        let snippets = order == .relevance ? TextMatch.anyOf(query.expression) : nil
        return try read { transaction in
            var page = try StoryList(transaction: transaction).page(query, order: order, after: cursor, limit: limit)
            if let snippets { try Snippets(match: snippets).add(to: &page.stories, transaction) }
            return page
        }
    }

    /// How many stories a query finds.
    package func count(_ query: Query) throws(StoreError) -> Int {
        try read { try StoryList(transaction: $0).count(query) }
    }

    /// What an id, or at least six digits of its beginning, names.
    ///
    /// - Throws: `.ambiguousID` with the candidates, `.noSuchStory`, `.notAnID`, `.idTooShort`.
    package func named(_ id: String) throws(StoreError) -> Named {
        try read { try ArticleLookup(transaction: $0).named(id) }
    }

    package func article(_ id: ArticleID) throws(StoreError) -> ArticleDetail {
        try read { try ArticleLookup(transaction: $0).detail(id) }
    }

    /// The copies of a story, hidden ones too, earliest first.
    package func copies(of story: StoryID, limit: Int = largestPage) throws(StoreError) -> [CopySummary] {
        let limit = min(max(limit, 1), Self.largestPage)
        return try read { try ArticleLookup(transaction: $0).copies(of: story, limit: limit) }
    }

    /// The states an article's content has had, earliest first.
    package func revisions(of article: ArticleID) throws(StoreError) -> [RevisionSummary] {
        try read { try ArticleLookup(transaction: $0).revisions(of: article) }
    }

    /// The sanitised HTML of a body; `nil` if it is not here.
    package func body(_ hash: ContentHash) throws(StoreError) -> String? {
        try read { try BodyTable(transaction: $0).html(hash) }
    }

    /// Events after a number, oldest first.
    package func events(after number: Int64, limit: Int = largestPage) throws(StoreError) -> [StoreEvent] {
        let limit = min(max(limit, 1), Self.largestPage)
        return try read { try EventLog(transaction: $0).events(after: number, limit: limit) }
    }

    /// The numbers of the oldest event that is kept and of the last; a client that is further behind than the first
    /// has missed some.
    package func eventRange() throws(StoreError) -> ClosedRange<Int64> {
        try read { transaction in
            let log = EventLog(transaction: transaction)
            let first = try log.first()
            return first...max(first, try log.last())
        }
    }
}
