/// The shingles of a text whose 64-bit hash falls in the lowest quarter: the same ones in every text that has them.
///
/// A shingle is six words in a row. Sampling by value keeps a share of the overlap that is true on average (Broder,
/// "On the resemblance and containment of documents", 1997), and the places tell where in the text a passage stands.
package struct Sketch: Hashable, Sendable {
    /// Distinct shingles, ascending by hash. Of one that stands in several places, the first place.
    package let shingles: [Shingle]
    /// All places in the text where a shingle begins, sampled or not.
    package let placeCount: Int

    package static let empty = Sketch([], placeCount: 0)

    /// `shingles` in any order.
    init(_ shingles: [Shingle], placeCount: Int) {
        var sorted = shingles
        sorted.sort()
        var distinct: [Shingle] = []
        distinct.reserveCapacity(sorted.count)
        for shingle in sorted where shingle.hash != distinct.last?.hash { distinct.append(shingle) }
        self.shingles = distinct
        self.placeCount = placeCount
    }

    /// The shingles of a text with these word hashes.
    init(ofWords words: some RandomAccessCollection<UInt64>) {
        let length = FoldingRules.shingleLength
        var sampled: [Shingle] = []
        sampled.reserveCapacity(words.count / 3)
        // A polynomial in the words' hashes, rolled on by one word at a time.
        var leading: UInt64 = 1
        for _ in 1..<length { leading = leading &* Self.base }
        var rolling: UInt64 = 0
        var oldest = words.startIndex
        for (index, word) in words.enumerated() {
            if index >= length {
                rolling = rolling &- words[oldest] &* leading
                oldest = words.index(after: oldest)
            }
            rolling = rolling &* Self.base &+ word
            guard index >= length - 1 else { continue }
            let hash = Self.finish(rolling)
            if hash >> 62 == 0 {
                let place = UInt32(truncatingIfNeeded: index - length + 1)
                sampled.append(Shingle(hash: UInt32(truncatingIfNeeded: hash >> 30), place: place))
            }
        }
        self.init(sampled, placeCount: max(0, words.count - length + 1))
    }

    package var count: Int { shingles.count }

    /// Winnowing (Schleimer, Wilkerson, Aiken, 2003) over the sampled shingles: the smallest hash of each window of
    /// `FoldingRules.anchorWindow` places, the last one if several are equal. That a window holds no sampled
    /// shingle at all happens once in 10^10. Distinct, ascending.
    package var anchors: [Anchor] {
        let inOrder = shingles.sorted { $0.place < $1.place }
        let window = min(FoldingRules.anchorWindow, placeCount)
        var result: Set<Anchor> = []
        /// Shingles not yet followed by one as small, hashes ascending; with each, where its windows may begin:
        /// after the nearest smaller one before it.
        var open: [(hash: UInt32, place: Int, begin: Int)] = []
        for shingle in inOrder {
            let place = Int(shingle.place)
            while let last = open.last, last.hash >= shingle.hash {
                if place - last.begin >= window { result.insert(last.hash) }
                open.removeLast()
            }
            open.append((shingle.hash, place, open.last.map { $0.place + 1 } ?? 0))
        }
        for entry in open where placeCount - entry.begin >= window { result.insert(entry.hash) }
        return result.sorted()
    }

    private static let base: UInt64 = 0x9FB2_1C65_1E98_DF25

    private static func finish(_ hash: UInt64) -> UInt64 {
        let product = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }
}

/// Six words in a row, as 32 bits of their hash, and where they stand.
package struct Shingle: Hashable, Comparable, Sendable {
    package let hash: UInt32
    /// The number of its first word in the body.
    package let place: UInt32

    package init(hash: UInt32, place: UInt32) {
        self.hash = hash
        self.place = place
    }

    package static func < (left: Shingle, right: Shingle) -> Bool {
        (left.hash, left.place) < (right.hash, right.place)
    }
}
