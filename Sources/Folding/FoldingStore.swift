package import Model

/// What folding needs from persistence, inside one open transaction.
///
/// Every question has a bounded answer from one index; the shape that each asks for stands beside it. Nothing here is
/// replicated but the rulings, and all but those can be rebuilt from the articles.
package protocol FoldingStore {
    // MARK: Articles

    /// The text that `article` was last folded under; `nil` if it is not folded. By primary key.
    func folded(_ article: ArticleID) throws -> FoldedArticle?

    /// Records, or with `nil` forgets, what `article` is folded under: a text that is there.
    mutating func setFolded(_ folded: FoldedArticle?, for article: ArticleID) throws

    /// The articles that have this text, smallest id first, at most `limit`. Index (text, article).
    func articles(of text: TextKey, limit: Int) throws -> [ArticleID]

    /// The smallest content hash among the articles that have this text, `nil` if none has. Index (text, content hash).
    func smallestContentHash(of text: TextKey) throws -> ContentHash?

    // MARK: Texts and their anchors

    /// By primary key. A store may keep `Fingerprint.encoded`, or take the fingerprint of one of the articles anew.
    func fingerprint(of text: TextKey) throws -> Fingerprint?

    /// Adds a text under `key`, which may be that of one article alone, to be found by each of its anchors. False if it is
    /// there: then nothing is to be done. By primary key.
    mutating func addText(_ text: FoldableText, under key: TextKey) throws -> Bool

    /// Removes a text with its anchors and its placement. Its edges have been unlinked before.
    mutating func removeText(_ text: TextKey) throws

    /// The texts with this anchor that stand beside `text` in the order of keys, nearest first, at most `limit` on each
    /// side. `text` itself need not have the anchor. Primary key (anchor, text), forwards and backwards.
    func texts(sharing anchor: Anchor, beside text: TextKey, limit: Int) throws -> BesideTexts

    // MARK: Edges

    /// The texts related to `text`, seen from `text`. Primary key (text, other), with a row for each direction.
    /// A text has at most `2 * FoldingRules.reach` edges an anchor.
    func edges(of text: TextKey) throws -> [Edge]

    /// Whether the two are related. By primary key.
    func isLinked(_ text: TextKey, _ other: TextKey) throws -> Bool

    /// Records that `text` has `relation` to `other`, and the reverse of it seen from `other`; replaces what was there.
    mutating func link(_ text: TextKey, _ other: TextKey, as relation: Relation) throws

    /// Forgets the relation of two texts, in both directions.
    mutating func unlink(_ text: TextKey, _ other: TextKey) throws

    // MARK: Placements

    /// By primary key.
    func placement(of text: TextKey) throws -> Placement?

    mutating func place(_ text: TextKey, _ placement: Placement) throws

    /// The texts placed in a core group, smallest key first, at most `limit`. Index (group, text).
    func texts(inGroup group: TextKey, limit: Int) throws -> [TextKey]

    /// The texts placed in a story, smallest key first. Index (story, text).
    func texts(inStory story: StoryID) throws -> [TextKey]

    // MARK: The reader's rulings

    /// What the reader ruled about `article` and any other, whether or not the other is known here.
    func rulings(on article: ArticleID) throws -> [ArticleID: Ruling]

    /// Records, or with `nil` forgets, the ruling on a pair. A ruling has no direction.
    mutating func setRuling(_ ruling: Ruling?, on pair: ArticlePair) throws
}

/// A hash that some window of a text is sure to be found by: 31 bits, which SQLite keeps in four bytes.
package typealias Anchor = UInt32

extension Anchor {
    /// Of the lower bits of `hash`.
    init(hash: UInt64) { self.init(truncatingIfNeeded: hash & 0x7FFF_FFFF) }
}

/// Texts on both sides of a text in the order of keys, nearest first.
package struct BesideTexts: Hashable, Sendable {
    package var before: [TextKey]
    package var after: [TextKey]

    package init(before: [TextKey] = [], after: [TextKey] = []) {
        self.before = before
        self.after = after
    }
}

/// What an article was folded under.
package struct FoldedArticle: Hashable, Sendable {
    package var text: TextKey
    package var contentHash: ContentHash

    package init(text: TextKey, contentHash: ContentHash) {
        self.text = text
        self.contentHash = contentHash
    }
}

/// One text's relation to another.
package struct Edge: Hashable, Sendable {
    package var other: TextKey
    package var relation: Relation

    package init(to other: TextKey, _ relation: Relation) {
        self.other = other
        self.relation = relation
    }
}

/// Where a text stands: its core group, named by the group's smallest key, and the story that the group belongs to.
package struct Placement: Hashable, Sendable {
    package var group: TextKey
    package var story: StoryID

    package init(group: TextKey, story: StoryID) {
        self.group = group
        self.story = story
    }
}

/// The reader's word on two articles; it overrules what their texts say.
package enum Ruling: Hashable, Sendable {
    case together
    case apart
}

/// Two articles, in the order of their ids.
package struct ArticlePair: Hashable, Sendable {
    package let first: ArticleID
    package let second: ArticleID

    /// `nil` for an article and itself.
    package init?(_ one: ArticleID, _ other: ArticleID) {
        guard one != other else { return nil }
        first = min(one, other)
        second = max(one, other)
    }
}
