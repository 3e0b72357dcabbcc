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
        var hashes: [UInt32] = []
        Shingles(of: words).visit { hash, _ in hashes.append(hash) }
        var smallest: Set<UInt32> = []
        for (hashes, window) in [
            (hashes[...], FoldingRules.anchorWindow),
            (hashes.prefix(FoldingRules.ledeLength), FoldingRules.ledeAnchorWindow),
        ] {
            let window = min(window, hashes.count)
            for start in 0..<(window == 0 ? 0 : hashes.count - window + 1) {
                if let least = hashes[start..<start + window].min() { smallest.insert(least) }
            }
        }
        #expect(Shingles(of: words).anchors == smallest.sorted())
    }
}
