/// Writes JSON (RFC 8259) straight to bytes, member by member: many times quicker than an encoder that reflects.
///
///     var json = JSONWriter()
///     json.object { $0.member("title", "News"); $0.member("tags", ["a", "b"]) }
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether the next member or element must be preceded by a comma.
    private var needsComma = false

    package init() {}

    package mutating func object(_ members: (inout JSONWriter) -> Void) { enclose("{", "}", members) }
    package mutating func array(_ elements: (inout JSONWriter) -> Void) { enclose("[", "]", elements) }

    package mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        array { writer in for element in elements { write(&writer, element) } }
    }

    package mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: "\":".utf8)
        needsComma = false
    }

    package mutating func value(_ text: String?) {
        separate()
        guard var text else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ number: Int64?) { literal(number.map(String.init) ?? "null") }
    package mutating func value(_ flag: Bool?) { literal(flag.map { $0 ? "true" : "false" } ?? "null") }

    package mutating func member(_ key: StaticString, _ text: String?) {
        self.key(key)
        value(text)
    }

    package mutating func member(_ key: StaticString, _ texts: [String]) {
        self.key(key)
        array(texts) { $0.value($1) }
    }

    /// Ends a document of several lines.
    package mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
            copied = index + 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x22, 0x5C: bytes.append(byte)
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            default:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
}
