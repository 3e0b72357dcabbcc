import Model

/// Spellings of an article's address.
enum ArticleLink {
    /// One spelling for the addresses that are surely the same page of one site: no scheme, host in lower case without
    /// `www.`, no fragment, no parameters that only say where a visitor came from, no `/` at the end.
    static func normalised(_ link: String) -> String {
        var rest = FeedURL.normalised(link)[...]
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        var query = ""
        if let mark = rest.firstIndex(of: "?") {
            let kept = rest[rest.index(after: mark)...].split(separator: "&").filter { !isTracking($0) }
            query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
            rest = rest[..<mark]
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        return rest + query
    }

    /// The host of a link in lower case, without `www.`.
    static func site(_ link: String) -> String { String(normalised(link).prefix { $0 != "/" && $0 != "?" }) }

    /// Whether a link can name one article among others: the front page of a site cannot.
    static func namesAPage(_ normalised: String) -> Bool { normalised.utf8.contains { $0 == 0x2F || $0 == 0x3F } }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid"].contains(name)
    }
}
