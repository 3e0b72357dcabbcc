/// Every run of nine words of a text, as 32 bits of a hash each, in order: two texts share such a shingle only where one
/// copied. Worked out from the words as they are asked for, which is faster than keeping them.
struct Shingles {
    private let words: [BodyWord]

    init(of words: [BodyWord]) { self.words = words }

    /// Places in the text where a shingle begins.
    var count: Int { max(0, words.count - FoldingRules.shingleLength + 1) }

    /// Calls `body` with each shingle and the number of its first word.
    @inline(__always)
    func visit(_ body: (_ hash: UInt32, _ place: Int) -> Void) {
        words.withUnsafeBufferPointer { words in
            let length = FoldingRules.shingleLength
            guard words.count >= length else { return }
            // A polynomial in the words' hashes, rolled on by one word at a time.
            var rolling: UInt64 = 0
            for index in 0..<length - 1 { rolling = rolling &* Self.base &+ UInt64(words[index].hash) }
            for index in length - 1..<words.count {
                rolling = rolling &* Self.base &+ UInt64(words[index].hash)
                let place = index - length + 1
                body(UInt32(truncatingIfNeeded: (rolling ^ rolling >> 32) &* Self.spread >> 32), place)
                rolling = rolling &- UInt64(words[place].hash) &* Self.leading
            }
        }
    }

    private static let base: UInt64 = 0x9FB2_1C65_1E98_DF25
    private static let spread: UInt64 = 0xD6E8_FEB8_6659_FD93
    /// `base` to the power of the shingle's length less one.
    private static let leading = (1..<FoldingRules.shingleLength).reduce(UInt64(1)) { power, _ in power &* base }
}

extension Shingles {
    /// What the text is looked up by. Winnowing (Schleimer, Wilkerson, Aiken, 2003): the smallest hash of each window,
    /// so texts that share a whole window share its anchor wherever it stands in them. Windows are narrow in the lede,
    /// which is what a trimmed copy keeps, and wide behind it. Distinct, ascending.
    var anchors: [Anchor] {
        var hashes: [UInt32] = []
        hashes.reserveCapacity(count)
        visit { hash, _ in hashes.append(hash) }
        var found = Set<Anchor>()
        Self.winnow(hashes[...], window: FoldingRules.anchorWindow, into: &found)
        Self.winnow(hashes.prefix(FoldingRules.ledeLength), window: FoldingRules.ledeAnchorWindow, into: &found)
        return found.sorted()
    }

    /// Adds the smallest hash of each window of `window` shingles; of a shorter text its smallest.
    private static func winnow(_ hashes: ArraySlice<UInt32>, window: Int, into found: inout Set<Anchor>) {
        let window = min(window, hashes.count)
        /// Shingles not yet followed by one as small, hashes ascending; with each, where its windows may begin:
        /// after the nearest smaller one before it.
        var open: [(hash: UInt32, place: Int, begin: Int)] = []
        for (place, hash) in hashes.enumerated() {
            while let last = open.last, last.hash >= hash {
                if place - last.begin >= window { found.insert(last.hash) }
                open.removeLast()
            }
            open.append((hash, place, open.last.map { $0.place + 1 } ?? 0))
        }
        for entry in open where hashes.count - entry.begin >= window { found.insert(entry.hash) }
    }
}
