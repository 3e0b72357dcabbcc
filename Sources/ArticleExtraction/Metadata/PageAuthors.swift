import Markup

/// Who wrote the article, among the places where a page may say so.
struct PageAuthors {
    /// Names in JSON-LD.
    let structured: [String]
    /// What meta elements for authors say, the most common names of such elements first.
    let declared: [String]
    /// What is marked as the author by microdata or by a link's relation.
    let marked: [String]
    let site: SiteName

    /// Structured data first, then what says “by”, then meta elements and marks. After them comes what is also the
    /// site's name, but a byline of people before a name that is nobody's.
    func best(_ byline: BylineFinder) -> Sourced<[String]>? {
        if namesSomebody(structured) { return Sourced(structured, from: .structuredData, confidence: 0.9) }
        if let written = byline.authors, byline.isCertain { return Sourced(written, from: .byline, confidence: 0.8) }
        if let names = first(of: declared) { return Sourced(names, from: .meta, confidence: 0.7) }
        if let names = first(of: marked) { return Sourced(names, from: .microdata, confidence: 0.6) }
        if let own, own.value.contains(where: AuthorNames.isLikePerson) { return own }
        if let shown = byline.authors { return Sourced(shown, from: .byline, confidence: 0.5) }
        return own
    }

    /// The site's own name in the author's place.
    private var own: Sourced<[String]>? {
        if !structured.isEmpty { return Sourced(structured, from: .structuredData, confidence: 0.4) }
        if let names = declared.lazy.map(AuthorNames.split).first(where: { !$0.isEmpty }) {
            return Sourced(names, from: .meta, confidence: 0.4)
        }
        return marked.lazy.map(AuthorNames.split).first { !$0.isEmpty }
            .map { Sourced($0, from: .microdata, confidence: 0.4) }
    }

    private func first(of texts: [String]) -> [String]? {
        texts.lazy.map(AuthorNames.split).first(where: namesSomebody)
    }

    private func namesSomebody(_ names: [String]) -> Bool { names.contains { !site.isNamed(by: $0) } }
}

/// The text of elements that microdata (`itemprop=author`) or a link (`rel=author`) marks as the author, the first few.
struct AuthorMarks {
    private(set) var texts: [String] = []

    private var looked = 0

    private static let most = 20
    /// Elements with more nodes, and longer texts in bytes, tell of an author's life.
    private static let mostNodes = 40
    private static let longest = 120

    mutating func look(at node: Int, of tree: HTMLTree) {
        guard looked < Self.most, !tree.nodes[node].range.isEmpty, Int(tree.nodes[node].end) - node < Self.mostNodes,
            Self.isAuthor(node, tree)
        else { return }
        looked += 1
        let text = Self.name(inside: node, tree) ?? tree.text(of: node)
        if !text.isEmpty, text.utf8.count <= Self.longest { texts.append(text) }
    }

    private static func isAuthor(_ node: Int, _ tree: HTMLTree) -> Bool {
        [HTMLAttribute.itemprop, .rel].contains { attribute in
            guard let range = tree.rawValue(attribute, of: node) else { return false }
            return tree.source[range].split(whereSeparator: \.isHTMLSpace).contains { $0.elementsEqual("author".utf8) }
        }
    }

    /// The `itemprop=name` of an author that is an item of its own.
    private static func name(inside node: Int, _ tree: HTMLTree) -> String? {
        for inner in (node + 1)..<max(node + 1, Int(tree.nodes[node].end)) {
            guard let range = tree.rawValue(.itemprop, of: inner), tree.source[range].elementsEqual("name".utf8) else {
                continue
            }
            return tree.nodes[inner].tag == .meta ? tree.string(.content, of: inner) : tree.text(of: inner)
        }
        return nil
    }
}
