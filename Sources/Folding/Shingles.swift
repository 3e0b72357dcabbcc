/// Every run of six words of a text, ready to be compared: two texts share such a shingle only where one copied.
package struct Shingles: Hashable, Sendable {
    /// Distinct shingles, ascending by hash. Of one that stands in several places, the first place.
    package let sorted: [Shingle]
    /// Places in the text where a shingle begins.
    package let placeCount: Int

    package var count: Int { sorted.count }

    /// The shingles of a text with these word hashes.
    init(of words: [BodyWord]) {
        let length = FoldingRules.shingleLength
        // The hash above, the place below: as one number they are sorted fastest.
        var all: [UInt64] = []
        all.reserveCapacity(words.count)
        // A polynomial in the words' hashes, rolled on by one word at a time.
        var leading: UInt64 = 1
        for _ in 1..<length { leading = leading &* Self.base }
        var rolling: UInt64 = 0
        for (index, word) in words.enumerated() {
            if index >= length { rolling = rolling &- UInt64(words[index - length].hash) &* leading }
            rolling = rolling &* Self.base &+ UInt64(word.hash)
            guard index >= length - 1 else { continue }
            let hash = (rolling ^ rolling >> 32) &* 0xD6E8_FEB8_6659_FD93
            all.append(hash & 0xFFFF_FFFF_0000_0000 | UInt64(index - length + 1))
        }
        placeCount = all.count
        Self.sortByHash(&all)
        var distinct: [Shingle] = []
        distinct.reserveCapacity(all.count)
        for packed in all {
            let hash = UInt32(truncatingIfNeeded: packed >> 32)
            guard hash != distinct.last?.hash else { continue }
            distinct.append(Shingle(hash: hash, place: UInt32(truncatingIfNeeded: packed)))
        }
        sorted = distinct
    }

    /// A radix sort by the upper 32 bits, a byte at a time from the lowest. It keeps the order of equal hashes, which is
    /// that of their places. Every fingerprint that is read from a store passes here.
    private static func sortByHash(_ values: inout [UInt64]) {
        var other = [UInt64](repeating: 0, count: values.count)
        for shift in stride(from: UInt64(32), to: 64, by: 8) {
            var starts = [Int](repeating: 0, count: 257)
            for value in values { starts[Int(value >> shift & 0xFF) + 1] += 1 }
            for bucket in 1...256 { starts[bucket] += starts[bucket - 1] }
            for value in values {
                let bucket = Int(value >> shift & 0xFF)
                other[starts[bucket]] = value
                starts[bucket] += 1
            }
            swap(&values, &other)
        }
    }

    private static let base: UInt64 = 0x9FB2_1C65_1E98_DF25
}

/// Six words in a row, as 32 bits of their hash, and where they stand.
package struct Shingle: Hashable, Comparable, Sendable {
    package let hash: UInt32
    /// The number of its first word in the body.
    package let place: UInt32

    package static func < (left: Shingle, right: Shingle) -> Bool {
        (UInt64(left.hash) << 32 | UInt64(left.place)) < (UInt64(right.hash) << 32 | UInt64(right.place))
    }
}

extension Shingles {
    /// What the text is looked up by. Winnowing (Schleimer, Wilkerson, Aiken, 2003): the smallest hash of each window,
    /// so texts that share a whole window share its anchor wherever it stands in them. Windows are narrow in the lede,
    /// which is what a trimmed copy keeps, and wide behind it. Distinct, ascending.
    package var anchors: [Anchor] {
        let inOrder = sorted.sorted { $0.place < $1.place }
        var found = Set<Anchor>()
        Self.winnow(inOrder[...], end: placeCount, window: FoldingRules.anchorWindow, into: &found)
        let ledeEnd = min(placeCount, FoldingRules.ledeLength)
        let lede = inOrder.prefix { Int($0.place) < ledeEnd }
        Self.winnow(lede, end: ledeEnd, window: FoldingRules.ledeAnchorWindow, into: &found)
        return found.sorted()
    }

    /// Adds the smallest hash of each window of `window` places in 0..<end, the last one if several are equal; of a
    /// shorter text its smallest.
    private static func winnow(
        _ shingles: ArraySlice<Shingle>, end: Int, window: Int, into found: inout Set<Anchor>
    ) {
        let window = min(window, end)
        /// Shingles not yet followed by one as small, hashes ascending; with each, where its windows may begin:
        /// after the nearest smaller one before it.
        var open: [(hash: UInt32, place: Int, begin: Int)] = []
        for shingle in shingles {
            let place = Int(shingle.place)
            while let last = open.last, last.hash >= shingle.hash {
                if place - last.begin >= window { found.insert(last.hash) }
                open.removeLast()
            }
            open.append((shingle.hash, place, open.last.map { $0.place + 1 } ?? 0))
        }
        for entry in open where end - entry.begin >= window { found.insert(entry.hash) }
    }
}

extension Shingles {
    /// How many shingles both texts have, and the first place in `second` of one of them.
    static func shared(_ first: Shingles, _ second: Shingles) -> (count: Int, firstPlaceInSecond: Int) {
        var count = 0
        var firstPlace = UInt32.max
        var left = 0
        var right = 0
        while left < first.sorted.count, right < second.sorted.count {
            let (one, other) = (first.sorted[left], second.sorted[right])
            if one.hash == other.hash {
                count += 1
                firstPlace = min(firstPlace, other.place)
                left += 1
                right += 1
            } else if one.hash < other.hash {
                left += 1
            } else {
                right += 1
            }
        }
        return (count, count == 0 ? 0 : Int(firstPlace))
    }
}
