import Markup

/// The text of elements that microdata (`itemprop=author`) or a link (`rel=author`) marks as the author, the first few,
/// and who has a page of authors that the article links to.
struct AuthorMarks {
    private(set) var texts: [String] = []
    /// The names in the first links to authors' pages, as many as stand together.
    private(set) var linked: [String] = []

    private var looked = 0
    /// One past the last node of the last of these links.
    private var linksEnd = 0

    private static let most = 20
    /// Elements with more nodes, and longer texts in bytes, tell of an author's life.
    private static let mostNodes = 40
    private static let longest = 120

    /// Of one byline are links with so few nodes, and so few bytes of text, between them.
    private static let widestGap = (nodes: 12, bytes: 16)

    mutating func look(at node: Int, of tree: HTMLTree) {
        if tree.nodes[node].tag == .a { lookAtLink(node, tree) }
        guard looked < Self.most, !tree.nodes[node].range.isEmpty, Int(tree.nodes[node].end) - node < Self.mostNodes,
            Self.isAuthor(node, tree)
        else { return }
        looked += 1
        let text = Self.name(inside: node, tree) ?? tree.text(of: node)
        if !text.isEmpty, text.utf8.count <= Self.longest { texts.append(text) }
    }

    /// What came before an article's heading belongs to the site.
    mutating func startArticle() { linked = [] }

    private mutating func lookAtLink(_ node: Int, _ tree: HTMLTree) {
        let end = Int(tree.nodes[node].end)
        guard linked.isEmpty || isBeside(node, tree), end - node < Self.mostNodes,
            let address = tree.rawValue(.href, of: node), let slug = Self.authorSlug(tree.source[address])
        else { return }
        guard let name = AuthorNames.split(tree.text(of: node)).first else { return }
        guard AuthorNames.isLikePerson(name) || BlockJudge.normalised(name) == slug else { return }
        linksEnd = end
        if !linked.contains(name) { linked.append(name) }
    }

    /// Whether little stands between the last of the links and `node`.
    private func isBeside(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard node - linksEnd < Self.widestGap.nodes else { return false }
        let between = tree.nodes[linksEnd..<max(linksEnd, node)].filter { $0.kind == .text }
        return between.reduce(0) { $0 + $1.range.count } < Self.widestGap.bytes
    }

    /// `adaquill` in `/authors/ada-quill/`.
    private static func authorSlug(_ address: ArraySlice<UInt8>) -> String? {
        let slash = UInt8(ascii: "/")
        var rest = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        while let start = rest.firstIndex(of: slash) {
            rest = rest[(start + 1)...]
            guard let first = rest.first, "acjpwy".utf8.contains(first.asciiLowercased) else { continue }
            let folder = rest.prefix { $0 != slash }
            guard folder.count < 16, authorFolders.contains(String(decoding: folder, as: UTF8.self).lowercased()) else {
                continue
            }
            let slug = rest[folder.endIndex...].dropFirst().prefix { $0 != slash }
            return slug.isEmpty ? nil : BlockJudge.normalised(String(decoding: slug, as: UTF8.self))
        }
        return nil
    }

    /// Begin with one of six letters, by which most folders are told apart from them.
    private static let authorFolders: Set<String> = [
        "author", "authors", "autor", "autores", "autoren", "autorzy", "auteur", "auteurs", "autore", "autori",
        "columnist", "columnists", "contributor", "contributors", "journalist", "journalists", "penulis", "writer",
        "writers", "yazar", "yazarlar",
    ]

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
