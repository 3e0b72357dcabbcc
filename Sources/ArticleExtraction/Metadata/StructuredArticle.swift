import Markup

/// The article among a page's JSON-LD (schema.org).
enum StructuredArticle {
    static func find(in tree: HTMLTree) -> JSONValue? {
        var objects: [JSONValue] = []
        for range in tree.structuredData.prefix(32) {
            if let value = value(tree.source[range]) { collect(value, into: &objects, depth: 0) }
        }
        return objects.filter(isArticle).max { weight($0) < weight($1) }
    }

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
            $0.hasSuffix("article") || $0.hasSuffix("blogposting") || $0 == "report" || $0 == "review"
        }
            && (object["headline"] != nil || object["articleBody"] != nil || object["datePublished"] != nil)
    }

    /// How much an object says.
    private static func weight(_ object: JSONValue) -> Int {
        ["headline", "articleBody", "datePublished", "author"].reduce(0) { $0 + (object[$1] == nil ? 0 : 1) }
    }

    static func authors(_ article: JSONValue?) -> [String] {
        var names: [String] = []
        for author in article?["author"]?.oneOrMany ?? [] {
            let found = author["name"]?.oneOrMany.compactMap(\.text) ?? author.text.map { [$0] } ?? []
            for name in found.flatMap(AuthorNames.split) where !names.contains(name) { names.append(name) }
        }
        return Array(names.prefix(20))
    }

    static func image(_ article: JSONValue?) -> String? {
        guard let image = article?["image"]?.oneOrMany.first else { return nil }
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
