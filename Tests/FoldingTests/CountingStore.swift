import Folding
import Model

/// A store in memory that counts how many fingerprints are asked for: each comparison asks for one.
struct CountingStore: FoldingStore {
    final class Count {
        var fingerprints = 0
    }

    var memory = FoldingMemory()
    let count = Count()

    func fingerprint(of text: TextKey) -> Fingerprint? {
        count.fingerprints += 1
        return memory.fingerprint(of: text)
    }

    func folded(_ article: ArticleID) -> FoldedArticle? { memory.folded(article) }
    mutating func setFolded(_ folded: FoldedArticle?, for article: ArticleID) { memory.setFolded(folded, for: article) }
    func articles(of text: TextKey, limit: Int) -> [ArticleID] { memory.articles(of: text, limit: limit) }
    func smallestContentHash(of text: TextKey) -> ContentHash? { memory.smallestContentHash(of: text) }
    mutating func addText(_ text: FoldableText, under key: TextKey) -> Bool { memory.addText(text, under: key) }
    mutating func removeText(_ text: TextKey) { memory.removeText(text) }
    func texts(sharing anchor: Anchor, beside text: TextKey, limit: Int) -> BesideTexts {
        memory.texts(sharing: anchor, beside: text, limit: limit)
    }
    func edges(of text: TextKey) -> [Edge] { memory.edges(of: text) }
    func isLinked(_ text: TextKey, _ other: TextKey) -> Bool { memory.isLinked(text, other) }
    mutating func link(_ text: TextKey, _ other: TextKey, as relation: Relation) {
        memory.link(text, other, as: relation)
    }
    mutating func unlink(_ text: TextKey, _ other: TextKey) { memory.unlink(text, other) }
    func placement(of text: TextKey) -> Placement? { memory.placement(of: text) }
    mutating func place(_ text: TextKey, _ placement: Placement) { memory.place(text, placement) }
    func texts(inGroup group: TextKey, limit: Int) -> [TextKey] { memory.texts(inGroup: group, limit: limit) }
    func texts(inStory story: StoryID) -> [TextKey] { memory.texts(inStory: story) }
    func rulings(on article: ArticleID) -> [ArticleID: Ruling] { memory.rulings(on: article) }
    mutating func setRuling(_ ruling: Ruling?, on pair: ArticlePair) { memory.setRuling(ruling, on: pair) }
}
