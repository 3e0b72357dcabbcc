/// Two bodies laid side by side: runs of words that both have in the same order, and the gaps between.
///
/// Fillings of one template agree on the frame and differ in small gaps that hold names and numbers; copies lack whole
/// sentences, or differ in words that name nothing. After the patience diff (Bram Cohen): runs grow from three-word
/// sequences that stand once in each text, so the work is n log n whatever the texts are.
struct Alignment {
    /// Words that are the same.
    private(set) var matchedWords = 0
    /// Small places in equal surroundings, with facts in both texts and none in common: the words of each.
    private(set) var differences: [(first: Range<Int>, second: Range<Int>)] = []

    /// Whether both begin with a dateline, and with no place in common.
    private(set) var hasOtherDateline = false

    var differingFacts: Int { differences.count }

    /// Places that correspond, one by one.
    private struct Run {
        var first: Int
        var second: Int
        var count: Int

        var end: (first: Int, second: Int) { (first + count, second + count) }
    }

    init(_ first: [BodyWord], _ second: [BodyWord]) {
        let runs = Self.runs(first, second)
        guard var before = runs.first else { return }
        // A dateline and the name that follows it may be taken to correspond to another.
        while before.count > 0, !first[before.first].matches(second[before.second]) {
            before = Run(first: before.first + 1, second: before.second + 1, count: before.count - 1)
        }
        guard before.count > 0 else { return }
        compareOpenings(first, second, before)
        compareRun(first, second, before)
        for run in runs.dropFirst() {
            compare(first, before.end.first..<run.first, second, before.end.second..<run.second, before, run)
            compareRun(first, second, run)
            before = run
        }
        let end = Run(first: first.count, second: second.count, count: 0)
        compare(first, before.end.first..<first.count, second, before.end.second..<second.count, before, end)
    }

    // MARK: What corresponds

    private static func runs(_ first: [BodyWord], _ second: [BodyWord]) -> [Run] {
        var runs: [Run] = []
        var open = Run(first: 0, second: 0, count: 0)
        for seed in increasing(uniqueSequences(first, second)) {
            guard seed.first >= open.end.first, seed.second >= open.end.second else { continue }
            var run = Run(first: seed.first, second: seed.second, count: 0)
            while run.first > open.end.first, run.second > open.end.second,
                first[run.first - 1].fits(second[run.second - 1])
            {
                run = Run(first: run.first - 1, second: run.second - 1, count: run.count + 1)
            }
            while run.end.first < first.count, run.end.second < second.count,
                first[run.end.first].fits(second[run.end.second])
            { run.count += 1 }
            if !runs.isEmpty {
                fill(&runs, first, open.end.first..<run.first, second, open.end.second..<run.second)
            }
            runs.append(run)
            open = run
        }
        guard !runs.isEmpty else { return [] }
        fill(&runs, first, open.end.first..<first.count, second, open.end.second..<second.count)
        return runs
    }

    /// Single words of a small gap that stand in both correspond too.
    private static func fill(
        _ runs: inout [Run], _ first: [BodyWord], _ ours: Range<Int>, _ second: [BodyWord], _ theirs: Range<Int>
    ) {
        guard !ours.isEmpty, !theirs.isEmpty, max(ours.count, theirs.count) <= FoldingRules.widestGap else { return }
        for match in EditScript.matches(first[ours].map(\.frame), second[theirs].map(\.frame)) {
            runs.append(
                Run(first: ours.lowerBound + match.old, second: theirs.lowerBound + match.new, count: match.count))
        }
    }

    // MARK: What differs

    /// Looks at facts of a run that stand where the other text has other facts, and counts the words that are the same.
    private mutating func compareRun(_ first: [BodyWord], _ second: [BodyWord], _ run: Run) {
        let shift = run.second - run.first
        var index = run.first
        while index < run.end.first {
            let start = index
            while index < run.end.first, !first[index].matches(second[index + shift]) { index += 1 }
            if start < index, run.count - (index - start) >= FoldingRules.narrowestFrame {
                compare(first, start..<index, second, start + shift..<index + shift)
            }
            while index < run.end.first, first[index].matches(second[index + shift]) {
                index += 1
                matchedWords += 1
            }
        }
    }

    /// Looks at how the texts begin. A template begins with who did it; a copy may begin with the site's lines and a
    /// dateline, but then what both have begins with a capital letter, which behind a dateline looks like a name.
    private mutating func compareOpenings(_ first: [BodyWord], _ second: [BodyWord], _ run: Run) {
        if Datelines.differ(first, before: run.first, second, before: run.second) {
            hasOtherDateline = true
            return
        }
        guard run.first > 0, run.second > 0, max(run.first, run.second) <= FoldingRules.widestOpening else { return }
        let isMidSentence = !first[run.first].isFact && !second[run.second].isFact
        // `Corp`, of whichever company.
        let isMidName = [first[run.first - 1], first[run.first], second[run.second - 1], second[run.second]]
            .allSatisfy(\.isFact)
        if isMidSentence || isMidName { compare(first, 0..<run.first, second, 0..<run.second) }
    }

    /// Looks at what lies between two runs.
    private mutating func compare(
        _ first: [BodyWord], _ ours: Range<Int>, _ second: [BodyWord], _ theirs: Range<Int>, _ before: Run, _ after: Run
    ) {
        guard before.count + after.count >= FoldingRules.narrowestFrame,
            max(ours.count, theirs.count) <= FoldingRules.widestSlot
        else { return }
        compare(first, ours, second, theirs)
    }

    private mutating func compare(
        _ first: [BodyWord], _ ours: Range<Int>, _ second: [BodyWord], _ theirs: Range<Int>
    ) {
        let ourFacts = first[ours].filter(\.isFact).map(\.hash)
        let theirFacts = second[theirs].filter(\.isFact).map(\.hash)
        guard !ourFacts.isEmpty, !theirFacts.isEmpty else { return }
        if !ourFacts.contains(where: theirFacts.contains) { differences.append((ours, theirs)) }
    }

    /// Places of three words in a row that stand once in each text, whatever their facts, in the order of the first.
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

/// Where each run of three words, all facts alike, stands in a text: a table by open addressing, as alignments are many and short.
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
                words[place].frame << 32 | words[place + 1].frame << 16 | words[place + 2].frame
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
