import Markup
import Model

/// A list of subscriptions as OPML 2.0 (opml.org/spec2.opml), which every feed reader reads and writes.
///
/// Folders become tags, a folder within a folder `news/local`; a tag with a slash becomes folders again. A feed under
/// several tags stands once in each folder, and is read back as one feed.
package struct OPML: Hashable, Sendable {
    package struct Subscription: Hashable, Sendable {
        /// The feed's address.
        package var url: String
        package var title: String?
        /// The site's page.
        package var link: String?
        /// In the order of the folders in which it was found.
        package var tags: [String]

        package init(url: String, title: String? = nil, link: String? = nil, tags: [String] = []) {
            self.url = url
            self.title = title
            self.link = link
            self.tags = tags
        }
    }

    package var title: String?
    /// Each feed once, in the order of first appearance.
    package var subscriptions: [Subscription]

    package init(title: String? = nil, subscriptions: [Subscription]) {
        self.title = title
        self.subscriptions = subscriptions
    }
}

/// Why a document gives no list.
package enum OPMLError: Error, Hashable, Sendable, CustomStringConvertible {
    case notOPML
    case noFeeds

    package var description: String {
        switch self {
        case .notOPML: "This is not OPML: it has no <opml> and no <outline>. Export the subscriptions again as OPML."
        case .noFeeds: "This OPML names no feeds: no <outline> in it has an xmlUrl. Export the subscriptions again."
        }
    }
}

/// The elements that matter for repairing a damaged list.
private struct OutlineVocabulary: XMLVocabulary {
    func role(namespace: String, name: String) -> XMLRole {
        switch name {
        case "opml", "head", "body": .container
        case "title": .field
        default: .other
        }
    }
}

// MARK: - Reading

extension OPML {
    /// Lists longer than this are cut.
    private static let countLimit = 100_000
    /// Deeper folders count as their parents.
    private static let depthLimit = 16
    /// Deeper elements are not looked into.
    private static let nestingLimit = 64

    package init(reading bytes: [UInt8]) throws(OPMLError) {
        let tree = XMLTree(TextDecoder.decode(bytes).utf8, vocabulary: OutlineVocabulary())
        guard tree.names.contains(where: { $0.local == "opml" || $0.local == "outline" }) else { throw .notOPML }
        self.init(subscriptions: [])
        var places: [String: Int] = [:]
        read(nil, in: tree, path: [], depth: 0, &places)
        if subscriptions.isEmpty { throw .noFeeds }
    }

    private mutating func read(
        _ node: Int?, in tree: XMLTree, path: [String], depth: Int, _ places: inout [String: Int]
    ) {
        for child in tree.elements(in: node) where subscriptions.count < Self.countLimit {
            switch tree.name(of: child).local {
            case "title" where title == nil:
                title = FoldedText.line(tree.decodedContent(of: child))
            case "outline":
                if let url = tree.attribute("xmlurl", of: child), !url.isEmpty {
                    add(child, url, in: tree, path: path, &places)
                    // Some nest feeds in feeds when an end tag is lost.
                    if depth < Self.nestingLimit { read(child, in: tree, path: path, depth: depth + 1, &places) }
                } else if depth < Self.nestingLimit {
                    read(child, in: tree, path: path + folder(child, in: tree, path), depth: depth + 1, &places)
                }
            default:
                if depth < Self.nestingLimit { read(child, in: tree, path: path, depth: depth + 1, &places) }
            }
        }
    }

    /// The folder's name as a step of the path; none for a nameless or too deep one.
    private func folder(_ node: Int, in tree: XMLTree, _ path: [String]) -> [String] {
        guard path.count < Self.depthLimit, let name = name(of: node, in: tree) else { return [] }
        return [name.replacing("/", with: "-")]
    }

    private func name(of node: Int, in tree: XMLTree) -> String? {
        let names = [tree.attribute("title", of: node), tree.attribute("text", of: node)].compactMap(\.self)
        return names.map { FoldedText.line(Array($0.utf8)) }.first { !$0.isEmpty }
    }

    private mutating func add(
        _ node: Int, _ url: String, in tree: XMLTree, path: [String], _ places: inout [String: Int]
    ) {
        var tags = path.isEmpty ? [] : [path.joined(separator: "/")]
        // OPML 2.0 §category: paths with slashes, several after commas.
        for category in (tree.attribute("category", of: node) ?? "").split(separator: ",") {
            let steps = category.split(separator: "/").map { $0.trimmingASCIIWhitespace() }.filter { !$0.isEmpty }
            if !steps.isEmpty { tags.append(steps.prefix(Self.depthLimit).joined(separator: "/")) }
        }
        let key = FeedURL.normalised(url)
        let place = places[key] ?? subscriptions.count
        if places[key] == nil {
            places[key] = place
            subscriptions.append(
                Subscription(
                    url: url, title: name(of: node, in: tree),
                    link: tree.attribute("htmlurl", of: node).flatMap { $0.isEmpty ? nil : $0 }))
        }
        for tag in tags where !subscriptions[place].tags.contains(tag) { subscriptions[place].tags.append(tag) }
    }
}

// MARK: - Writing

extension OPML {
    /// The list as a document in UTF-8; folders and feeds in the order of first appearance.
    package func written() -> [UInt8] {
        var root = Folder(name: "")
        for subscription in subscriptions {
            if subscription.tags.isEmpty { root.feeds.append(subscription) }
            for tag in subscription.tags { root.add(subscription, at: tag.split(separator: "/").map(String.init)[...]) }
        }
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">"]
        lines.append("  <head>" + (title.map { "<title>\(Self.escaped($0))</title>" } ?? "") + "</head>")
        lines.append("  <body>")
        root.write(to: &lines, indent: "    ")
        lines += ["  </body>", "</opml>", ""]
        return Array(lines.joined(separator: "\n").utf8)
    }

    private struct Folder {
        let name: String
        var feeds: [Subscription] = []
        var folders: [Folder] = []

        mutating func add(_ feed: Subscription, at path: ArraySlice<String>) {
            guard let step = path.first, path.count <= OPML.depthLimit else { return feeds.append(feed) }
            if !folders.contains(where: { $0.name == step }) { folders.append(Folder(name: step)) }
            guard let index = folders.firstIndex(where: { $0.name == step }) else { return }
            folders[index].add(feed, at: path.dropFirst())
        }

        func write(to lines: inout [String], indent: String) {
            for feed in feeds {
                let text = OPML.escaped(feed.title ?? feed.url)
                let link = feed.link.map { " htmlUrl=\"\(OPML.escaped($0))\"" } ?? ""
                lines.append(
                    "\(indent)<outline type=\"rss\" text=\"\(text)\" title=\"\(text)\" "
                        + "xmlUrl=\"\(OPML.escaped(feed.url))\"\(link)/>")
            }
            for folder in folders {
                lines.append("\(indent)<outline text=\"\(OPML.escaped(folder.name))\">")
                folder.write(to: &lines, indent: indent + "  ")
                lines.append("\(indent)</outline>")
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t", "\r": result += "&#\(scalar.value);"
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
