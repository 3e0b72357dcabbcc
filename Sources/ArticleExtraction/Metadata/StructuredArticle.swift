import Markup

/// The article among a page's JSON-LD (schema.org).
struct StructuredArticle {
    private let article: JSONValue
    /// Who wrote it, in order.
    let authors: [String]

    /// - Returns: `nil` if no JSON-LD of the page describes an article.
    init?(in tree: HTMLTree) {
        var objects: [JSONValue] = []
        for range in tree.structuredData.prefix(32) {
            if let value = Self.value(tree.source[range]) { Self.collect(value, into: &objects, depth: 0) }
        }
        guard let article = objects.filter(Self.isArticle).max(by: { Self.weight($0) < Self.weight($1) }) else {
            return nil
        }
        self.article = article
        authors = Self.authors(of: article, among: objects)
    }

    subscript(name: String) -> JSONValue? { article[name] }

    /// The value after what pages put before it (`<!--`, `//<![CDATA[`, a byte order mark).
    private static func value(_ script: ArraySlice<UInt8>) -> JSONValue? {
        let brackets = [UInt8(ascii: "{"), UInt8(ascii: "[")]
        var rest = script[...]
        while let start = rest.firstIndex(where: brackets.contains) {
            rest = rest[start...]
            guard rest.starts(with: "[CDATA[".utf8) else { break }
            rest = rest.dropFirst(7)
        }
        var reader = JSONReader(Array(rest))
        return reader.read()
    }

    private static func collect(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
        guard depth < 6, objects.count < 2000 else { return }
        for element in value.oneOrMany {
            guard case .object = element else { continue }
            objects.append(element)
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = element[key] { collect(inner, into: &objects, depth: depth + 1) }
            }
        }
    }

    private static func types(_ object: JSONValue) -> [String] {
        object["@type"]?.oneOrMany.compactMap(\.text).map { $0.lowercased() } ?? []
    }

    private static func isArticle(_ object: JSONValue) -> Bool {
        types(object).contains {
            $0.hasSuffix("article") || $0.hasSuffix("blogposting") || $0.hasSuffix("mediaposting")
                || $0.hasSuffix("forumposting") || $0 == "report" || $0 == "review"
        }
            && (object["headline"] != nil || object["articleBody"] != nil || object["datePublished"] != nil)
    }

    /// How much an object says.
    private static func weight(_ object: JSONValue) -> Int {
        ["headline", "articleBody", "datePublished", "author"].reduce(0) { $0 + (object[$1] == nil ? 0 : 1) }
    }

    /// At most twenty. An author may be an object of its own elsewhere, which is then named by its `@id`; a list of
    /// authors may hold lists.
    private static func authors(of article: JSONValue, among objects: [JSONValue]) -> [String] {
        var names: [String] = []
        let authors = (article["author"] ?? article["creator"])?.oneOrMany.flatMap(\.oneOrMany) ?? []
        for author in authors.prefix(40) {
            var found = self.names(of: author)
            if found.isEmpty, let id = author["@id"]?.text {
                found = objects.lazy.filter { $0["@id"]?.text == id }.map(self.names).first { !$0.isEmpty } ?? []
            }
            for name in found.flatMap(AuthorNames.split) where !names.contains(name) { names.append(name) }
        }
        return Array(names.prefix(20))
    }

    private static func names(of author: JSONValue) -> [String] {
        author["name"]?.oneOrMany.compactMap(\.text) ?? author.text.map { [$0] } ?? []
    }

    var image: String? {
        guard let image = article["image"]?.oneOrMany.first else { return nil }
        return image.text ?? image["url"]?.oneOrMany.first?.text ?? image["contentUrl"]?.text
    }
}

extension JSONValue {
    /// The elements of an array; any other value alone: JSON-LD lets both stand in one place.
    var oneOrMany: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}
