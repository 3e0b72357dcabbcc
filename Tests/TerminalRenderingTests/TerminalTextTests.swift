import Testing

@testable import TerminalRendering

@Suite struct TerminalTextTests {
    @Test func aHeadlineCannotCommandTheTerminal() {
        #expect(TerminalText.line("\u{1B}]0;owned\u{7}\u{1B}[31mred\u{1B}[0m") == "]0;owned[31mred[0m")
        #expect(TerminalText.line("\u{9B}31mred\u{85}next") == "31mred next")
        #expect(TerminalText.line("a\u{8}\u{8}b\u{7F}\0c") == "ab c")
    }

    @Test func aHeadlineCannotReorderWhatFollows() {
        #expect(TerminalText.line("safe\u{202E}gpj.exe\u{2066}x\u{2069}") == "safegpj.exex")
    }

    @Test func lettersOfEveryScriptComeThrough() {
        for text in ["Ääkköset", "日本語のニュース", "חדשות", "خبر\u{200C}ها", "👩‍👩‍👧 🇫🇮", "e\u{301}"] {
            #expect(TerminalText.line(text) == text)
        }
    }

    @Test func softHyphensStayInvisible() {
        #expect(TerminalText.line("Haupt\u{AD}bahn\u{AD}hof") == "Hauptbahnhof")
        #expect(TerminalText.lines("Haupt\u{AD}bahnhof\n") == "Hauptbahnhof\n")
    }

    @Test func whiteSpaceBecomesSingleSpaces() {
        #expect(TerminalText.line("  a\t b\r\n\n c\u{A0}\u{2028}d ") == "a b c d")
    }

    @Test func severalLinesKeepTheirBreaks() {
        #expect(TerminalText.lines("a\r\n\tb\u{1B}[2J\n\u{2029}c") == "a\n    b[2J\n\nc")
    }

    @Test func aJSONDocumentStaysTheSameDocument() {
        #expect(TerminalText.json(#"{"a":"plain"}"#) == #"{"a":"plain"}"#)
        #expect(TerminalText.json("\"\u{9B}31m\u{7F}\u{202E}\u{E0041}\"") == #""\u009b31m\u007f\u202e\udb40\udc41""#)
    }

    @Test(arguments: [0xBADC0DE, 5] as [UInt64])
    func noControlCharacterEverComesThrough(seed: UInt64) {
        var random = SplitMix64(state: seed)
        for _ in 0..<2000 {
            let scalars = (0..<12).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2100, using: &random)) }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(TerminalText.line(text).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            #expect(
                TerminalText.lines(text).unicodeScalars.allSatisfy {
                    $0 == "\n" || $0.properties.generalCategory != .control
                }, "seed \(seed)")
        }
    }
}
