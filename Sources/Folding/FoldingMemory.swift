package import Model

/// A store of folding that lives in memory: for `wiredesk fold`, which keeps nothing, and for tests.
package struct FoldingMemory: FoldingStore {
    private var foldedArticles: [ArticleID: FoldedArticle] = [:]
    private var articlesOfText: [TextKey: Set<ArticleID>] = [:]
    private var fingerprints: [TextKey: Fingerprint] = [:]
    /// Ascending.
    private var textsOfAnchor: [Anchor: [TextKey]] = [:]
    private var relations: [TextKey: [TextKey: Relation]] = [:]
    private var placements: [TextKey: Placement] = [:]
    private var textsOfGroup: [TextKey: Set<TextKey>] = [:]
    private var textsOfStory: [StoryID: Set<TextKey>] = [:]
    private var rulings: [ArticleID: [ArticleID: Ruling]] = [:]

    package init() {}

    /// The stories of all articles.
    package var stories: [ArticleID: StoryID] {
        foldedArticles.compactMapValues { placements[$0.text]?.story }
    }

    package func folded(_ article: ArticleID) -> FoldedArticle? { foldedArticles[article] }

    package mutating func setFolded(_ folded: FoldedArticle?, for article: ArticleID) {
        if let before = foldedArticles[article] { articlesOfText.remove(article, from: before.text) }
        foldedArticles[article] = folded
        if let folded { articlesOfText[folded.text, default: []].insert(article) }
    }

    package func articles(of text: TextKey, limit: Int) -> [ArticleID] {
        Array((articlesOfText[text] ?? []).sorted().prefix(limit))
    }

    package func smallestContentHash(of text: TextKey) -> ContentHash? {
        articlesOfText[text]?.compactMap { foldedArticles[$0]?.contentHash }.min()
    }

    package func fingerprint(of text: TextKey) -> Fingerprint? { fingerprints[text] }

    package mutating func addText(_ text: FoldableText, under key: TextKey) -> Bool {
        guard fingerprints[key] == nil else { return false }
        fingerprints[key] = text.fingerprint
        for anchor in text.anchors {
            let place = textsOfAnchor[anchor, default: []].firstIndex(notBefore: key)
            textsOfAnchor[anchor, default: []].insert(key, at: place)
        }
        return true
    }

    package mutating func removeText(_ text: TextKey) {
        for anchor in fingerprints.removeValue(forKey: text)?.anchors ?? [] {
            textsOfAnchor[anchor]?.removeAll { $0 == text }
            if textsOfAnchor[anchor]?.isEmpty == true { textsOfAnchor[anchor] = nil }
        }
        if let placement = placements.removeValue(forKey: text) {
            textsOfGroup.remove(text, from: placement.group)
            textsOfStory.remove(text, from: placement.story)
        }
    }

    package func texts(sharing anchor: Anchor, beside text: TextKey, limit: Int) -> BesideTexts {
        guard let texts = textsOfAnchor[anchor] else { return BesideTexts() }
        let place = texts.firstIndex(notBefore: text)
        let next = place < texts.count && texts[place] == text ? place + 1 : place
        return BesideTexts(
            before: texts[..<place].suffix(limit).reversed(), after: Array(texts[next...].prefix(limit)))
    }

    package func edges(of text: TextKey) -> [Edge] {
        (relations[text] ?? [:]).map { Edge(to: $0.key, $0.value) }
    }

    package func isLinked(_ text: TextKey, _ other: TextKey) -> Bool { relations[text]?[other] != nil }

    package mutating func link(_ text: TextKey, _ other: TextKey, as relation: Relation) {
        relations[text, default: [:]][other] = relation
        relations[other, default: [:]][text] = relation.reversed
    }

    package mutating func unlink(_ text: TextKey, _ other: TextKey) {
        for (one, another) in [(text, other), (other, text)] {
            relations[one]?[another] = nil
            if relations[one]?.isEmpty == true { relations[one] = nil }
        }
    }

    package func placement(of text: TextKey) -> Placement? { placements[text] }

    package mutating func place(_ text: TextKey, _ placement: Placement) {
        if let before = placements[text] {
            textsOfGroup.remove(text, from: before.group)
            textsOfStory.remove(text, from: before.story)
        }
        placements[text] = placement
        textsOfGroup[placement.group, default: []].insert(text)
        textsOfStory[placement.story, default: []].insert(text)
    }

    package func texts(inGroup group: TextKey, limit: Int) -> [TextKey] {
        Array((textsOfGroup[group] ?? []).sorted().prefix(limit))
    }

    package func texts(inStory story: StoryID) -> [TextKey] { (textsOfStory[story] ?? []).sorted() }

    package func rulings(on article: ArticleID) -> [ArticleID: Ruling] { rulings[article] ?? [:] }

    package mutating func setRuling(_ ruling: Ruling?, on pair: ArticlePair) {
        for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            rulings[one, default: [:]][other] = ruling
            if rulings[one]?.isEmpty == true { rulings[one] = nil }
        }
    }
}

extension Dictionary {
    /// Takes `element` out of the set under `key`, and the set away once it is empty.
    fileprivate mutating func remove<Element>(_ element: Element, from key: Key) where Value == Set<Element> {
        self[key]?.remove(element)
        if self[key]?.isEmpty == true { self[key] = nil }
    }
}

extension [TextKey] {
    /// Where `text` is or would be in an ascending array.
    fileprivate func firstIndex(notBefore text: TextKey) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < text { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
