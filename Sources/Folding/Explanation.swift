package import Model

/// Why two texts are or are not copies, for a person to read.
package struct Explanation: Sendable {
    package let comparison: Comparison
    /// Words of the two bodies.
    package let wordCounts: (first: Int, second: Int)
    /// Passages of at least `FoldingRules.shingleLength` words in both, longest first.
    package let passages: [Passage]
    /// Numbers and days in equal surroundings, of which the two have no value in common.
    package let differingValues: [(first: String, second: String)]

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
        let al = Alignment(Fingerprint(of: one).words, Fingerprint(of: other).words)
        print("ALIGN", al.matchedWords, al.agreeingFacts, al.differingFacts)
        func tx(_ p: Prose, _ t: CanonicalText, _ r: Range<Int>) -> String { r.map { let a = Array(t.text.utf8)[Int(p.words.starts[$0])..<Int(p.words.ends[$0])]; return String(decoding: a, as: UTF8.self) }.joined(separator: " ") }
        for d in al.differences.prefix(30) { print("   ", tx(one, first, d.first), "<>", tx(other, second, d.second)) }
        comparison = Comparison(Fingerprint(of: one), Fingerprint(of: other))
        wordCounts = (one.words.count, other.words.count)
        let firstBytes = Array(first.text.utf8)
        let secondBytes = Array(second.text.utf8)
        passages = Self.passages(one.words, other.words, firstBytes)
        differingValues = Self.differingValues(one, other, firstBytes, secondBytes)
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
            let range = Int(first.starts[place])..<Int(first.ends[place + count - 1])
            found.append(
                Passage(
                    wordCount: count, text: String(decoding: bytes[range], as: UTF8.self), placeInFirst: place,
                    placeInSecond: start))
            place += count
        }
        return found.sorted { ($1.wordCount, $0.placeInFirst) < ($0.wordCount, $1.placeInFirst) }
    }

    private static func differingValues(
        _ first: Prose, _ second: Prose, _ firstBytes: [UInt8], _ secondBytes: [UInt8]
    ) -> [(first: String, second: String)] {
        let ofFirst = Dictionary(grouping: first.slots, by: \.context)
        let ofSecond = Dictionary(grouping: second.slots, by: \.context)
        let values = { (slots: [Slot], prose: Prose, bytes: [UInt8]) -> String in
            slots.compactMap { prose.slotPlaces[$0] }.sorted { $0.lowerBound < $1.lowerBound }
                .map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: ", ")
        }
        var differing: [(place: Int, first: String, second: String)] = []
        for (context, ours) in ofFirst {
            guard let theirs = ofSecond[context], Set(ours).isDisjoint(with: theirs) else { continue }
            let place = ours.compactMap { first.slotPlaces[$0]?.lowerBound }.min() ?? 0
            differing.append((place, values(ours, first, firstBytes), values(theirs, second, secondBytes)))
        }
        return differing.sorted { $0.place < $1.place }.map { ($0.first, $0.second) }
    }
}
