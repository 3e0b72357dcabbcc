/// The parts of a Content-Type header that say how to read a body (RFC 9110 §8.3).
package struct MediaType: Sendable {
    /// `application/rss+xml`, in lower case; empty if there is none.
    package let essence: String
    /// The `charset` parameter, without quotes.
    package let charset: String?

    package init(_ header: String) {
        let parts = header.utf8.split(separator: UInt8(ascii: ";"))
        essence = parts.first.map { String(decoding: Self.trimmed($0).map(\.asciiLowercased), as: UTF8.self) } ?? ""
        charset =
            parts.dropFirst().compactMap { part -> String? in
                let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
                guard sides.count == 2, Self.trimmed(sides[0]).map(\.asciiLowercased) == Array("charset".utf8) else {
                    return nil
                }
                let value = Self.trimmed(sides[1])
                return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
            }.first
    }

    /// Whether RFC 3023 gives this type the default US-ASCII: `text/xml`, its kin and `text/…+xml`.
    var isTextXML: Bool {
        essence == "text/xml" || essence == "text/xml-external-parsed-entity"
            || (essence.hasPrefix("text/") && essence.hasSuffix("+xml"))
    }

    private static func trimmed(_ bytes: Substring.UTF8View.SubSequence) -> [UInt8] {
        let isEdge: (UInt8) -> Bool = { $0.isHTMLSpace || $0 == 0x22 || $0 == 0x27 }
        var slice = Array(bytes)[...]
        while let first = slice.first, isEdge(first) { slice.removeFirst() }
        while let last = slice.last, isEdge(last) { slice.removeLast() }
        return Array(slice)
    }
}
