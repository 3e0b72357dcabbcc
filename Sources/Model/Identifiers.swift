/// A feed, named by its normalised URL: two peers that subscribe apart name it alike.
package struct FeedID: Hashable, Comparable, Sendable {
    package let key: RecordKey

    package init(key: RecordKey) { self.key = key }

    /// The feed at `url`, under every spelling that `FeedURL.normalised` treats as one.
    package init(url: String) { key = RecordKey(of: Array("feed".utf8), Array(FeedURL.normalised(url).utf8)) }

    package static func < (left: FeedID, right: FeedID) -> Bool { left.key < right.key }
}

/// An article, named by its feed and the entry id (or, without one, the canonical link) it was published under.
package struct ArticleID: Hashable, Comparable, Sendable {
    package let key: RecordKey

    package init(key: RecordKey) { self.key = key }

    package init(feedURL: String, entryID: String) {
        self = ArticleNames(feedURL: feedURL).id(ofEntry: entryID)
    }

    package static func < (left: ArticleID, right: ArticleID) -> Bool { left.key < right.key }
}

/// Names the articles of one feed: its address is brought into its one spelling once for all of them.
package struct ArticleNames: Sendable {
    private let feed: [UInt8]

    package init(feedURL: String) { feed = Array(FeedURL.normalised(feedURL).utf8) }

    package func id(ofEntry entryID: String) -> ArticleID {
        ArticleID(key: RecordKey(of: Array("article".utf8), feed, Array(entryID.utf8)))
    }
}

/// A story, named by the smallest content hash among its articles.
///
/// The name follows from the members alone, so it is the same on every peer; it
/// changes when a member with a smaller hash arrives.
package struct StoryID: Hashable, Comparable, Sendable {
    package let hash: ContentHash

    package init(hash: ContentHash) { self.hash = hash }

    package static func < (left: StoryID, right: StoryID) -> Bool { left.hash < right.hash }
}

extension FeedID: CustomStringConvertible {
    package var description: String { key.hex }
}

extension ArticleID: CustomStringConvertible {
    package var description: String { key.hex }
}

extension StoryID: CustomStringConvertible {
    package var description: String { hash.hex }
}
