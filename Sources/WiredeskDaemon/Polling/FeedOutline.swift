package import FeedParsing
package import Model

/// What of a feed's document is looked at once its articles are taken: everything but the texts of its entries.
package struct FeedOutline: Sendable {
    package let title: String?
    package let link: String?
    package let pollingHints: PollingHints
    package let listing: FeedListing
    package let entryCount: Int
    /// When its entries were published, or changed where it says only that.
    package let publications: [Timestamp]

    package init(of feed: ParsedFeed) {
        title = feed.title
        link = feed.link
        pollingHints = feed.pollingHints
        listing = FeedListing(of: feed.entries)
        entryCount = feed.entries.count
        publications = feed.entries.compactMap { $0.published ?? $0.updated }
    }
}
