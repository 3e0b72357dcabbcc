/// What one feed published under one entry id: the unit that is stored and synced.
package struct Article: Hashable, Sendable {
    package var id: ArticleID
    /// The feed's address as it was when the article was first captured.
    package var feedURL: String
    /// The publisher's id of the entry, or its canonical link where it has none.
    package var entryID: String
    /// When this node, or any peer, first saw the article.
    package var firstSeen: Timestamp
    /// The state of the content that readers are shown.
    package var revision: Revision

    package init(id: ArticleID, feedURL: String, entryID: String, firstSeen: Timestamp, revision: Revision) {
        self.id = id
        self.feedURL = feedURL
        self.entryID = entryID
        self.firstSeen = firstSeen
        self.revision = revision
    }
}

/// One state of an article's content; a publisher's edit makes a new one.
package struct Revision: Hashable, Sendable {
    package var link: String?
    package var title: String
    package var authors: [String]
    package var agency: Agency?
    /// The place a wire story is dated from, as written: `Washington`.
    package var dateline: String?
    /// BCP 47 tag, lower case.
    package var language: String?
    package var imageURL: String?
    package var categories: [String]
    package var enclosures: [Enclosure]
    /// As the publisher says, if it is a possible time; never sorted by without `Article.firstSeen`.
    package var published: Timestamp?
    package var updated: Timestamp?
    /// SHA-256 of the stored body: sanitised HTML in UTF-8.
    package var bodyHash: ContentHash
    /// SHA-256 of the canonical text of that body.
    package var contentHash: ContentHash

    package init(
        link: String? = nil, title: String, authors: [String] = [], agency: Agency? = nil, dateline: String? = nil,
        language: String? = nil, imageURL: String? = nil, categories: [String] = [], enclosures: [Enclosure] = [],
        published: Timestamp? = nil, updated: Timestamp? = nil, bodyHash: ContentHash, contentHash: ContentHash
    ) {
        self.link = link
        self.title = title
        self.authors = authors
        self.agency = agency
        self.dateline = dateline
        self.language = language
        self.imageURL = imageURL
        self.categories = categories
        self.enclosures = enclosures
        self.published = published
        self.updated = updated
        self.bodyHash = bodyHash
        self.contentHash = contentHash
    }
}
