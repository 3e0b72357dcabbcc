import Markup
import Model

/// Typed values of a feed's elements.
final class FeedElements {
    let tree: XMLTree
    private let terms: [FeedTerm]
    private let namespaces: [FeedNamespace]

    init(_ tree: XMLTree) {
        self.tree = tree
        var known: [String: FeedNamespace] = [:]
        namespaces = tree.names.map { name in
            if let namespace = known[name.namespace] { return namespace }
            let namespace = FeedNamespace(uri: name.namespace)
            known[name.namespace] = namespace
            return namespace
        }
        terms = zip(namespaces, tree.names).map { FeedVocabulary.term($0, $1.local) }
    }

    func term(_ node: Int) -> FeedTerm { terms[Int(tree.nodes[node].name)] }
    func namespace(_ node: Int) -> FeedNamespace { namespaces[Int(tree.nodes[node].name)] }

    /// The elements directly in `node`.
    func children(of node: Int?) -> XMLChildren { tree.elements(in: node) }

    /// `scope` with the `xml:base` and `xml:lang` of `node`.
    func scope(of node: Int, in scope: FeedScope) -> FeedScope {
        var scope = scope
        if let base = tree.xmlAttribute("xml:base", of: node) {
            scope.base = BaseAddress.named(base, within: scope.base)
        }
        if let language = tree.xmlAttribute("xml:lang", of: node) { scope.language = languageTag(language) }
        return scope
    }

    // MARK: - Text

    /// The text as it is written, white space folded; `nil` if there is none.
    func line(_ node: Int) -> String? {
        let text = FoldedText.line(tree.decodedContent(of: node))
        return text.isEmpty ? nil : text
    }

    /// A title in plain text; `nil` if there was nothing, empty if there was markup without text.
    func title(_ node: Int) -> String? {
        switch TextConstruct(node, self) {
        case .plain(let text): text.contains { !$0.isHTMLSpace } ? FoldedText.plainTitle(fromText: text) : nil
        case .html(let html): html.contains { !$0.isHTMLSpace } ? FoldedText.plainTitle(fromHTML: html) : nil
        }
    }

    /// Sanitised HTML, addresses resolved; `nil` if there was nothing, empty if nothing of it is left.
    func html(_ node: Int, _ scope: FeedScope) -> String? {
        let bytes =
            switch TextConstruct(node, self) {
            case .plain(let text): FoldedText.escaped(text)
            case .html(let html): html
            }
        return SafeHTML.sanitize(bytes, scope)
    }

    func date(_ node: Int) -> Timestamp? {
        DateParser.parse(tree.decodedContent(of: node))
    }

    // MARK: - Addresses

    /// An id: resolved only where it is plainly an address without its host.
    func identifier(_ node: Int, _ scope: FeedScope) -> String? {
        guard let text = line(node) else { return nil }
        return text.utf8.first == UInt8(ascii: "/") ? scope.resolve(text) : text
    }

    /// An address, as the element's text or its `href`, `url` or `resource` attribute.
    func address(_ node: Int, _ scope: FeedScope) -> String? {
        let written =
            tree.attribute("href", of: node) ?? tree.attribute("url", of: node)
            ?? tree.attribute("resource", of: node) ?? line(node)
        guard let written, !written.isEmpty else { return nil }
        return SafeAddress.resolve(written, scope)
    }

    /// The address of a picture: an `image` element's `url` or `href`, or its own text.
    func imageAddress(_ node: Int, _ scope: FeedScope) -> String? {
        for child in children(of: node) where [.url, .link].contains(term(child)) && term(child) == .url {
            return address(child, self.scope(of: child, in: scope))
        }
        let written =
            tree.attribute("href", of: node) ?? tree.attribute("url", of: node)
            ?? (children(of: node).contains { _ in true } ? nil : line(node))
        return written.flatMap { $0.isEmpty ? nil : SafeAddress.resolve($0, scope) }
    }

    // MARK: - People and subjects

    /// An author, from Atom's child elements or from one line.
    func author(_ node: Int, _ scope: FeedScope) -> ParsedAuthor? {
        var author = ParsedAuthor()
        for child in children(of: node) {
            switch term(child) {
            case .name, .title, .alternateTitle: author.name = author.name ?? line(child)
            case .email: author.email = author.email ?? line(child)
            case .uri, .url, .link: author.url = author.url ?? address(child, self.scope(of: child, in: scope))
            default: break
            }
        }
        if author == ParsedAuthor(), let text = line(node) { author = AuthorLine.parse(text) }
        return author == ParsedAuthor() ? nil : author
    }

    /// Adds a category element's terms, each once, and those of the categories within it.
    func addCategories(_ node: Int, _ term: FeedTerm, to categories: inout [String], depth: Int = 0) {
        guard categories.count < FeedLimits.categories, depth < FeedLimits.categoryDepth else { return }
        var found: [String] = []
        if let text = tree.attribute("term", of: node) ?? tree.attribute("text", of: node) {
            found = [text]
        } else if let text = line(node) {
            found =
                term == .keywords
                ? text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)).trimmingASCIIWhitespace() }
                : [FoldedText.plainTitle(fromText: Array(text.utf8))]
        } else if let label = tree.attribute("label", of: node) {
            found = [label]
        }
        for category in found where !category.isEmpty && categories.count < FeedLimits.categories {
            if !categories.contains(category) { categories.append(category) }
        }
        for child in children(of: node) where self.term(child) == .category {
            addCategories(child, .category, to: &categories, depth: depth + 1)
        }
    }

    /// A language tag as RFC 5646 writes it.
    func languageTag(_ text: String) -> String { String(text.map { $0 == "_" ? "-" : $0 }) }
}
