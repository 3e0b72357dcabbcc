import Testing

@testable import ArticleExtraction

@Suite struct TextWordsTests {
    @Test(arguments: [
        ("HARBOUR Ferry", "harbour ferry"), ("ÉTÉ ÜBER", "été über"), ("ЧАЙКА Ёлка", "чайка ёлка"),
        ("ΓΛΑΡΟΣ", "γλαροσ"), ("ŁÓDŹ", "łódź"), ("one\u{A0}two", "one, two"), ("“quoted” — so…", "quoted so"),
    ])
    func `letter case and signs make no difference`(_ left: String, _ right: String) {
        #expect(TextWords.hashes(left) == TextWords.hashes(right))
    }

    @Test func `each sign of Chinese is a word, and none is long`() {
        let words = TextWords.hashes("渡轮冬天开航。")
        #expect(words.count == 6)
        #expect(words.allSatisfy { $0 & 1 == 0 })
    }

    @Test func `long words are odd, short ones even`() {
        #expect(TextWords.hashes("the ferry left early").map { $0 & 1 } == [0, 1, 0, 1])
    }

    @Test func `a text cut within a letter is read to its end`() {
        var hashes: [UInt32] = []
        for bytes in [[0xC3], [0x61, 0xE6, 0xB8], [0xF0, 0x9F], [0xE3]] as [[UInt8]] {
            TextWords.append(bytes, 0..<bytes.count, to: &hashes)
        }
        #expect(hashes.count >= 2)
    }

    @Test func `runs of words are found again, others hardly`() {
        let set = WordSet(runsOf: TextWords.hashes("the old ferry across the sound will sail in winter"))
        #expect(set.share(ofRuns: TextWords.hashes("The old ferry across the sound")[...]) == 100)
        #expect(set.share(ofRuns: TextWords.hashes("bread and screws and a doctor for all")[...]) < 50)
        #expect(set.share(ofRuns: []) == 0)
    }
}
