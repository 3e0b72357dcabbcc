import Testing

@testable import Markup

@Suite("Text decoding")
struct TextDecoderTests {
    private func text(_ bytes: [UInt8], _ contentType: String? = nil) -> (String, String) {
        let decoded = TextDecoder.decode(bytes, contentType: contentType)
        return (String(decoding: decoded.utf8, as: UTF8.self), decoded.encoding.name)
    }

    @Test("UTF-8 passes as it is, without its mark")
    func utf8() {
        #expect(text(Array("<a>žluťoučký kůň</a>".utf8)) == ("<a>žluťoučký kůň</a>", "utf-8"))
        #expect(text([0xEF, 0xBB, 0xBF] + Array("<a>ä</a>".utf8)) == ("<a>ä</a>", "utf-8"))
    }

    @Test("One bad byte is repaired by itself, and the rest keeps its characters")
    func badByte() {
        let bytes = Array("<t>naïve ".utf8) + [0xE9] + Array(" — café</t>".utf8)
        let decoded = TextDecoder.decode(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "<t>naïve é — café</t>")
        #expect(decoded.repairs == 1)
        #expect(decoded.firstRepair == 10)
    }

    @Test("Control characters that no document may hold are dropped")
    func controls() {
        #expect(text(Array("a\u{08}b\u{0B}c\u{0C}d\te\n".utf8)).0 == "abc d\te\n")
    }

    @Test("UTF-16 and UTF-32 are known by their mark or by their first characters")
    func wideForms() {
        let source = "<?xml version='1.0'?><a>Ωμέγα 𝄞</a>"
        let little = source.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = source.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let wide = source.unicodeScalars.flatMap { scalar in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0)) }
        }
        #expect(text([0xFF, 0xFE] + little) == (source, "utf-16le"))
        #expect(text(little) == (source, "utf-16le"))
        #expect(text(big) == (source, "utf-16be"))
        #expect(text(wide) == (source, "utf-32be"))
    }

    @Test("A declared legacy encoding is read by iconv")
    func declared() {
        let head = Array("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>".utf8)
        let body: [UInt8] = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]
        #expect(text(head + body).0.hasSuffix("<a>Привет"))
        #expect(text(head + body).1 == "koi8-r")
    }

    @Test("The charset of the header wins over the declaration")
    func headerWins() {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>".utf8) + [0xCF, 0xF0]
        #expect(text(bytes, "application/xml; charset=windows-1251").0.hasSuffix("Пр"))
    }

    @Test("Text that is UTF-8 under a Latin label is read as UTF-8")
    func misdeclared() {
        let source = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>Größe, Maß, Füße</a>"
        #expect(text(Array(source.utf8)) == (source, "utf-8"))
    }

    @Test("Latin bytes under a UTF-8 label are read as Windows-1252")
    func latinAsUTF8() {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>".utf8) + [0x93, 0xE9, 0x94]
        #expect(text(bytes).0.hasSuffix("“é”"))
    }

    @Test("text/xml without a charset is ASCII where it is only ASCII")
    func textXML() {
        let source = "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>plain</a>"
        #expect(text(Array(source.utf8), "text/xml").1 == "us-ascii")
        #expect(text(Array((source + "ž").utf8), "text/xml") == (source + "ž", "utf-8"))
    }

    @Test("EBCDIC is known by its first bytes")
    func ebcdic() throws {
        // <?xml encoding='cp037'?><a/> in code page 37.
        let bytes: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0x85, 0x95, 0x83, 0x96, 0x84, 0x89, 0x95, 0x87, 0x7E, 0x7D, 0x83, 0x97,
            0xF0, 0xF3, 0xF7, 0x7D, 0x6F, 0x6E, 0x4C, 0x81, 0x61, 0x6E,
        ]
        #expect(text(bytes) == ("<?xml encoding='cp037'?><a/>", "cp037"))
    }

    @Test("Cyrillic without any declaration is guessed")
    func guessed() {
        // "привет мир" in windows-1251: words of even and of odd length.
        let words: [UInt8] = [0xEF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0, 0x20]
        let bytes = Array("<a>".utf8) + (0..<8).flatMap { _ in words }
        #expect(text(bytes).0.hasPrefix("<a>привет мир привет"))
    }

    @Test(
        "A label is known under each of its spellings",
        arguments: [
            ("Windows_1251", "Пр"), ("1251", "Пр"), ("cp-1251", "Пр"), ("ISO-8859-5:1988", "Я№"),
            ("x-mac-cyrillic", "ѕр"),
        ])
    func labels(label: String, expected: String) {
        #expect(CharacterEncoding(label: label.utf8) != nil)
        let head = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><a>".utf8)
        #expect(text(head + [0xCF, 0xF0]).0.hasSuffix(expected))
    }

    @Test("The tables that stand in for iconv hold a character for every byte", arguments: SingleByteTable.allCases)
    func tables(table: SingleByteTable) {
        let bytes = [UInt8](0x20...0xFF)
        let text = bytes.withUnsafeBufferPointer { String(decoding: table.decode($0), as: UTF8.self) }
        #expect(text.unicodeScalars.count == bytes.count)
    }

    @Test("A seven-bit encoding is read where its label says so")
    func sevenBit() {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><a>\u{1B}$B$\"$$\u{1B}(B".utf8)
        #expect(text(bytes).0.hasSuffix("<a>あい"))
    }

    @Test("Any bytes under any label give well-formed UTF-8", arguments: [UInt64(1), 2, 3])
    func alwaysWellFormed(seed: UInt64) {
        var random = Random(seed: seed)
        let labels = ["utf-8", "utf-16", "gb2312", "shift_jis", "iso-2022-jp", "windows-1252", "koi8-r", "nonsense"]
        for _ in 0..<200 {
            let label = labels[random.below(labels.count)]
            let bytes = (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let decoded = TextDecoder.decode(bytes, contentType: "text/html; charset=\(label)")
            let survey = decoded.utf8.withUnsafeBufferPointer { UTF8Survey(of: $0) }
            #expect(survey.isClean, "seed \(seed), label \(label), bytes \(bytes)")
        }
    }
}

/// A small generator whose sequence is the same everywhere (SplitMix64).
struct Random: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }
}
