import Markup

/// Which format a document is in, by its outermost element that any feed has.
enum FormatDetection {
    /// Elements looked at before the document is given up.
    private static let limit = 20_000

    static func format(of elements: FeedElements) -> FeedFormat? {
        var sawItem = false
        for node in elements.tree.nodes.indices.prefix(limit) where elements.tree.nodes[node].kind == .element {
            switch elements.term(node) {
            case .rss: return .rss(version: elements.tree.attribute("version", of: node).map(version))
            case .rdf: return .rdf(rdfVersion(elements))
            case .feed: return atomVersion(node, elements)
            case .channel:
                // A CDF channel keeps its address and times in attributes.
                let isCDF =
                    elements.tree.attribute("href", of: node) != nil
                    || elements.tree.attribute("lastmod", of: node) != nil || hasCDFItem(elements)
                return isCDF ? .cdf : .rss(version: nil)
            case .item: sawItem = true
            case .entry: return atomVersion(node, elements)
            default: break
            }
        }
        return sawItem ? .rss(version: nil) : nil
    }

    private static func version(_ text: String) -> String { text == "2" ? "2.0" : text }

    private static func rdfVersion(_ elements: FeedElements) -> FeedFormat.RDFVersion {
        let isOld = elements.tree.names.contains { $0.namespace.contains("netscape.com/rdf/simple/0.9") }
        return isOld ? .rss090 : .rss10
    }

    private static func atomVersion(_ node: Int, _ elements: FeedElements) -> FeedFormat? {
        let name = elements.tree.name(of: node)
        if name.namespace.lowercased().contains("purl.org/atom/ns") { return .atom03 }
        if elements.tree.attribute("version", of: node)?.hasPrefix("0.") == true { return .atom03 }
        return .atom10
    }

    private static func hasCDFItem(_ elements: FeedElements) -> Bool {
        let nodes = elements.tree.nodes.indices.prefix(limit)
        guard let item = nodes.first(where: { elements.tree.nodes[$0].kind == .element && elements.term($0) == .item })
        else { return false }
        return elements.tree.attribute("href", of: item) != nil || elements.tree.attribute("lastmod", of: item) != nil
    }
}
