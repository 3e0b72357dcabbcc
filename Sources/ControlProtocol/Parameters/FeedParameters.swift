/// `feeds`: what is subscribed to.
package struct FeedsParameters: Hashable, Sendable, Codable {
    /// Only feeds that could not be fetched last time.
    @FalseByDefault package var failing = false
    /// Only feeds with this tag.
    package var tag: String?

    package init(failing: Bool = false, tag: String? = nil) {
        self.failing = failing
        self.tag = tag
    }
}

/// `feed.why`, `feed.test`, `feed.remove`: about one feed, by address, or by id where it is subscribed to.
package struct FeedParameters: Hashable, Sendable, Codable {
    package var feed: String
    @FalseByDefault package var dryRun = false

    package init(feed: String, dryRun: Bool = false) {
        self.feed = feed
        self.dryRun = dryRun
    }
}

/// `feed.add`: subscribes to the feed at, or behind, an address.
package struct FeedAddParameters: Hashable, Sendable, Codable {
    package var url: String
    package var title: String?
    package var tags: [String]?
    /// Look, and subscribe to nothing.
    @FalseByDefault package var dryRun = false

    package init(url: String, title: String? = nil, tags: [String] = [], dryRun: Bool = false) {
        self.url = url
        self.title = title
        self.tags = tags
        self.dryRun = dryRun
    }
}

/// `refresh`: polls now, whatever the schedule says.
package struct RefreshParameters: Hashable, Sendable, Codable {
    /// Addresses, ids, or tags as `tag:NAME`; absent: every feed.
    package var feeds: [String]?

    package init(feeds: [String]? = nil) { self.feeds = feeds }
}

/// `opml.import`.
package struct OPMLImportParameters: Hashable, Sendable, Codable {
    /// The file's text.
    package var text: String
    @FalseByDefault package var dryRun = false

    package init(text: String, dryRun: Bool = false) {
        self.text = text
        self.dryRun = dryRun
    }
}
