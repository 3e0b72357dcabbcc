/// Where two texts that go on alike say that they come from: `SANDVIK, Norland (AP) — `.
enum Datelines {
    /// Whether all that stands before the words that both have is a dateline, in both, with no place in common.
    ///
    /// Desks drop a dateline, or the agency in it; none puts in another place. What follows one begins with a capital
    /// letter, which so looks like a name; at the beginning of a text it does not.
    static func differ(
        _ first: [BodyWord], before firstShared: Int, _ second: [BodyWord], before secondShared: Int
    ) -> Bool {
        guard followsDateline(first, firstShared), followsDateline(second, secondShared),
            let ours = places(first[..<firstShared]), let theirs = places(second[..<secondShared])
        else { return false }
        return !ours.contains(where: theirs.contains)
    }

    /// The words that name places; `nil` if the words are no dateline.
    private static func places(_ words: ArraySlice<BodyWord>) -> [UInt16]? {
        guard (1...FoldingRules.widestDateline).contains(words.count), let start = words.first, start.isFact,
            !dates.contains(start.hash)
        else { return nil }
        var places: [UInt16] = []
        for (index, word) in zip(words.indices, words) where !agencies.contains(word.hash) {
            if word.isFact {
                if !dates.contains(word.hash) { places.append(word.hash) }
            } else if index + 1 == words.endIndex || !words[index + 1].isFact {
                // `Rio de Janeiro` has a small word, but not at the end.
                return nil
            }
        }
        return places
    }

    /// Whether the text may begin at `index`, perhaps behind the agency. An agency a little later shows that the
    /// datelines end alike: two towns of one country.
    private static func followsDateline(_ words: [BodyWord], _ index: Int) -> Bool {
        let rest = words[index...].drop { agencies.contains($0.hash) }
        guard let start = rest.first, start.isFact else { return false }
        return !rest.prefix(3).contains { agencies.contains($0.hash) }
    }

    private static let agencies = Set(FactWords.agencies.map { BodyWord(hash: $0, isFact: false).hash })
    private static let dates = Set(FactWords.hashes.map { BodyWord(hash: $0, isFact: true).hash })
}
