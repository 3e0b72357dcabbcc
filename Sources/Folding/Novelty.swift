package import Model

/// Tells whether a text brings anything that a reader of other texts has not read.
///
/// A story that was read returns as *updated* only for a new paragraph of substance: not for another headline, byline
/// or agency line, nor for a moved, trimmed or lightly edited paragraph.
package struct Novelty: Sendable {
    /// What counts as substance; the reader may ask for more or less.
    package struct Rule: Hashable, Sendable {
        /// Words that a paragraph must have.
        package var fewestWords: Int
        /// The share of its words, in thousandths, that must stand in no known passage.
        package var leastNewShare: Int

        /// A sentence of news has 12 words at least; half of them new is more than an edit.
        package static let standard = Rule(fewestWords: 12, leastNewShare: 500)

        package init(fewestWords: Int, leastNewShare: Int) {
            self.fewestWords = fewestWords
            self.leastNewShare = leastNewShare
        }
    }

    private let rule: Rule
    /// Every four words in a row that the known texts have.
    private var known: Set<UInt64> = []

    private static let passageLength = 4

    package init(_ rule: Rule = .standard) { self.rule = rule }

    /// Adds what a reader has read.
    package mutating func know(_ text: CanonicalText) {
        let words = Prose(text).words
        Self.forEachPassage(of: words, in: 0..<words.count) { _, hash in known.insert(hash) }
    }

    /// The paragraphs of `text` that are new and of substance, by their number in `CanonicalText.paragraphs`,
    /// ascending.
    package func newParagraphs(of text: CanonicalText) -> [Int] {
        let prose = Prose(text)
        return prose.paragraphs.filter { isNew($0.words, of: prose.words) }.map(\.index)
    }

    private func isNew(_ paragraph: Range<Int>, of words: Words) -> Bool {
        guard paragraph.count >= rule.fewestWords else { return false }
        var isKnown = [Bool](repeating: false, count: paragraph.count)
        Self.forEachPassage(of: words, in: paragraph) { place, hash in
            guard known.contains(hash) else { return }
            for word in place..<place + Self.passageLength { isKnown[word - paragraph.lowerBound] = true }
        }
        let newWords = isKnown.count { !$0 }
        return newWords * 1000 >= paragraph.count * rule.leastNewShare
    }

    private static func forEachPassage(
        of words: Words, in range: Range<Int>, _ body: (_ place: Int, _ hash: UInt64) -> Void
    ) {
        guard range.count >= passageLength else { return }
        for place in range.lowerBound...range.upperBound - passageLength {
            var hash: UInt64 = 0
            for word in words.hashes[place..<place + passageLength] { hash = hash &* 0x9E37_79B9_7F4A_7C15 ^ word }
            body(place, hash)
        }
    }
}
