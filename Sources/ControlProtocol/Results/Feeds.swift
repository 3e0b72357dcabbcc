package import Model

/// A feed, as far as it has to be recognised.
package struct FeedReference: Hashable, Sendable, Codable {
    /// 32 hexadecimal digits.
    package var id: String
    package var title: String
    package var url: String

    package init(id: String, title: String, url: String) {
        self.id = id
        self.title = title
        self.url = url
    }
}

/// One line of `feeds`.
package struct FeedSummary: Hashable, Sendable, Codable {
    package enum Health: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not fetched yet.
        case new
        case ok
        /// The last fetch failed.
        case failing
        /// The publisher says it is gone for good (410); it is not polled any more.
        case gone
    }

    package var feed: FeedReference
    package var short: String
    package var tags: [String]
    package var health: Health
    /// One line that a person understands; absent unless `failing` or `gone`.
    package var problem: String?
    /// Fetches in a row that failed.
    package var failures: Int
    package var articles: Int
    package var unread: Int
    /// The last time that the server was asked.
    package var lastFetched: Timestamp?
    /// The last time that there was something new.
    package var lastNew: Timestamp?
    package var nextFetch: Timestamp?
    package var intervalSeconds: Int?
    /// Named in `wiredesk.yaml`, and therefore changed there.
    package var isConfigured: Bool

    package init(
        feed: FeedReference, short: String, tags: [String] = [], health: Health, problem: String? = nil,
        failures: Int = 0, articles: Int, unread: Int, lastFetched: Timestamp? = nil, lastNew: Timestamp? = nil,
        nextFetch: Timestamp? = nil, intervalSeconds: Int? = nil, isConfigured: Bool
    ) {
        self.feed = feed
        self.short = short
        self.tags = tags
        self.health = health
        self.problem = problem
        self.failures = failures
        self.articles = articles
        self.unread = unread
        self.lastFetched = lastFetched
        self.lastNew = lastNew
        self.nextFetch = nextFetch
        self.intervalSeconds = intervalSeconds
        self.isConfigured = isConfigured
    }
}

/// One answer that a feed's server gave, or did not.
package struct FetchRecord: Hashable, Sendable, Codable {
    package var at: Timestamp
    /// HTTP status; absent where there was no answer.
    package var status: Int?
    /// "304, nothing new", "12 entries, 3 of them new", "the server did not answer within 30 s".
    package var summary: String
    package var bytes: Int?
    package var milliseconds: Int?

    package init(
        at: Timestamp, status: Int? = nil, summary: String, bytes: Int? = nil, milliseconds: Int? = nil
    ) {
        self.at = at
        self.status = status
        self.summary = summary
        self.bytes = bytes
        self.milliseconds = milliseconds
    }
}

/// `feed.why`: when a feed is polled next, and why then.
package struct FeedExplanation: Hashable, Sendable, Codable {
    package var feed: FeedSummary
    /// One sentence for each thing that decided: "publishes every 2 h on average", "Cache-Control: max-age=900".
    package var reasons: [String]
    /// The latest first.
    package var history: [FetchRecord]

    package init(feed: FeedSummary, reasons: [String], history: [FetchRecord]) {
        self.feed = feed
        self.reasons = reasons
        self.history = history
    }
}

/// `feed.test`: what is at an address.
package struct FeedPreview: Hashable, Sendable, Codable {
    package struct Entry: Hashable, Sendable, Codable {
        package var title: String
        package var link: String?
        package var published: Timestamp?

        package init(title: String, link: String? = nil, published: Timestamp? = nil) {
            self.title = title
            self.link = link
            self.published = published
        }
    }

    /// Where the answer came from, after redirects.
    package var url: String
    package var title: String
    /// "RSS 2.0", "Atom 1.0", "JSON Feed 1.1".
    package var format: String
    package var fetch: FetchRecord
    /// In the feed's order, at most 20.
    package var entries: [Entry]
    package var entryCount: Int
    /// What is wrong with it, a line each.
    package var faults: [String]
    /// Other feeds that the page at this address names.
    package var alternatives: [FeedReference]

    package init(
        url: String, title: String, format: String, fetch: FetchRecord, entries: [Entry], entryCount: Int,
        faults: [String] = [], alternatives: [FeedReference] = []
    ) {
        self.url = url
        self.title = title
        self.format = format
        self.fetch = fetch
        self.entries = entries
        self.entryCount = entryCount
        self.faults = faults
        self.alternatives = alternatives
    }
}

/// `feed.add`: the feed that was, or would be, subscribed to.
package struct FeedAddOutcome: Hashable, Sendable, Codable {
    package var outcome: ActionOutcome
    package var preview: FeedPreview

    package init(outcome: ActionOutcome, preview: FeedPreview) {
        self.outcome = outcome
        self.preview = preview
    }
}

/// `opml.export`.
package struct OPMLText: Hashable, Sendable, Codable {
    package var text: String

    package init(text: String) { self.text = text }
}
