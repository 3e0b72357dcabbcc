/// Every run of nine words of a text, as 64 bits of a hash each, in order: two texts share such a shingle only where one
/// copied. Worked out from the words as they are asked for, which is faster than keeping them.
struct Shingles {
    private let words: [BodyWord]

    init(of words: [BodyWord]) { self.words = words }

    /// Places in the text where a shingle begins.
    var count: Int { max(0, words.count - FoldingRules.shingleLength + 1) }

    /// Calls `body` with each shingle and the number of its first word.
    @inline(__always)
    func visit(_ body: (_ shingle: UInt64, _ place: Int) -> Void) {
        words.withUnsafeBufferPointer { words in
            let length = FoldingRules.shingleLength
            guard words.count >= length else { return }
            // A polynomial in the words' hashes, rolled on by one word at a time.
            var rolling: UInt64 = 0
            for index in 0..<length - 1 { rolling = rolling &* Self.base &+ UInt64(words[index].hash) }
            for index in length - 1..<words.count {
                rolling = rolling &* Self.base &+ UInt64(words[index].hash)
                let place = index - length + 1
                body((rolling ^ rolling >> 32) &* Self.spread, place)
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
    ///
    /// A smallest hash is small: among those of a million texts as many are alike by chance as if they had 26 bits. So the
    /// upper bits choose, and an anchor is made of the lower.
    var anchors: [Anchor] {
        var found: [Anchor] = []
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { hashes in
            visit { shingle, place in hashes.initializeElement(at: place, to: shingle) }
            let hashes = UnsafeBufferPointer(hashes)
            Self.winnow(hashes, window: FoldingRules.anchorWindow, into: &found)
            Self.winnow(
                UnsafeBufferPointer(rebasing: hashes.prefix(FoldingRules.ledeLength)),
                window: FoldingRules.ledeAnchorWindow, into: &found)
        }
        found.sort()
        var last: Anchor?
        found.removeAll { anchor in
            defer { last = anchor }
            return anchor == last
        }
        return found
    }

    /// Adds the smallest hash of each window of `window` shingles; of a shorter text its smallest. A window is the end of
    /// one block of its length and the beginning of the next: the smallest up to the end of each block and from its
    /// beginning on are those of all windows, whatever their length (van Herk, 1992).
    private static func winnow(_ hashes: UnsafeBufferPointer<UInt64>, window: Int, into found: inout [Anchor]) {
        let window = min(window, hashes.count)
        guard window > 0 else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: hashes.count) { toEnd in
            for start in stride(from: 0, to: hashes.count, by: window) {
                var smallest = UInt64.max
                for place in (start..<min(start + window, hashes.count)).reversed() {
                    smallest = min(smallest, hashes[place])
                    toEnd.initializeElement(at: place, to: smallest)
                }
            }
            var fromBeginning = UInt64.max
            var untilNext = 0
            var last: UInt64?
            for place in 0..<hashes.count {
                if untilNext == 0 { (fromBeginning, untilNext) = (.max, window) }
                untilNext -= 1
                fromBeginning = min(fromBeginning, hashes[place])
                guard place >= window - 1 else { continue }
                let smallest = min(toEnd[place - window + 1], fromBeginning)
                guard smallest != last else { continue }
                last = smallest
                found.append(Anchor(hash: smallest))
            }
        }
    }
}
