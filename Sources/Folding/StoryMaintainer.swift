package import Model

/// Keeps the stories of a store right as articles come, change and go, and as the reader rules.
///
/// After each call the stories are those that `StoryPartition` finds among the same articles and rulings from scratch,
/// whatever came before. A call must run inside one transaction of the store, alone; if it throws, roll back.
///
/// Work is bounded: an article meets at most `2 * FoldingRules.reach` texts an anchor, and only the stories beside it
/// are formed anew.
package struct StoryMaintainer<Store: FoldingStore> {
    package var store: Store

    package init(_ store: Store) { self.store = store }

    /// Folds `article`, which has `text` now: a new article, or one whose text has changed. Harmless if nothing has.
    @discardableResult
    package mutating func insert(
        _ article: ArticleID, contentHash: ContentHash, text: FoldableText
    ) throws -> StoryChanges {
        var settling = Settling()
        try fold(article, contentHash, text, &settling)
        return try settle(settling)
    }

    /// Takes `article` out of its story. Harmless if it is not there.
    @discardableResult
    package mutating func remove(_ article: ArticleID) throws -> StoryChanges {
        var settling = Settling()
        try unfold(article, &settling)
        return try settle(settling)
    }

    /// Overrules what the texts of two articles say, or with `nil` lets the texts speak again. Either article may not
    /// be there, or not yet.
    @discardableResult
    package mutating func overrule(_ pair: ArticlePair, _ ruling: Ruling?) throws -> StoryChanges {
        var settling = Settling()
        try store.setRuling(ruling, on: pair)
        for article in [pair.first, pair.second] {
            guard let folded = try store.folded(article) else { continue }
            settling.dirty.insert(folded.text)
            guard let fingerprint = try store.fingerprint(of: folded.text) else { continue }
            try fold(article, folded.contentHash, FoldableText(fingerprint), &settling)
        }
        return try settle(settling)
    }
}

/// What a call has done to the graph of texts, before stories are formed anew.
private struct Settling {
    /// Texts whose edges, articles or rulings have changed, still there or not.
    var dirty: Set<TextKey> = []
    /// Where texts stood that are gone.
    var gone: [TextKey: Placement] = [:]
    /// A text that was not there before, and its one article's content hash.
    var added: (text: TextKey, contentHash: ContentHash)?

    /// The added text, if nothing else has changed: then it has no edges.
    var lone: (text: TextKey, contentHash: ContentHash)? {
        // The reader may have ruled on one that stands alone.
        guard let added, !added.text.standsAlone, dirty.count == 1, gone.isEmpty else { return nil }
        return added
    }
}

extension StoryMaintainer {
    private mutating func fold(
        _ article: ArticleID, _ contentHash: ContentHash, _ text: FoldableText, _ settling: inout Settling
    ) throws {
        let isAlone = try text.fingerprint.evidence == .none || !store.rulings(on: article).isEmpty
        let key = isAlone ? TextKey(of: text.fingerprint, standingAlone: article) : text.key
        let folded = FoldedArticle(text: key, contentHash: contentHash)
        let before = try store.folded(article)
        guard before != folded else { return }
        if let before, before.text != key { try unfold(article, &settling) }
        settling.dirty.insert(key)
        if try store.addText(text, under: key) {
            settling.added = (key, contentHash)
            try link(text, under: key, &settling)
        }
        try store.setFolded(folded, for: article)
    }

    private mutating func unfold(_ article: ArticleID, _ settling: inout Settling) throws {
        guard let folded = try store.folded(article) else { return }
        try store.setFolded(nil, for: article)
        settling.dirty.insert(folded.text)
        if try store.articles(of: folded.text, limit: 1).isEmpty { try removeText(folded.text, &settling) }
    }

    // MARK: The graph

