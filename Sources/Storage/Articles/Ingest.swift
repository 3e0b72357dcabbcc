package import Model

/// What one poll of a feed brought.
package struct FeedIngest: Sendable {
    package var feed: FeedID
    /// What the feed calls itself, and the address of its site.
    package var publishedTitle: String?
    package var siteURL: String?
    package var entries: [IngestEntry]
    /// Entries that the document still lists as it did before. They are not stored again, but they count when it is
    /// decided which article an entry under a new id is.
    package var unchanged: [UnchangedEntry]
    /// What the next poll needs; stored together with the entries, so that validators never run ahead of them.
    package var poll: PollState
    package var outcome: FetchOutcome

    package init(
        feed: FeedID, publishedTitle: String? = nil, siteURL: String? = nil, entries: [IngestEntry],
        unchanged: [UnchangedEntry] = [], poll: PollState, outcome: FetchOutcome
    ) {
        self.feed = feed
        self.publishedTitle = publishedTitle
        self.siteURL = siteURL
        self.entries = entries
        self.unchanged = unchanged
        self.poll = poll
        self.outcome = outcome
    }
}

/// An entry that is listed as it was before.
package struct UnchangedEntry: Hashable, Sendable {
    package var entryID: String
    package var link: String?

    package init(entryID: String, link: String?) {
        self.entryID = entryID
        self.link = link
    }
}

/// What became of one feed's entries.
package struct IngestReport: Hashable, Sendable {
    package var feed: FeedID
    package var added: [ArticleID] = []
    package var revised: [ArticleID] = []
    package var unchanged = 0
    /// Entries that no peer would take, with the reason in one line.
    package var refused: [String] = []

    package init(feed: FeedID) { self.feed = feed }
}
