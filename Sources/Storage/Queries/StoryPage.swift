package import Model

/// One line of a list: a story by its best copy.
package struct StorySummary: Hashable, Sendable {
    package var id: StoryID
    package var best: ArticleID
    package var title: String
    package var link: String?
    package var feedTitle: String
    package var agency: Agency?
    package var dateline: String?
    package var language: String?
    /// Copies that are not hidden.
    package var copies: Int
    /// When the first copy was published, as far as that can be believed.
    package var time: Timestamp
    /// The first and the latest sight of a copy.
    package var firstSeen: Timestamp
    package var latest: Timestamp
    package var state: StoryState
    package var isStarred: Bool
    package var hasNote: Bool
    package var tags: [String] = []
    /// Titles of the feeds that ran it, earliest first; at most 10.
    package var feeds: [String] = []
    /// Where a search found it: text with the words found between U+0002 and U+0003.
    package var snippet: String?
}

/// Some stories, and where the next page begins.
package struct StoryPage: Hashable, Sendable {
    package var stories: [StorySummary]
    /// `nil` on the last page.
    package var next: PageCursor?
}

/// A place in a list; pass it on unchanged.
package struct PageCursor: Hashable, Sendable {
    var time: Timestamp
    var story: StoryID
    var offset: Int

    /// One word, for clients.
    package var text: String { "\(time.milliseconds).\(offset).\(story)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 3, let time = Int64(parts[0]), let offset = Int(parts[1]), offset >= 0,
            let hash = ContentHash(hex: String(parts[2]))
        else { return nil }
        self.init(time: Timestamp(milliseconds: time), story: StoryID(hash: hash), offset: offset)
    }

    init(time: Timestamp, story: StoryID, offset: Int) {
        self.time = time
        self.story = story
        self.offset = offset
    }
}

package enum StoryOrder: Hashable, Sendable {
    case newestFirst
    case oldestFirst
    /// Best match first; stories by time where the query has no words.
    case relevance
}
