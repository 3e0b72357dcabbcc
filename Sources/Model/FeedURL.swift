/// Spellings of one feed address.
package enum FeedURL {
    /// One spelling for the addresses that are surely the same feed: scheme dropped (a move from http to https is
    /// the same feed), host in lower case without its default port, no fragment, no credentials, `/` for an empty
    /// path. The path and the query keep their case and order: they may mean something (RFC 3986 §6.2.2.1).
    /// A `file:` URL keeps its scheme.
    package static func normalised(_ url: String) -> String {
        let trimmed = url.trimmingASCIIWhitespace()
        let bytes = Array(trimmed.utf8)
        let separator = Array("://".utf8)
        guard let mark = bytes.indices.first(where: { bytes[$0...].starts(with: separator) }) else { return trimmed }
        let scheme = lowercased(bytes[..<mark])
        let rest = bytes[(mark + separator.count)...].prefix { $0 != UInt8(ascii: "#") }
        guard scheme == "http" || scheme == "https" || scheme == "feed" else {
            return scheme + "://" + String(decoding: rest, as: UTF8.self)
        }
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
        let path = rest.drop { !isEnd($0) }
        var authority = rest[..<path.startIndex]
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        for port in [":80", ":443"] where authority.reversed().starts(with: port.utf8.reversed()) {
            authority.removeLast(port.utf8.count)
        }
        while authority.last == UInt8(ascii: ".") { authority.removeLast() }
        let root = path.first == UInt8(ascii: "/") ? "" : "/"
        return lowercased(authority) + root + String(decoding: path, as: UTF8.self)
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return String(decoding: bytes, as: UTF8.self).lowercased() }
        return String(decoding: bytes.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without the ASCII white space at both ends.
    package func trimmingASCIIWhitespace() -> String {
        var bytes = Substring(self).utf8[...]
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
