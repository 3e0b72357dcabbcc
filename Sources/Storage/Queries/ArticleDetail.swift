package import Model

/// An article with all that is known of it.
package struct ArticleDetail: Hashable, Sendable {
    package var article: Article
    package var story: StoryID?
    package var feedTitle: String
    /// Sanitised; `nil` if the body has not come from its peer yet, or was dropped for age.
    package var html: String?
    /// Whether this node dropped the body for age.
    package var isDropped: Bool
    package var revisionCount: Int
    package var isRead: Bool
    package var isStarred: Bool
    package var isHidden: Bool
    package var tags: [String]
    /// Of its story, whichever copy they were put on; more than one where two nodes wrote apart, or stories were joined.
    package var notes: [String]
}

/// One copy of a story, as `copies` lists it.
package struct CopySummary: Hashable, Sendable {
    package var id: ArticleID
    package var feedURL: String
    package var feedTitle: String
    package var title: String
    package var link: String?
    package var agency: Agency?
    package var dateline: String?
    package var time: Timestamp
    package var firstSeen: Timestamp
    /// UTF-8 bytes of the text; `nil` while the body is missing.
    package var length: Int?
    package var contentHash: ContentHash
    package var bodyHash: ContentHash
    package var revisionCount: Int
    package var isRead: Bool
    package var isHidden: Bool
    package var isBest: Bool
}

/// One state of an article's content.
package struct RevisionSummary: Hashable, Sendable {
    /// Of its register; the same on every peer.
    package var key: RecordKey
    package var firstSeen: Timestamp
    package var title: String
    package var link: String?
    package var contentHash: ContentHash
    package var bodyHash: ContentHash
    /// UTF-8 bytes of the text; `nil` while the body is missing.
    package var length: Int?
    /// Whether readers are shown this one.
    package var isCurrent: Bool
}

/// What an id, or the beginning of one, names.
package enum Named: Hashable, Sendable {
    case article(ArticleID, story: StoryID?)
    case story(StoryID, best: ArticleID)
}
