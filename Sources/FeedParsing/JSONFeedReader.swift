import Markup
import Model

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), as strictly as it needs and no more.
struct JSONFeedReader {
    private let scope: FeedScope
    private var feed: ParsedFeed

    static func read(_ decoded: DecodedText, from origin: FeedOrigin) throws(FeedParsingError) -> ParsedFeed {
        var json = JSONReader(decoded.utf8)
        let root = json.read() ?? .null
        let version = root["version"]?.text ?? ""
        let isFeed =
            version.contains("jsonfeed.org") || (!(root["items"]?.elements ?? []).isEmpty)
            || (root["items"] != nil && root["title"] != nil)
        guard isFeed else {
            guard let failure = json.failure else { throw .otherJSON }
            let place = LinePosition.positions(of: [failure], in: decoded.utf8)[0]
            throw .brokenJSON(line: place.line, column: place.column)
        }
        let number = version.split(separator: "/").last.map(String.init) ?? "1"
        var reader = JSONFeedReader(
            scope: FeedScope(base: BaseAddress(origin)),
            feed: ParsedFeed(format: .jsonFeed(version: number), encoding: decoded.encoding.name))
        reader.readFeed(root)
        if let failure = json.failure {
            let place = LinePosition.positions(of: [failure], in: decoded.utf8)[0]
            let message = "the JSON breaks off here; what came before was read"
            reader.feed.faults.append(FeedFault(line: place.line, column: place.column, message: message))
        }
        return reader.feed
    }

    private mutating func readFeed(_ root: JSONValue) {
        feed.title = text(root["title"])
        feed.link = address(root["home_page_url"])
        feed.selfLink = address(root["feed_url"])
        feed.nextLink = address(root["next_url"])
        feed.description = text(root["description"]).flatMap {
            SafeHTML.sanitize(FoldedText.escaped(Array($0.utf8)), scope)
        }
        feed.icon = address(root["icon"]) ?? address(root["favicon"])
        feed.image = address(root["icon"])
        feed.language = root["language"]?.text
        feed.authors = authors(root)
        feed.hubs = (root["hubs"]?.elements ?? []).compactMap { address($0["url"]) }
        feed.entries = (root["items"]?.elements ?? []).prefix(FeedLimits.entries).compactMap { entry($0) }
    }

    private func entry(_ item: JSONValue) -> ParsedEntry? {
        guard case .object = item else { return nil }
        var entry = ParsedEntry()
        entry.id = item["id"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        entry.link = address(item["url"]) ?? address(item["external_url"])
        entry.title = text(item["title"])
        entry.summary = item["summary"]?.text.flatMap {
            SafeHTML.sanitize(FoldedText.escaped(Array($0.utf8)), scope)
        }
        var entryScope = scope
        if let link = entry.link { entryScope.base = BaseAddress(URLReference(link)) }
        entry.content =
            item["content_html"]?.text.flatMap { SafeHTML.sanitize(Array($0.utf8), entryScope) }
            ?? item["content_text"]?.text.flatMap { SafeHTML.sanitize(paragraphs($0), entryScope) }
        entry.blankFields.clear(&entry.summary, as: .summary)
        entry.blankFields.clear(&entry.content, as: .content)
        entry.published = item["date_published"]?.text.flatMap { DateParser.parse($0) }
        entry.updated = item["date_modified"]?.text.flatMap { DateParser.parse($0) }
        entry.authors = authors(item)
        entry.categories = (item["tags"]?.elements ?? []).compactMap(\.text)
        entry.image = address(item["image"]) ?? address(item["banner_image"])
        entry.language = item["language"]?.text
        entry.enclosures = (item["attachments"]?.elements ?? []).compactMap { enclosure($0) }
        return entry
    }

    /// Version 1.1 has a list of authors, 1.0 one.
    private func authors(_ value: JSONValue) -> [ParsedAuthor] {
        let all = (value["authors"]?.elements ?? []).prefix(FeedLimits.people) + [value["author"]].compactMap(\.self)
        var result: [ParsedAuthor] = []
        for one in all {
            let author = ParsedAuthor(
                name: text(one["name"]) ?? one.text, email: nil, url: address(one["url"]))
            if author != ParsedAuthor(), !result.contains(where: { $0.name == author.name && author.name != nil }) {
                result.append(author)
            }
        }
        return result
    }

    private func enclosure(_ value: JSONValue) -> Enclosure? {
        guard let url = address(value["url"]) else { return nil }
        let length = value["size_in_bytes"]?.text.flatMap {
            Int64($0) ?? Double($0).flatMap { Int64(exactly: $0.rounded()) }
        }
        return Enclosure(url: url, mediaType: value["mime_type"]?.text, length: length)
    }

    /// One line of plain text.
    private func text(_ value: JSONValue?) -> String? {
        guard let text = value?.text else { return nil }
        let line = FoldedText.line(Array(text.utf8))
        return line.isEmpty ? nil : line
    }

    private func address(_ value: JSONValue?) -> String? {
        guard case .string(let text) = value, !text.isEmpty else { return nil }
        return SafeAddress.resolve(text.trimmingASCIIWhitespace(), scope)
    }

    /// Plain text as HTML; its line ends stay visible.
    private func paragraphs(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        for byte in FoldedText.escaped(Array(text.utf8)) {
            if byte == 0x0A { html.append(contentsOf: "<br>".utf8) }
            html.append(byte)
        }
        return html
    }
}
