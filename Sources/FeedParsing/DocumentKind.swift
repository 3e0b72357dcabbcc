import Markup

/// What a document that is no feed is.
enum DocumentKind {
    static func refusal(of decoded: DecodedText, tree: XMLTree, url: String?) -> FeedParsingError {
        guard let root = tree.nodes.indices.first(where: { tree.nodes[$0].kind == .element }) else { return .plainText }
        let name = tree.name(of: root).local
        let isHTML =
            tree.nodes.indices.prefix(200).contains {
                tree.nodes[$0].kind == .element && ["html", "head", "body", "meta"].contains(tree.name(of: $0).local)
            }
            || declaresHTML(decoded.utf8)
        guard isHTML else { return decoded.utf8.first { !$0.isHTMLSpace } == 0x3C ? .otherXML(root: name) : .plainText }
        // Without the page's address its relative ones count all the same.
        let found = FeedDiscovery.candidates(in: decoded.utf8, url: url ?? "https://page.invalid/")
        let candidates = found.count { $0.evidence == .declared }
        return candidates == 0 && asksForLogin(decoded.utf8) ? .loginPage : .htmlPage(candidates: candidates)
    }

    /// `<!doctype html>`: the tags that should follow it may all be left out.
    private static func declaresHTML(_ document: [UInt8]) -> Bool {
        let start = document.drop { $0.isHTMLSpace }.prefix(15)
        return String(decoding: start, as: UTF8.self).lowercased() == "<!doctype html>"
    }

    /// A password field, or a consent or challenge form, on a page without articles.
    private static func asksForLogin(_ html: [UInt8]) -> Bool {
        html.prefix(1 << 18).withUnsafeBufferPointer { page in
            let signs: [StaticString] = [
                "type=\"password\"", "type='password'", "type=password", "consent.google", "cf-challenge",
                "_cf_chl_opt", "captive portal", "cookie-consent-wall",
            ]
            return signs.contains { page.firstRange(of: $0, from: 0) != nil }
        }
    }
}
