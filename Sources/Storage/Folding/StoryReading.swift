import Folding
import Model

/// Whether a story is unread, read or updated: worked out from its copies, so it is the same on every peer that has
/// the same articles and the same word of the reader.
enum StoryReading {
    /// What a story's state depends on, of one copy.
    struct Copy {
        var contentHash: ContentHash
        var bodyHash: ContentHash
        var reading: ArticleReading
        var isHidden: Bool
    }

    /// One text that the reader has seen.
    struct SeenText: Hashable {
        var contentHash: ContentHash
        var bodyHash: ContentHash
    }

    /// - Parameters:
    ///   - copies: all articles of the story, hidden ones too: what was read stays read when it is put away.
    ///   - seen: the texts that read copies had when they were read.
    ///   - bringsNews: whether a copy's text, which is none of those, has what a story returns for.
    static func state(
        of copies: [Copy], seen: [SeenText], bringsNews: (Copy) throws -> Bool
    ) rethrows -> StoryState {
        let shown = copies.filter { !$0.isHidden }
        guard !shown.contains(where: { $0.reading == .keptUnread }), !seen.isEmpty else { return .unread }
        let hashes = Set(seen.map(\.contentHash))
        var checked = hashes
        for copy in shown where checked.insert(copy.contentHash).inserted {
            if try bringsNews(copy) { return .updated }
        }
        return .read
    }
}

/// What an article counts as; the raw values are in the schema.
enum ArticleReading: Int64 {
    case new = 0
    case read = 1
    /// The reader marked it unread.
    case keptUnread = 2
}

/// What a story counts as; the raw values are in the schema.
package enum StoryState: Int64, Hashable, Sendable {
    case unread = 0
    case read = 1
    /// Read before, and since then something of substance came.
    case updated = 2
}
