import Changelog
package import Model

/// A feed as the configuration or a command asks for it. `nil` is the default.
package struct FeedSubscription: Hashable, Sendable {
    package var url: String
    package var title: String?
    /// What the reader filed it under; `a/b` is a tag within a tag.
    package var tags: [String]
    /// Seconds between polls.
    package var interval: Int64?
    package var fullText: Bool?
    package var userAgent: String?
    package var proxy: String?
    package var http1Only: Bool?

    package init(
        url: String, title: String? = nil, tags: [String] = [], interval: Int64? = nil, fullText: Bool? = nil,
        userAgent: String? = nil, proxy: String? = nil, http1Only: Bool? = nil
    ) {
        self.url = url
        self.title = title
        self.tags = tags
        self.interval = interval
        self.fullText = fullText
        self.userAgent = userAgent
        self.proxy = proxy
        self.http1Only = http1Only
    }

    package var id: FeedID { FeedID(url: url) }

    /// The shared settings that this asks for, one register each.
    var settings: [FeedSetting] {
        [
            .subscribed(true), .title(title), .tags(tags), .interval(seconds: interval), .fullText(fullText),
            .userAgent(userAgent), .proxy(proxy), .http1Only(http1Only),
        ]
    }
}

/// What the next poll of a feed needs to know. Never replicated.
package struct PollState: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?
    /// Of the last body that was parsed.
    package var bodyHash: ContentHash?
    package var lastAttempt: Timestamp?
    package var lastSuccess: Timestamp?
    package var nextPoll: Timestamp?
    /// One line for a person: why the next poll is when it is.
    package var reason: String?
    /// In a row.
    package var failures: Int
    /// What the scheduler remembers for itself; opaque here.
    package var memory: [UInt8]

    package init(
        etag: String? = nil, lastModified: String? = nil, bodyHash: ContentHash? = nil, lastAttempt: Timestamp? = nil,
        lastSuccess: Timestamp? = nil, nextPoll: Timestamp? = nil, reason: String? = nil, failures: Int = 0,
        memory: [UInt8] = []
    ) {
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.lastAttempt = lastAttempt
        self.lastSuccess = lastSuccess
        self.nextPoll = nextPoll
        self.reason = reason
        self.failures = failures
        self.memory = memory
    }
}

/// One answer, or the lack of one, to a poll.
package struct FetchOutcome: Hashable, Sendable {
    package var time: Timestamp
    /// HTTP status; 0 if none was received.
    package var status: Int
    package var failed: Bool
    /// One line that a person understands.
    package var message: String
    /// Received, before decompression.
    package var bytes: Int
    package var duration: Duration
    /// Articles that were new. Filled in by `ingest`.
    package var added: Int

    package init(
        time: Timestamp, status: Int, failed: Bool, message: String, bytes: Int = 0, duration: Duration = .zero,
        added: Int = 0
    ) {
        self.time = time
        self.status = status
        self.failed = failed
        self.message = message
        self.bytes = bytes
        self.duration = duration
        self.added = added
    }
}

/// A feed with its health, as lists show it.
package struct FeedSummary: Hashable, Sendable {
    package var id: FeedID
    package var url: String
    /// Where it is polled, if that is elsewhere.
    package var address: String?
    /// The reader's own title, else the feed's.
    package var title: String
    package var siteURL: String?
    package var subscription: FeedSubscription
    package var isConfigured: Bool
    package var articles: Int
    package var unread: Int
    package var poll: PollState
    package var lastOutcome: FetchOutcome?

    package init(
        id: FeedID, url: String, address: String? = nil, title: String, siteURL: String? = nil,
        subscription: FeedSubscription, isConfigured: Bool = false, articles: Int = 0, unread: Int = 0,
        poll: PollState = PollState(), lastOutcome: FetchOutcome? = nil
    ) {
        self.id = id
        self.url = url
        self.address = address
        self.title = title
        self.siteURL = siteURL
        self.subscription = subscription
        self.isConfigured = isConfigured
        self.articles = articles
        self.unread = unread
        self.poll = poll
        self.lastOutcome = lastOutcome
    }
}
