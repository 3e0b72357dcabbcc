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
        let ours = SequencePlaces(first)
        let theirs = SequencePlaces(second)
        return ours.unique.compactMap { sequence, place in
            theirs.place(of: sequence).map { (first: place, second: $0) }
        }
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

/// Where each run of three words stands in a text: a table by open addressing, as alignments are many and short.
private struct SequencePlaces {
    private static let none: Int32 = -1
    private static let many: Int32 = -2

    private let sequences: [UInt64]
    private var keys: [UInt64]
    /// The place of the key beside it; `none` where the slot is free, `many` if it stands in several.
    private var places: [Int32]
    private let mask: Int

    init(_ words: [BodyWord]) {
        let count = max(0, words.count - 2)
        sequences = words.withUnsafeBufferPointer { words in
            (0..<count).map { place in
                UInt64(words[place].hash) << 32 | UInt64(words[place + 1].hash) << 16 | UInt64(words[place + 2].hash)
            }
        }
        var size = 16
        while size < count * 2 { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        places = [Int32](repeating: Self.none, count: size)
        for (place, sequence) in sequences.enumerated() {
            let slot = slot(of: sequence)
            keys[slot] = sequence
            places[slot] = places[slot] == Self.none ? Int32(place) : Self.many
        }
    }

    /// The sequences that stand in one place alone, in order.
    var unique: [(sequence: UInt64, place: Int)] {
        sequences.enumerated().compactMap { place, sequence in
            places[slot(of: sequence)] == Int32(place) ? (sequence, place) : nil
        }
    }

    /// `nil` unless `sequence` stands in one place alone.
    func place(of sequence: UInt64) -> Int? {
        let place = places[slot(of: sequence)]
        return place >= 0 ? Int(place) : nil
    }

    /// The slot of `sequence`, or the free one where it would be.
    private func slot(of sequence: UInt64) -> Int {
        var slot = Int((sequence &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while places[slot] != Self.none, keys[slot] != sequence { slot = (slot + 1) & mask }
        return slot
    }
}