    /// Adds the edges of a text that was added, and takes away those of pairs that it has pushed out of each other's reach.
    private mutating func link(_ text: FoldableText, under key: TextKey, _ settling: inout Settling) throws {
        /// With how much the anchors that bring each near weigh.
        var near: [TextKey: Int] = [:]
        var parted: [Pair] = []
        for anchor in text.anchors {
            let neighbours = try neighbours(of: key, sharing: anchor)
            for other in neighbours.near { near[other, default: 0] += neighbours.weight }
            parted += neighbours.pairsAcross
        }
        var comparer = Comparer(text.fingerprint)
        for (other, weight) in near where Neighbours.meet(key, other, weight: weight) {
            guard let fingerprintOfOther = try store.fingerprint(of: other),
                let relation = comparer.compare(with: fingerprintOfOther).relation
            else { continue }
            try store.link(key, other, as: relation)
            settling.dirty.insert(other)
        }
        for pair in parted where try isLinked(pair) && !meet(pair) {
            try store.unlink(pair.lower, pair.upper)
            settling.dirty.formUnion([pair.lower, pair.upper])
        }
    }

    /// The reverse: pairs that the text has kept apart come into reach.
    private mutating func removeText(_ text: TextKey, _ settling: inout Settling) throws {
        guard let fingerprint = try store.fingerprint(of: text) else { return }
        settling.gone[text] = try store.placement(of: text)
        for edge in try store.edges(of: text) {
            try store.unlink(text, edge.other)
            settling.dirty.insert(edge.other)
        }
        var joined: Set<Pair> = []
        for anchor in fingerprint.anchors {
            joined.formUnion(try neighbours(of: text, sharing: anchor).pairsAcross)
        }
        try store.removeText(text)
        for pair in joined where try !isLinked(pair) && meet(pair) {
            guard let lower = try store.fingerprint(of: pair.lower), let upper = try store.fingerprint(of: pair.upper),
                let relation = Comparison(lower, upper).relation
            else { continue }
            try store.link(pair.lower, pair.upper, as: relation)
            settling.dirty.formUnion([pair.lower, pair.upper])
        }
    }

    private func neighbours(of text: TextKey, sharing anchor: Anchor) throws -> Neighbours {
        let beside = try store.texts(sharing: anchor, beside: text, limit: Neighbours.seen)
        return Neighbours(before: beside.before, after: beside.after)
    }

    private func isLinked(_ pair: Pair) throws -> Bool { try store.isLinked(pair.lower, pair.upper) }

    /// Whether enough anchors bring the two near.
    private func meet(_ pair: Pair) throws -> Bool {
        guard let lower = try store.fingerprint(of: pair.lower), let upper = try store.fingerprint(of: pair.upper)
        else { return false }
        var weight = 0
        for anchor in Set(lower.anchors).intersection(upper.anchors) {
            let neighbours = try neighbours(of: pair.lower, sharing: anchor)
            if neighbours.near.contains(pair.upper) { weight += neighbours.weight }
        }
        return Neighbours.meet(pair.lower, pair.upper, weight: weight)
    }
}

extension StoryMaintainer {
    // MARK: Groups and stories

    /// A text without edges is a group and a story by itself, as `StoryRegion` would find: most that arrive are.
    private mutating func settle(lone text: TextKey, _ contentHash: ContentHash) throws -> StoryChanges {
        let story = StoryName.Candidate(text: text, contentHash: contentHash).id
        try store.place(text, Placement(group: text, story: story))
        return StoryChanges(touched: [story])
    }

    private mutating func settle(_ settling: Settling) throws -> StoryChanges {
        guard !settling.dirty.isEmpty else { return StoryChanges() }
        if let lone = settling.lone { return try settle(lone: lone.text, lone.contentHash) }
        let placements = try StoryRegion.placements(in: store, around: settling.dirty, gone: settling.gone)
        var changes = StoryChanges()
        var before: Set<StoryID> = Set(settling.gone.values.map(\.story))
        for (text, placement) in placements {
            let old = try store.placement(of: text)
            guard old != placement else { continue }
            try store.place(text, placement)
            if let old { before.insert(old.story) }
            guard old?.story != placement.story else { continue }
            changes.touched.insert(placement.story)
            if let old { changes.moves.insert(StoryChanges.Move(from: old.story, to: placement.story)) }
        }
        for text in settling.dirty {
            if let placement = placements[text] { changes.touched.insert(placement.story) }
        }
        for story in before {
            if try store.texts(inStory: story).isEmpty {
                changes.retired.insert(story)
            } else {
                changes.touched.insert(story)
            }
        }
        changes.touched.subtract(changes.retired)
        return changes
    }
}
