/// Writes HTML in which nothing but the given tags can be read as markup.
///
/// `&`, `<` and `>` are escaped in text, and `"` too in values. Control characters but line feed and tab are dropped,
/// C1 among them: a terminal would obey them. The caller balances the tags.
package struct SafeHTMLWriter {
    package private(set) var bytes: [UInt8] = []
    private var scratch: [UInt8] = []

    package init() {}

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    package mutating func start(_ tag: HTMLTag, _ attributes: [(HTMLAttribute, [UInt8])] = []) {
        bytes.append(UInt8(ascii: "<"))
        bytes += tag.name
        for (name, value) in attributes {
            bytes.append(0x20)
            bytes += name.rawValue.utf8
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            escape(value, 0..<value.count)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    package mutating func end(_ tag: HTMLTag) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes += tag.name
        bytes.append(UInt8(ascii: ">"))
    }

    /// Text of the source, with references.
    package mutating func text(_ source: [UInt8], _ range: Range<Int>) {
        guard source.first(UInt8(ascii: "&"), in: range) != nil else { return escape(source, range) }
        scratch.removeAll(keepingCapacity: true)
        CharacterReferences.appendDecoded(source, range, in: .text, to: &scratch)
        let decoded = scratch
        escape(decoded, 0..<decoded.count)
    }

    /// Text without references.
    package mutating func literal(_ source: [UInt8], _ range: Range<Int>) { escape(source, range) }

    package mutating func literal(_ text: [UInt8]) { escape(text, 0..<text.count) }

    private mutating func escape(_ source: [UInt8], _ range: Range<Int>) {
        let isSpecial = Self.isSpecial
        source.withUnsafeBufferPointer { text in
            let end = range.upperBound
            var copied = range.lowerBound
            var index = range.lowerBound
            while index < end {
                guard isSpecial[Int(text[index])],
                    let (replacement, length) = Self.replacement(in: text, at: index, end)
                else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                index += length
                copied = index
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<end]))
        }
    }

    /// What is written for the special byte at `index`, and how many bytes it replaces; `nil` if it may stay.
    private static func replacement(
        in text: UnsafeBufferPointer<UInt8>, at index: Int, _ end: Int
    ) -> (StaticString, length: Int)? {
        let next = index + 1 < end ? text[index + 1] : 0
        switch text[index] {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case 0x0D: return ("\n", next == 0x0A ? 2 : 1)
        case 0xC2: return (0x80...0x9F).contains(next) ? ("", 2) : nil
        default: return ("", 1)
        }
    }

    /// UTF-8 without the control characters that `escape` drops.
    package static func withoutControls(_ source: [UInt8]) -> [UInt8] {
        guard source.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return source }
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == 0xC2, index + 1 < source.count, (0x80...0x9F).contains(source[index + 1]) {
                index += 2
                continue
            }
            if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 { result.append(byte) }
            index += 1
        }
        return result
    }

    private static let isSpecial: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F, 0xC2, 0x22, 0x26, 0x3C, 0x3E: true
        default: false
        }
    }
}
