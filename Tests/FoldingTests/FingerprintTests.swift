import Folding
import Model
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    @Test("what is encoded is decoded", arguments: 1...20)
    func roundTrip(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        let paragraphs = room.paragraphs(room.number(below: 12)) + ["12:05 p.m.", "3:10 p.m."].prefix(seed % 3)
        let fingerprint = Fingerprint(of: CanonicalText(paragraphs.joined(separator: "\n")))
        #expect(Fingerprint(decoding: fingerprint.encoded) == fingerprint)
    }

    @Test("damaged bytes are refused or are some other fingerprint, and nothing worse", arguments: 1...10)
    func damage(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        let bytes = Fingerprint(of: CanonicalText(room.paragraphs(3).joined(separator: "\n"))).encoded
        for length in 0..<bytes.count { #expect(Fingerprint(decoding: Array(bytes.prefix(length))) == nil) }
        #expect(Fingerprint(decoding: bytes + [0]) == nil)
        for _ in 0..<500 {
            var damaged = bytes
            damaged[room.number(below: min(24, bytes.count))] = UInt8(room.number(below: 256))
            if let other = Fingerprint(decoding: damaged) { #expect(other.encoded == damaged) }
        }
        for _ in 0..<500 {
            let noise = (0..<room.number(below: 60)).map { _ in UInt8(room.number(below: 256)) }
            _ = Fingerprint(decoding: noise)
        }
    }

    @Test("a passage of a window and five words gives two texts a common anchor", arguments: 1...30)
    func anchors(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        var passage: [String] = []
        while passage.joined(separator: " ").split(separator: " ").count < FoldingRules.anchorWindow + 5 {
            passage.append(room.sentence())
        }
        let shared = [passage.joined(separator: " ")]
        let first = Fingerprint(
            of: CanonicalText((room.paragraphs(7) + shared + room.paragraphs(2)).joined(separator: "\n")))
        let second = Fingerprint(of: CanonicalText((shared + room.paragraphs(4)).joined(separator: "\n")))
        #expect(!Set(first.anchors).isDisjoint(with: second.anchors), "seed \(seed)")
    }

    @Test("a million words are cut off, a paragraph repeated a thousand times counts once")
    func hugeTexts() {
        var room = Newsroom(seed: 2)
        let paragraph = room.paragraphs(1)[0]
        let repeated = Fingerprint(of: CanonicalText(Array(repeating: paragraph, count: 1000).joined(separator: "\n")))
        #expect(repeated == Fingerprint(of: CanonicalText(paragraph)))
        let million = Fingerprint(of: CanonicalText(String(repeating: "granite ", count: 1_000_000)))
        #expect(million.wordCount <= FoldingRules.mostWords)
        #expect(million.anchors.count < 4)
        let long = Fingerprint(of: CanonicalText(room.paragraphs(2000).joined(separator: "\n")))
        #expect(long.wordCount == FoldingRules.mostWords)
        #expect(Fingerprint(decoding: long.encoded) == long)
    }

    @Test("text that is no prose, all furniture or damaged gives no evidence and does not crash")
    func noProse() {
        for text in [
            "", "\u{0}\u{1}", "© 2031 Harbour Wire. All rights reserved.", "Read more:", "😀 😀 😀", "&#;&#x;&#99999999;&",
        ] {
            #expect(Fingerprint(of: CanonicalText(text)).evidence == .none, "\(text)")
        }
    }

    @Test("accents, width, ligatures, Hangul composition, entities and initials are spelled one way")
    func spelling() {
        let pairs = [
            ("Café déjà vu à Zürich", "CAFE DEJA VU A ZURICH"), ("ﬁnal Ｗｉｄｅ №5", "final wide no5"),
            ("\u{D55C}\u{AE00}", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"),
            ("the mayor&#8217;s &amp; council&rsquo;s", "the mayor's council's"),
            ("the U.S. and U.K.", "the US and UK"),
            ("1,250,000 crowns", "1250000 crowns"), ("МОСКВА й", "москва й"),
        ]
        for (first, second) in pairs {
            let filler = " and the harbour council counted every boat that had come in before the storm"
            let one = Fingerprint(of: CanonicalText(first + filler))
            let other = Fingerprint(of: CanonicalText(second + filler))
            #expect(one.textHash == other.textHash, "\(first)")
        }
    }
}
