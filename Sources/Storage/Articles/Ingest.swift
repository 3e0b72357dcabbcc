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

/// One entry, ready to be stored: decoded, sanitised, with its text.
package struct IngestEntry: Sendable {
    /// The publisher's id, or the canonical link where it has none; not empty.
    package var entryID: String
    package var link: String?
    package var title: String
    package var authors: [String]
    package var agency: Agency?
    package var dateline: String?
    package var language: String?
    package var imageURL: String?
    /// Addresses of the pictures to keep, in order; none unless pictures are wanted.
    package var pictures: [String]
    package var categories: [String]
    package var enclosures: [Enclosure]
    package var published: Timestamp?
    package var updated: Timestamp?
    /// Sanitised.
    package var bodyHTML: String
    /// The canonical text of `bodyHTML`, as the store's `textOf` gives it.
    package var text: CanonicalText

    package init(
        entryID: String, link: String? = nil, title: String, authors: [String] = [], agency: Agency? = nil,
        dateline: String? = nil, language: String? = nil, imageURL: String? = nil, pictures: [String] = [],
        categories: [String] = [], enclosures: [Enclosure] = [], published: Timestamp? = nil, updated: Timestamp? = nil,
        bodyHTML: String,
        text: CanonicalText
    ) {
        self.entryID = entryID
        self.link = link
        self.title = title
        self.authors = authors
        self.agency = agency
        self.dateline = dateline
        self.language = language
        self.imageURL = imageURL
        self.pictures = pictures
        self.categories = categories
        self.enclosures = enclosures
        self.published = published
        self.updated = updated
        self.bodyHTML = bodyHTML
        self.text = text
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
