import Model

/// A person in one line, as RSS writes it: `me@example.com (Jane Doe)`, `Jane Doe <me@example.com>`, `Jane Doe`.
enum AuthorLine {
    static func parse(_ text: String) -> ParsedAuthor {
        var name = text
        var email: String?
        if let (address, range) = address(in: text) {
            email = address
            var rest = text
            rest.removeSubrange(range)
            name = rest
        }
        let trimmed = email == nil ? name.trimmingASCIIWhitespace() : trim(name)
        return ParsedAuthor(name: trimmed.isEmpty ? nil : trimmed, email: email)
    }

    /// Without what stood around the address: brackets, `mailto:`, commas. Brackets that are closed within the name
    /// stay: Jane Doe (Ed.)
    private static func trim(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        let edges: Set<Unicode.Scalar> = [" ", "(", ")", "<", ">", "[", "]", ",", ";", "\"", "-", ":"]
        while let first = scalars.first, edges.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, edges.contains(last) {
            if last == ")", scalars.dropLast().last != "(", scalars.contains("(") { break }
            scalars.removeLast()
        }
        let result = String(scalars)
        return result.lowercased() == "mailto" ? "" : result
    }

    /// The first word that is an address, with a leading `mailto:` in its range.
    private static func address(in text: String) -> (String, Range<String.Index>)? {
        let utf8 = text.utf8
        guard let at = utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        var start = at
        while start > utf8.startIndex {
            let before = utf8.index(before: start)
            guard isAddressByte(utf8[before]) else { break }
            start = before
        }
        var end = utf8.index(after: at)
        while end < utf8.endIndex, isAddressByte(utf8[end]) { end = utf8.index(after: end) }
        while end > at, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(utf8[utf8.index(before: end)]) {
            end = utf8.index(before: end)
        }
        guard start < at, utf8[at..<end].contains(UInt8(ascii: ".")) else { return nil }
        let address = String(text[start..<end])
        // The query of a mailto: URI is no part of the name.
        if end < utf8.endIndex, utf8[end] == UInt8(ascii: "?") {
            while end < utf8.endIndex, utf8[end] != 0x20, utf8[end] != UInt8(ascii: ")") {
                end = utf8.index(after: end)
            }
        }
        if text[..<start].hasSuffix("mailto:") { start = text.index(start, offsetBy: -7) }
        return (address, start..<end)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x25, 0x7E, 0x80...0xFF: true
        default: false
        }
    }
}
