package import Model

/// Why two texts are or are not copies, for a person to read.
package struct Explanation: Sendable {
    package let comparison: Comparison
    /// Words of the two bodies.
    package let wordCounts: (first: Int, second: Int)
    /// Passages of at least `FoldingRules.shingleLength` words in both, longest first.
    package let passages: [Passage]
    /// Small gaps between aligned words in which the two state other facts.
    package let differences: [Difference]

    package struct Difference: Hashable, Sendable {
        package let first: String
        package let second: String
    }

    /// Words that stand in both bodies in the same order.
    package struct Passage: Hashable, Sendable {
        package let wordCount: Int
        /// As the first text has it.
        package let text: String
        /// The number of its first word in each body.
        package let placeInFirst: Int
        package let placeInSecond: Int
    }

    package init(_ first: CanonicalText, _ second: CanonicalText) {
        let one = Prose(first)
        let other = Prose(second)
        comparison = Comparison(Fingerprint(of: one), Fingerprint(of: other))
        wordCounts = (one.words.count, other.words.count)
        let firstBytes = Array(first.text.utf8)
        let secondBytes = Array(second.text.utf8)
        // The same way round as in the comparison, so that the same gaps are found.
        let differences =
            comparison.firstIsShorter
            ? Alignment(one.bodyWords, other.bodyWords).differences
            : Alignment(other.bodyWords, one.bodyWords).differences.map { (first: $0.second, second: $0.first) }
        self.differences = differences.map {
            Difference(
                first: Self.text($0.first, of: one.words, firstBytes),
                second: Self.text($0.second, of: other.words, secondBytes))
        }
        passages = Self.passages(one.words, other.words, firstBytes)
    }

    /// Extends each shared shingle as far as the words agree, then goes on behind it: linear in the two texts.
    private static func passages(_ first: Words, _ second: Words, _ bytes: [UInt8]) -> [Passage] {
        let length = FoldingRules.shingleLength
        guard first.count >= length, second.count >= length else { return [] }
        var places: [[UInt64]: Int] = [:]
        for place in stride(from: second.count - length, through: 0, by: -1) {
            places[Array(second.hashes[place..<place + length])] = place
        }
        var found: [Passage] = []
        var place = 0
        while place + length <= first.count {
            guard let start = places[Array(first.hashes[place..<place + length])] else {
                place += 1
                continue
            }
            var count = length
            while place + count < first.count, start + count < second.count,
                first.hashes[place + count] == second.hashes[start + count]
            { count += 1 }
            found.append(
                Passage(
                    wordCount: count, text: text(place..<place + count, of: first, bytes), placeInFirst: place,
                    placeInSecond: start))
            place += count
        }
        return found.sorted { ($1.wordCount, $0.placeInFirst) < ($0.wordCount, $1.placeInFirst) }
    }

    private static func text(_ range: Range<Int>, of words: Words, _ bytes: [UInt8]) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: bytes[Int(words.starts[first])..<Int(words.ends[last])], as: UTF8.self)
    }
}
