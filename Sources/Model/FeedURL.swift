/// Spellings of one feed address.
package enum FeedURL {
    /// One spelling for the addresses that are surely the same feed: scheme dropped (a move from http to https is
    /// the same feed), host in lower case without its default port, no fragment, no credentials, `/` for an empty
    /// path. The path and the query keep their case and order: they may mean something (RFC 3986 §6.2.2.1).
    /// A `file:` URL keeps its scheme.
    package static func normalised(_ url: String) -> String {
        let trimmed = url.trimmingASCIIWhitespace()
        guard let separator = trimmed.range(ofASCII: "://") else { return trimmed }
        let scheme = trimmed[..<separator.lowerBound].lowercased()
        var rest = trimmed[separator.upperBound...]
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        guard scheme == "http" || scheme == "https" || scheme == "feed" else { return scheme + "://" + rest }
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        var authority = rest[..<authorityEnd]
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        var host = authority.lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        while host.hasSuffix(".") { host.removeLast() }
        let path = rest[authorityEnd...]
        return host + (path.hasPrefix("/") ? "" : "/") + path
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

    fileprivate func range(ofASCII needle: StaticString) -> Range<Index>? {
        let wanted = needle.withUTF8Buffer { Array($0) }
        var start = utf8.startIndex
        while start != utf8.endIndex {
            if utf8[start...].starts(with: wanted) {
                return start..<utf8.index(start, offsetBy: wanted.count)
            }
            start = utf8.index(after: start)
        }
        return nil
    }
}
