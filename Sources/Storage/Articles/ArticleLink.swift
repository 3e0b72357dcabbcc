import Model

/// An article's address, in one spelling for those that are surely the same page of one site.
package struct ArticleLink: Equatable, Sendable {
    /// No scheme, host in lower case without `www.`, no fragment, no parameters that only say where a visitor came from, no
    /// `/` at the end.
    let page: String

    init(_ link: String) {
        let bytes = Array(FeedURL.normalised(link).utf8)
        let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        var page = bytes[..<end]
        if page.starts(with: "www.".utf8) { page = page.dropFirst(4) }
        while page.last == UInt8(ascii: "/") { page.removeLast() }
        let parameters = bytes[end...].dropFirst().split(separator: UInt8(ascii: "&")).filter { !Self.isTracking($0) }
        let query = parameters.isEmpty ? [] : [UInt8(ascii: "?")] + parameters.joined(separator: "&".utf8)
        self.page = String(decoding: page + query, as: UTF8.self)
    }

    /// The host in lower case, without `www.`.
    var site: String {
        String(Substring(page.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }))
    }

    /// Whether it can name one article among others: the front page of a site cannot.
    var namesAPage: Bool { page.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } }

    /// In the spellings that they were given in.
    package typealias BySpelling = [String: ArticleLink]

    private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased()
        return name.hasPrefix("utm_") || tracking.contains(name)
    }

    private static let tracking: Set<String> = ["fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid"]
}
