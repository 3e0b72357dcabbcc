import Model

/// Spellings of an article's address.
enum ArticleLink {
    /// One spelling for the addresses that are surely the same page of one site: no scheme, host in lower case without
    /// `www.`, no fragment, no parameters that only say where a visitor came from, no `/` at the end.
    static func normalised(_ link: String) -> String {
        let bytes = Array(FeedURL.normalised(link).utf8)
        let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        var page = bytes[..<end]
        if page.starts(with: "www.".utf8) { page = page.dropFirst(4) }
        while page.last == UInt8(ascii: "/") { page.removeLast() }
        let parameters = bytes[end...].dropFirst().split(separator: UInt8(ascii: "&")).filter { !isTracking($0) }
        let query = parameters.isEmpty ? [] : [UInt8(ascii: "?")] + parameters.joined(separator: "&".utf8)
        return String(decoding: page + query, as: UTF8.self)
    }

    /// The host of a link in lower case, without `www.`.
    static func site(_ link: String) -> String {
        let page = normalised(link).utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        return String(Substring(page))
    }

    /// Whether a link can name one article among others: the front page of a site cannot.
    static func namesAPage(_ normalised: String) -> Bool { normalised.utf8.contains { $0 == 0x2F || $0 == 0x3F } }

    private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased()
        return name.hasPrefix("utm_") || tracking.contains(name)
    }

    private static let tracking: Set<String> = ["fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid"]
}
