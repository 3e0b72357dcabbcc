package import Model

/// Something that happened, as `watch` tells it.
package struct StoreEvent: Hashable, Sendable {
    /// Rises with every event and is never used twice; what a client remembers.
    package var number: Int64
    package var time: Timestamp
    package var kind: Kind
    package var feedURL: String?
    package var article: ArticleID?
    package var story: StoryID?
    package var title: String?
    /// One line, for kinds that have more to say.
    package var detail: String?

    /// Raw values are stored: never change one.
    package enum Kind: Int64, Hashable, Sendable {
        case articleAdded = 1
        case articleRevised = 2
        /// Read, starred, hidden, tags or note of an article.
        case flagsChanged = 3
        /// A story that was read returned, because something of substance came.
        case storyUpdated = 4
        case feedFailed = 5
        case feedRecovered = 6
        case feedMoved = 7
        case feedsChanged = 8
        case peerSynced = 9
    }
}

/// The events, oldest dropped.
struct EventLog {
    /// A month of a busy node; a client that was away for longer lists anew.
    static let limit: Int64 = 200_000

    let transaction: Transaction

    func append(
        _ kind: StoreEvent.Kind, feed: Int64? = nil, article: Int64? = nil, detail: String? = nil
    ) throws {
        try transaction.statement("INSERT INTO event (time, kind, feed, article, detail) VALUES (?, ?, ?, ?, ?)").run(
            transaction.now, kind.rawValue, feed, article, detail)
    }

    /// Events of articles, in their order.
    func append(_ events: [(kind: StoreEvent.Kind, article: Int64)]) throws {
        try transaction.insert("INSERT INTO event (time, kind, article) VALUES", events) { event in
            (transaction.now, event.kind.rawValue, event.article)
        }
    }

    /// Called once a transaction that appended.
    func trim() throws {
        try transaction.statement("DELETE FROM event WHERE number <= (SELECT max(number) FROM event) - ?").run(
            Self.limit)
    }

    /// The number of the last event, 0 before the first.
    func last() throws -> Int64 {
        try transaction.statement("SELECT coalesce(max(number), 0) FROM event").first { $0.integer(0) } ?? 0
    }

    /// The number of the oldest event that is kept; a client further behind has missed some.
    func first() throws -> Int64 {
        try transaction.statement("SELECT coalesce(min(number), 0) FROM event").first { $0.integer(0) } ?? 0
    }

    func events(after number: Int64, limit: Int) throws -> [StoreEvent] {
        try transaction.statement(
            """
            SELECT event.number, event.time, event.kind, feed.url, article.key, story.hash, revision.title,
                event.detail
            FROM event
            LEFT JOIN article ON article.id = event.article
            LEFT JOIN revision ON revision.id = article.revision
            LEFT JOIN story ON story.id = article.story
            LEFT JOIN feed ON feed.id = coalesce(event.feed, article.feed)
            WHERE event.number > ? ORDER BY event.number LIMIT ?
            """
        ).all(number, limit) { row in
            guard let kind = StoreEvent.Kind(rawValue: row.integer(2)) else {
                throw StoreError.corrupt("an event is of no kind")
            }
            return StoreEvent(
                number: row.integer(0), time: row.moment(1), kind: kind, feedURL: row.optionalText(3),
                article: row.isNull(4) ? nil : try row.articleID(4), story: row.isNull(5) ? nil : try row.storyID(5),
                title: row.optionalText(6), detail: row.optionalText(7))
        }
    }
}
