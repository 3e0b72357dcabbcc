/// Reads one JSON value, and says where it broke off.
package struct JSONReader {
    static let depthLimit = 64

    private let text: [UInt8]
    private var position = 0
    /// Where the text stopped being JSON; everything read before is kept.
    package private(set) var failure: Int?

    package init(_ text: [UInt8]) { self.text = text }

    package mutating func read() -> JSONValue? {
        value(depth: 0)
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard failure == nil, position < text.count, depth < Self.depthLimit else { return fail() }
        switch text[position] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func fail() -> JSONValue? {
        if failure == nil { failure = position }
        return nil
    }

    private mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        while true {
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            if take(UInt8(ascii: ",")) { continue }
            guard position < text.count, text[position] == UInt8(ascii: "\""), let key = string() else { break }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { break }
            guard let value = value(depth: depth + 1) else { break }
            members.append((key, value))
            if failure != nil { return .object(members) }
        }
        _ = fail()
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        while true {
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            if take(UInt8(ascii: ",")) { continue }
            guard let value = value(depth: depth + 1) else { break }
            elements.append(value)
            if failure != nil { break }
        }
        _ = fail()
        return .array(elements)
    }

    /// A string, its escapes replaced; one that the end of the text cuts off is kept as it is.
    private mutating func string() -> String? {
        position += 1
        let start = position
        var result: [UInt8] = []
        var copied = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                result.append(contentsOf: text[copied..<position])
                position += 1
                return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"):
                result.append(contentsOf: text[copied..<position])
                position += 1
                appendEscape(to: &result)
                copied = position
            default:
                position += 1
            }
        }
        _ = fail()
        return nil
    }

    private mutating func appendEscape(to result: inout [UInt8]) {
        guard position < text.count else { return }
        let byte = text[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
        case UInt8(ascii: "u"): appendUnit(to: &result)
        default: result.append(byte)
        }
    }

    /// `\uXXXX`, with the low surrogate that follows a high one. Half a pair becomes U+FFFD.
    private mutating func appendUnit(to result: inout [UInt8]) {
        guard let unit = hexUnit() else { return }
        var value = unit
        if (0xD800...0xDBFF).contains(unit), position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
            text[position + 1] == UInt8(ascii: "u")
        {
            let back = position
            position += 2
            if let low = hexUnit(), (0xDC00...0xDFFF).contains(low) {
                value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            } else {
                position = back
            }
        }
        // Control characters are no more welcome escaped than plain.
        if value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D { return }
        result.append(scalar: Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private mutating func hexUnit() -> UInt32? {
        guard position + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for index in position..<(position + 4) {
            guard let digit = text[index].digitValue(hexadecimal: true) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while position < text.count, text[position].isASCIIDigit || "+-.eE".utf8.contains(text[position]) {
            position += 1
        }
        guard position > start, position - start <= 64 else { return fail() }
        return .number(String(decoding: text[start..<position], as: UTF8.self))
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { text[position...].prefix(length).elementsEqual($0) }
        guard matches else { return fail() }
        position += length
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < text.count, text[position].isHTMLSpace { position += 1 }
    }
}
