import Markup
import Model

/// The links of a feed or an entry, sorted by what they are for (RFC 4287 §4.2.7).
struct LinkChoice {
    private var text: String?
    private var alternate: String?
    private var alternateRank = -1
    private var fallback: String?
    private(set) var own: String?
    private(set) var next: String?
    private(set) var hubs: [String] = []
    private(set) var enclosures: [Enclosure] = []
    private(set) var icon: String?
    private(set) var replies: String?

    /// The page for people: RSS's own link first, then an Atom alternate.
    var page: String? { text ?? alternate ?? fallback }

    mutating func add(page: String) { text = text ?? page }

    mutating func add(_ node: Int, _ elements: FeedElements, _ scope: FeedScope) {
        let tree = elements.tree
        let scope = elements.scope(of: node, in: scope)
        let relation = tree.attribute("rel", of: node)?.lowercased()
        let line = elements.line(node)
        guard let written = tree.attribute("href", of: node) ?? (relation == nil ? nil : line) else {
            if let line {
                text = text ?? SafeAddress.resolve(line, scope)
            } else if let resource = tree.attribute("resource", of: node) {
                fallback = fallback ?? SafeAddress.resolve(resource, scope)
            }
            return
        }
        guard let address = SafeAddress.resolve(written, scope) else { return }
        let type = tree.attribute("type", of: node).map { MediaType($0).essence }
        switch relation?.split(separator: "/").last.map(String.init) ?? "alternate" {
        case "alternate": addAlternate(address, type)
        case "self": own = own ?? address
        case "next": next = next ?? address
        case "hub": hubs.append(address)
        case "enclosure":
            let length = tree.attribute("length", of: node).flatMap { Int64($0) }
            enclosures.append(Enclosure(url: address, mediaType: type, length: length))
        case "icon", "shortcut icon", "apple-touch-icon": icon = icon ?? address
        case "replies": if type == nil || type == "text/html" { replies = replies ?? address }
        case "via", "related", "canonical", "bookmark": fallback = fallback ?? address
        default: break
        }
    }

    /// Among several alternates one that says it is an HTML page wins over one that does not say; then the first.
    private mutating func addAlternate(_ address: String, _ type: String?) {
        let rank =
            switch type {
            case "text/html", "application/xhtml+xml": 2
            case nil: 1
            default: 0
            }
        if rank > alternateRank {
            alternate = address
            alternateRank = rank
        }
    }
}
