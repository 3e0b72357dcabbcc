/// Why a document gives no feed.
package enum FeedParsingError: Error, Hashable, Sendable {
    case empty
    case htmlPage(candidates: Int)
    case loginPage
    case binary(String)
    case otherXML(root: String)
    case otherJSON
    case brokenJSON(line: Int, column: Int)
    case plainText
}

extension FeedParsingError: CustomStringConvertible {
    /// What it is, and what to do.
    package var description: String {
        switch self {
        case .empty:
            "The document is empty. The site may be down or may refuse this client; try again, or open it in a browser."
        case .htmlPage(0):
            "This is an HTML page, not a feed, and it names none. Look on the site for a link called RSS, Atom or feed."
        case .htmlPage(let count):
            "This is an HTML page, not a feed; it names \(count == 1 ? "a feed" : "\(count) feeds"). "
                + "Run `wiredesk feed add` with the page's address to choose."
        case .loginPage:
            "This is a page that asks to log in or to agree, not a feed. "
                + "Give the feed credentials or a cookie file in wiredesk.yaml, or ask the publisher for a public address."
        case .binary(let kind):
            "This is \(kind), not a feed. Check the address."
        case .otherXML(let root):
            "This is XML, but its element <\(root)> is none of RSS, RDF, Atom or CDF. Check the address."
        case .otherJSON:
            "This is JSON, but not a JSON Feed: it has no \"version\" of jsonfeed.org and no \"items\". Check the address."
        case .brokenJSON(let line, let column):
            "This looks like a JSON Feed, but its JSON breaks off at line \(line), column \(column), before any item. "
                + "Try again; if it stays so, tell the publisher."
        case .plainText:
            "This is text, not a feed. Check the address, or open it in a browser to see what the site answers."
        }
    }
}
