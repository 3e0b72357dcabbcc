import Markup

/// HTML of a feed made safe to keep and to show.
enum SafeHTML {
    /// The longest text that one element may give; the rest is cut before it is sanitised.
    private static let sizeLimit = 8 << 20

    /// `nil` if there was nothing; empty if nothing of it is left.
    static func sanitize(_ html: [UInt8], _ scope: FeedScope) -> String? {
        guard html.contains(where: { !$0.isHTMLSpace }) else { return nil }
        let bounded = html.count <= sizeLimit ? html : Array(html.prefix(sizeLimit))
        let safe = Sanitizer.sanitize(bounded, base: scope.base?.url, addressGrowth: &scope.growth.left)
            .trimmingHTMLSpace()
        return String(decoding: safe, as: UTF8.self)
    }
}

/// Addresses that a feed gives outside its HTML.
enum SafeAddress {
    /// `written` resolved; `nil` for schemes that run code, for what is far too long, and once the document's addresses
    /// have grown by as much as they may.
    static func resolve(_ written: String, _ scope: FeedScope) -> String? {
        let bytes = Array(written.utf8)
        guard bytes.count <= FeedLimits.address else { return nil }
        if PlainAddress.holds(bytes) { return written }
        let url = URLReference(bytes: bytes).resolved(against: scope.base?.url)
        guard
            !["javascript", "vbscript", "data", "livescript", "mocha", "about"].contains(
                url.scheme.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "")
        else { return nil }
        let result = url.bytes
        return scope.growth.allows(result.count - bytes.count) ? String(decoding: result, as: UTF8.self) : nil
    }
}
