import Testing

@testable import TerminalRendering

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("äö", 2), ("e\u{301}", 1), ("日本語", 6), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇫🇮", 2), ("❤️", 2), ("❤", 1), ("…“”—", 4),
        ("שלום", 4), ("สวัสดี", 4), ("a\u{200B}b", 2), ("नमस्ते", 4),
    ])
    func columnsAreWhatTerminalsUse(text: String, columns: Int) {
        #expect(DisplayWidth.columns(text) == columns)
    }

    @Test func whatDoesNotFitEndsWithAnEllipsis() {
        #expect(DisplayWidth.fit("headline", to: 8) == "headline")
        #expect(DisplayWidth.fit("headline", to: 5) == "head…")
        #expect(DisplayWidth.fit("ice road", to: 5) == "ice…")
        #expect(DisplayWidth.fit("日本語", to: 5) == "日本…")
        #expect(DisplayWidth.fit("日本語", to: 4) == "日…")
        #expect(DisplayWidth.fit("abc", to: 1) == "…")
        #expect(DisplayWidth.fit("abc", to: 0) == "")
    }

    @Test(arguments: [0xC0FFEE, 17] as [UInt64])
    func fittedTextNeverExceedsItsColumns(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let pieces = ["a", " ", "日", "e\u{301}", "👩‍👧", "\u{200B}", "한", "\u{E000}", "ש", "🇫🇮"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let columns = Int.random(in: 0...20, using: &random)
            #expect(DisplayWidth.columns(DisplayWidth.fit(text, to: columns)) <= columns, "seed \(seed)")
            for line in ParagraphWrap.lines(TerminalText.line(text), columns: max(2, columns)) {
                #expect(DisplayWidth.columns(line) <= max(2, columns), "seed \(seed)")
            }
        }
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
