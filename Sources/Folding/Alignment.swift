/// Two bodies laid side by side: runs of words that both have in the same order, and the gaps between.
///
/// Fillings of one template agree on the frame and differ in small gaps that hold names and numbers; copies lack whole
/// sentences, or differ in words that name nothing. After the patience diff (Bram Cohen): runs grow from three-word
/// sequences that stand once in each text, so the work is n log n whatever the texts are.
struct Alignment {
    /// Words in runs.
    private(set) var matchedWords = 0
    /// Small gaps with facts in both texts and none in common: the words of each.
    private(set) var differences: [(first: Range<Int>, second: Range<Int>)] = []

    var differingFacts: Int { differences.count }

    init(_ first: [BodyWord], _ second: [BodyWord]) {
        let seeds = Self.increasing(Self.uniqueSequences(first, second))
        var endOfRun = (first: 0, second: 0)
        for seed in seeds where seed.first >= endOfRun.first && seed.second >= endOfRun.second {
            var start = seed
            while start.first > endOfRun.first, start.second > endOfRun.second,
                first[start.first - 1].matches(second[start.second - 1])
            {
                start.first -= 1
                start.second -= 1
            }
            close(first, endOfRun.first..<start.first, second, endOfRun.second..<start.second)
            var end = seed
            while end.first < first.count, end.second < second.count, first[end.first].matches(second[end.second]) {
                end.first += 1
                end.second += 1
            }
            matchedWords += end.first - start.first
            endOfRun = end
        }
        if matchedWords > 0 {
            close(first, endOfRun.first..<first.count, second, endOfRun.second..<second.count)
        }
    }

    private mutating func close(
        _ first: [BodyWord], _ ours: Range<Int>, _ second: [BodyWord], _ theirs: Range<Int>
    ) {
        guard !ours.isEmpty, !theirs.isEmpty, max(ours.count, theirs.count) <= FoldingRules.widestGap else { return }
        var ends = (ours.lowerBound, theirs.lowerBound)
        let matches = EditScript.matches(
            first[ours].map { UInt64($0.hash) }, second[theirs].map { UInt64($0.hash) })
        for match in matches {
            let starts = (ours.lowerBound + match.old, theirs.lowerBound + match.new)
            compare(first, ends.0..<starts.0, second, ends.1..<starts.1)
            ends = (starts.0 + match.count, starts.1 + match.count)
        }
        compare(first, ends.0..<ours.upperBound, second, ends.1..<theirs.upperBound)
    }

    private mutating func compare(
        _ first: [BodyWord], _ ours: Range<Int>, _ second: [BodyWord], _ theirs: Range<Int>
    ) {
        guard max(ours.count, theirs.count) <= FoldingRules.widestSlot else { return }
        let ourFacts = first[ours].filter(\.isFact).map(\.hash)
        let theirFacts = second[theirs].filter(\.isFact).map(\.hash)
        guard !ourFacts.isEmpty, !theirFacts.isEmpty else { return }
        if !ourFacts.contains(where: theirFacts.contains) { differences.append((ours, theirs)) }
    }

    /// Places of three words in a row that stand once in each text, in the order of the first.
    private static func uniqueSequences(
        _ first: [BodyWord], _ second: [BodyWord]
    ) -> [(first: Int, second: Int)] {
        let ours = placesOfSequences(first)
        let theirs = placesOfSequences(second)
        var found: [(first: Int, second: Int)] = []
        var left = 0
        var right = 0
        while left < ours.count, right < theirs.count {
            let (one, other) = (ours[left].hash, theirs[right].hash)
            if one == other {
                let nextLeft = ours[left...].prefix { $0.hash == one }.endIndex
                let nextRight = theirs[right...].prefix { $0.hash == one }.endIndex
                if nextLeft == left + 1, nextRight == right + 1 {
                    found.append((ours[left].place, theirs[right].place))
                }
                left = nextLeft
                right = nextRight
            } else if one < other {
                left += 1
            } else {
                right += 1
            }
        }
        return found.sorted { $0.first < $1.first }
    }

    private static func placesOfSequences(_ words: [BodyWord]) -> [(hash: UInt64, place: Int)] {
        guard words.count >= 3 else { return [] }
        return (0..<words.count - 2).map { place in
            let hash =
                UInt64(words[place].hash) << 32 | UInt64(words[place + 1].hash) << 16 | UInt64(words[place + 2].hash)
            return (hash, place)
        }.sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
    }

    /// The longest chain of pairs that ascends in both (patience sorting).
    private static func increasing(_ pairs: [(first: Int, second: Int)]) -> [(first: Int, second: Int)] {
        var piles: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var low = 0
            var high = piles.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].second < pairs[index].second { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = piles[low - 1] }
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var chain: [(first: Int, second: Int)] = []
        var index = piles.last ?? -1
        while index >= 0 {
            chain.append(pairs[index])
            index = before[index]
        }
        return chain.reversed()
    }
}
