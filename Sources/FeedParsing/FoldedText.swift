import Markup

/// Text for one line: titles, names, subjects.
enum FoldedText {
    private static let sizeLimit = 65_536

    /// White space folded to single spaces, none at the ends.
    static func line(_ text: [UInt8]) -> String {
        if text.count <= sizeLimit, isFolded(text) { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var pending = false
        for byte in text.prefix(sizeLimit) {
            if byte.isHTMLSpace {
                pending = !result.isEmpty
            } else {
                if pending { result.append(0x20) }
                pending = false
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isFolded(_ text: [UInt8]) -> Bool {
        var isAfterSpace = true
        for byte in text {
            let isSpace = byte.isHTMLSpace
            if isSpace && (isAfterSpace || byte != 0x20) { return false }
            isAfterSpace = isSpace
        }
        return !isAfterSpace || text.isEmpty
    }

    /// Tags dropped, references replaced.
    ///
    /// A `<` that starts no HTML tag stays: `1 < 2`, `vector<int>`.
    static func plainTitle(fromHTML html: [UInt8]) -> String {
        let html = Array(html.prefix(sizeLimit))
        guard html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return line(html) }
        var text = html
        if html.contains(UInt8(ascii: "<")) {
            text = HTMLText.text(of: Sanitizer.sanitize(protectingUnknownTags(html), base: nil))
        } else {
            text = []
            CharacterReferences.appendDecoded(html, 0..<html.count, in: .text, to: &text)
        }
        return plainTitle(fromText: text)
    }

    /// Text that should be plain, but may be escaped once more than it should (`AT&amp;T`, `&#8217;`).
    static func plainTitle(fromText text: [UInt8]) -> String {
        guard text.contains(UInt8(ascii: "&")), text.contains(UInt8(ascii: ";")) else { return line(text) }
        var decoded: [UInt8] = []
        CharacterReferences.appendDecoded(text, 0..<text.count, in: .attribute, to: &decoded)
        return line(decoded)
    }

    static func escaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x3E }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 32)
        for byte in text {
            switch byte {
            case 0x3C: result.append(contentsOf: "&lt;".utf8)
            case 0x3E: result.append(contentsOf: "&gt;".utf8)
            case 0x26: result.append(contentsOf: "&amp;".utf8)
            default: result.append(byte)
            }
        }
        return result
    }

    private static func protectingUnknownTags(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        for (index, byte) in html.enumerated() {
            if byte == UInt8(ascii: "<"), !startsKnownTag(html, index + 1) {
                result.append(contentsOf: "&lt;".utf8)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func startsKnownTag(_ html: [UInt8], _ start: Int) -> Bool {
        var index = start
        if index < html.count, html[index] == UInt8(ascii: "!") { return true }
        if index < html.count, html[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < html.count, html[index].isASCIILetterOrDigit, index - nameStart < 12 { index += 1 }
        return known.contains(html[nameStart..<index].map(\.asciiLowercased))
    }

    private static let known: Set<[UInt8]> = {
        let others = ["font", "big", "nobr", "tt", "acronym", "blink", "marquee", "center", "strike", "dir"]
        return Set(HTMLTag.allCases.map(\.name) + others.map { Array($0.utf8) })
    }()
}
