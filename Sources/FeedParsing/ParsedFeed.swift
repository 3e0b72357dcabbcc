package import Model

/// A feed as one document gives it: plain values, sanitised, addresses resolved, dates checked.
package struct ParsedFeed: Sendable, Hashable {
    package var format: FeedFormat
    package var title: String?
    /// The site's page that the feed belongs to.
    package var link: String?
    /// Sanitised HTML.
    package var description: String?
    /// The publisher's own id of the feed (Atom `id`, `podcast:guid`).
    package var id: String?
    package var selfLink: String?
    /// The next page of a paged feed (RFC 5005).
    package var nextLink: String?
    /// WebSub hubs.
    package var hubs: [String] = []
    /// Where the publisher says the feed has moved (`itunes:new-feed-url`).
    package var newFeedURL: String?
    package var authors: [ParsedAuthor] = []
    package var rights: String?
    package var generator: String?
    /// BCP 47, as written but with hyphens.
    package var language: String?
    package var icon: String?
    package var image: String?
    package var categories: [String] = []
    package var published: Timestamp?
    package var updated: Timestamp?
    package var pollingHints = PollingHints()
    /// The description counts as a summary.
    package var blankFields: BlankFields = []
    /// In document order.
    package var entries: [ParsedEntry] = []
    /// The label of the encoding that the text was read in.
    package var encoding: String
    /// What is wrong with the document, by place; at most a few hundred.
    package var faults: [FeedFault] = []

    package var isWellFormed: Bool { faults.isEmpty }
}

/// What a publisher asks of those who poll.
package struct PollingHints: Sendable, Hashable {
    /// RSS 2.0 `ttl`.
    package var timeToLive: Duration?
    /// Hours of the day in UTC, 0–23, in which nobody should poll.
    package var skipHours: Set<Int> = []
    /// Days in which nobody should poll: 1 is Monday, 7 is Sunday.
    package var skipDays: Set<Int> = []
    /// `sy:updatePeriod`; a month counts 30 days.
    package var updatePeriod: Duration?
    /// `sy:updateFrequency`: how many times in a period.
    package var updateFrequency = 1

    /// How often the publisher says that it publishes, if it says so (RSS 1.0 syndication module).
    package var updateInterval: Duration? {
        if updatePeriod == nil && updateFrequency == 1 { return nil }
        return (updatePeriod ?? .seconds(86_400)) / updateFrequency
    }
}

package struct ParsedAuthor: Sendable, Hashable {
    package var name: String?
    package var email: String?
    package var url: String?

    package init(name: String? = nil, email: String? = nil, url: String? = nil) {
        self.name = name
        self.email = email
        self.url = url
    }
}

/// One item as a feed lists it.
package struct ParsedEntry: Sendable, Hashable {
    /// The publisher's id, or `nil` if it gives none.
    package var id: String?
    package var link: String?
    /// Plain text in one line.
    package var title: String?
    /// Sanitised HTML: RSS `description`, Atom `summary`.
    package var summary: String?
    /// Sanitised HTML: `content:encoded`, Atom `content`, JSON Feed `content_html`.
    package var content: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    package var authors: [ParsedAuthor] = []
    package var rights: String?
    package var categories: [String] = []
    package var enclosures: [Enclosure] = []
    package var image: String?
    package var language: String?
    /// The page on which readers comment.
    package var comments: String?
    /// A place named in words (`georss:featurename`).
    package var place: String?
    package var blankFields: BlankFields = []
    /// As written: `3:00`, `180`.
    package var duration: String?
    package var isExplicit: Bool?
    /// The address against which the entry's own relative ones were resolved.
    package var base: String?
    /// Where the entry starts in the document; `nil` in JSON.
    package var line: Int?
}

/// One thing wrong with a feed's document.
package struct FeedFault: Sendable, Hashable {
    package var line: Int
    /// In bytes, from 1.
    package var column: Int
    package var message: String
}
