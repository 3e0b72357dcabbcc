import Markup

/// HTML of a feed made safe to keep and to show.
enum SafeHTML {
    /// The longest text that one element may give; the rest is cut before it is sanitised.
    private static let sizeLimit = 8 << 20

    /// `nil` if there was nothing; empty if nothing of it is left.
    static func sanitize(_ html: [UInt8], _ base: BaseAddress?) -> String? {
        guard html.contains(where: { !$0.isHTMLSpace }) else { return nil }
        let bounded = html.count <= sizeLimit ? html : Array(html.prefix(sizeLimit))
        let safe = Sanitizer.sanitize(bounded, base: base?.url).trimmingHTMLSpace()
        return String(decoding: safe, as: UTF8.self)
    }
}

/// Addresses that a feed gives outside its HTML.
enum SafeAddress {
    private static let lengthLimit = 8192

    /// `written` resolved; `nil` for schemes that run code, and for what is far too long.
    static func resolve(_ written: String, _ scope: FeedScope) -> String? {
        let bytes = Array(written.utf8)
        guard bytes.count <= lengthLimit else { return nil }
        if PlainAddress.holds(bytes) { return written }
        let url = URLReference(bytes: bytes).resolved(against: scope.base?.url)
        guard
            !["javascript", "vbscript", "data", "livescript", "mocha", "about"].contains(
                url.scheme.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "")
        else { return nil }
        return url.string
    }
}
