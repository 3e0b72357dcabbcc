package import Model

/// Something that happened, as `watch` tells it.
package struct Event: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case storyNew = "story-new"
        case storyUpdated = "story-updated"
        /// Read, starred, tagged, noted, split or joined, here or on a peer.
        case storyMarked = "story-marked"
        case feedAdded = "feed-added"
        case feedRemoved = "feed-removed"
        case feedFailing = "feed-failing"
        case feedRecovered = "feed-recovered"
        case refreshStarted = "refresh-started"
        case refreshFinished = "refresh-finished"
        case configurationReloaded = "configuration-reloaded"
        case configurationRefused = "configuration-refused"
        /// The daemon no longer has all events since the number that was asked for: look at the whole again.
        case gap = "gap"
    }

    /// Grows by one with each event, and never goes back while the database lives.
    package var number: Int64
    package var at: Timestamp
    package var kind: Kind
    /// One line for people.
    package var text: String
    package var story: StorySummary?
    package var feed: FeedReference?

    package init(
        number: Int64, at: Timestamp, kind: Kind, text: String, story: StorySummary? = nil,
        feed: FeedReference? = nil
    ) {
        self.number = number
        self.at = at
        self.kind = kind
        self.text = text
        self.story = story
        self.feed = feed
    }
}
