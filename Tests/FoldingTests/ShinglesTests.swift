import Testing

@testable import Folding

@Suite("Shingles")
struct ShinglesTests {
    @Test("anchors are the smallest shingles of all windows, by the plainest way to find them", arguments: 1...200)
    func anchors(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        let count = seed < 100 ? seed : room.number(below: 900)
        // Few different words, so that hashes are equal here and there.
        let words = (0..<count).map { _ in BodyWord(bits: UInt16(room.number(below: seed % 3 == 0 ? 3 : 60_000))) }
        var hashes: [UInt64] = []
        Shingles(of: words).visit { shingle, _ in hashes.append(shingle) }
        var smallest: Set<UInt64> = []
        for (hashes, window) in [
            (hashes[...], FoldingRules.anchorWindow),
            (hashes.prefix(FoldingRules.ledeLength), FoldingRules.ledeAnchorWindow),
        ] {
            let window = min(window, hashes.count)
            for start in 0..<(window == 0 ? 0 : hashes.count - window + 1) {
                if let least = hashes[start..<start + window].min() { smallest.insert(least) }
            }
        }
        #expect(Shingles(of: words).anchors == Set(smallest.map { Anchor(hash: $0) }).sorted())
    }

    @Test("anchors of texts that share nothing are alike no more often than chance has it")
    func spread() {
        var room = Newsroom(seed: 11)
        var seen: Set<Anchor> = []
        var count = 0
        for _ in 0..<4000 {
            let words = (0..<300).map { _ in BodyWord(bits: UInt16(room.number(below: 60_000))) }
            let anchors = Shingles(of: words).anchors
            #expect(anchors.allSatisfy { $0 < 1 << 31 })
            count += anchors.count
            seen.formUnion(anchors)
        }
        // Of 50,000 hashes of 31 bits half a pair is expected to be alike; of such as are chosen for being small, 30 to 60.
        #expect(count > 40_000)
        #expect(count - seen.count < 6)
    }
}
