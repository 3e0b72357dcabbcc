import Markup
import Model

/// Reads one `item` or `entry`.
struct EntryReader {
    private let elements: FeedElements
    private let format: FeedFormat
    private var entry = ParsedEntry()
    private var links = LinkChoice()
    private var alternateTitle: String?
    private var alternateSummary: String?
    private var bodies: [String] = []
    private var created: Timestamp?
    private var date: Timestamp?
    private var guidLink: String?
    private var about: String?
    private var people: [ParsedAuthor] = []
    private var images: [String] = []
    private var summaryTerm: FeedTerm?

    /// The deepest that groups may lie within each other.
    private static let depthLimit = 8

    init(_ elements: FeedElements, format: FeedFormat) {
        self.elements = elements
        self.format = format
    }

    mutating func read(_ node: Int, _ scope: FeedScope) -> ParsedEntry {
        entry.language = elements.tree.xmlAttribute("xml:lang", of: node).map(elements.languageTag)
        entry.base = scope.base?.string
        entry.line = elements.tree.offset(of: node)
        readAttributes(node, scope)
        for child in elements.children(of: node) {
            readField(child, elements.term(child), elements.scope(of: child, in: scope), depth: 0)
        }
        settle()
        return entry
    }

    private mutating func readAttributes(_ node: Int, _ scope: FeedScope) {
        if format == .cdf {
            if let address = elements.tree.attribute("href", of: node) { links.add(page: scope.resolve(address)) }
            if let date = elements.tree.attribute("lastmod", of: node) { entry.updated = DateParser.parse(date) }
        }
        about = elements.tree.attribute("rdf:about", of: node)
    }

    private mutating func readField(_ node: Int, _ term: FeedTerm, _ scope: FeedScope, depth: Int) {
        switch term {
        case .title: if entry.title == nil { entry.title = elements.title(node) }
        case .alternateTitle: if alternateTitle == nil { alternateTitle = elements.title(node) }
        case .link: links.add(node, elements, scope)
        case .id: readIdentifier(node, scope)
        case .about: if about == nil { about = elements.line(node) }
        case .description, .summary: readSummary(node, term, scope)
        case .alternateSummary: if alternateSummary == nil { alternateSummary = elements.html(node, scope) }
        case .content: readContent(node, scope)
        case .encodedContent, .xhtmlBody: if let body = elements.html(node, scope) { bodies.append(body) }
        case .published: if entry.published == nil { entry.published = elements.date(node) }
        case .created: if created == nil { created = elements.date(node) }
        case .updated: entry.updated = elements.date(node) ?? entry.updated
        case .date: if date == nil { date = elements.date(node) }
        case .author, .creator: add(elements.author(node, scope), to: \.entry.authors)
        case .contributor, .person: add(elements.author(node, scope), to: \.people)
        case .rights, .license: if entry.rights == nil { entry.rights = elements.html(node, scope) }
        case .language: entry.language = elements.line(node).map(elements.languageTag) ?? entry.language
        case .category, .keywords: elements.addCategories(node, term, to: &entry.categories)
        case .comments: if entry.comments == nil { entry.comments = elements.address(node, scope) }
        case .featureName: if entry.place == nil { entry.place = elements.line(node) }
        case .duration: if entry.duration == nil { entry.duration = elements.line(node) }
        case .explicit: entry.isExplicit = elements.line(node).flatMap(Self.explicit)
        default: readMedia(node, term, scope, depth: depth)
        }
    }

    private mutating func readMedia(_ node: Int, _ term: FeedTerm, _ scope: FeedScope, depth: Int) {
        switch term {
        case .enclosure, .mediaContent:
            addEnclosure(node, term, scope)
            if depth < Self.depthLimit { readGroup(node, scope, depth: depth + 1) }
        case .mediaGroup:
            if depth < Self.depthLimit { readGroup(node, scope, depth: depth + 1) }
        case .mediaThumbnail, .image, .logo, .icon:
            if let image = elements.imageAddress(node, scope) { images.append(image) }
        default:
            break
        }
    }

    /// What a media group holds counts as the entry's own where the entry says nothing itself.
    private mutating func readGroup(_ node: Int, _ scope: FeedScope, depth: Int) {
        for child in elements.children(of: node) {
            let term = elements.term(child)
            switch term {
            case .alternateTitle, .alternateSummary, .mediaContent, .mediaThumbnail, .category, .keywords, .person:
                readField(child, term, elements.scope(of: child, in: scope), depth: depth)
            default: break
            }
        }
    }

    private mutating func readIdentifier(_ node: Int, _ scope: FeedScope) {
        guard let id = elements.identifier(node, scope) else { return }
        guard elements.namespace(node) != .podcast else { return }
        if entry.id == nil { entry.id = id }
        let isPermaLink = elements.tree.attribute("ispermalink", of: node)?.lowercased()
        let isAddress = PlainAddress.isWeb(id)
        let isGUID = elements.tree.name(of: node).local == "guid"
        if isGUID, isPermaLink != "false", isAddress || isPermaLink == "true", guidLink == nil {
            guidLink = SafeAddress.resolve(id, scope)
        }
    }

    /// RSS's description and Atom's summary. An entry with both has its body in the description.
    private mutating func readSummary(_ node: Int, _ term: FeedTerm, _ scope: FeedScope) {
        guard let html = elements.html(node, scope) else { return }
        guard let first = entry.summary else {
            entry.summary = html
            summaryTerm = term
            return
        }
        guard term != summaryTerm else { return }
        if term == .summary {
            entry.summary = html
            bodies.append(first)
        } else {
            bodies.append(html)
        }
    }

    private mutating func readContent(_ node: Int, _ scope: FeedScope) {
        if let address = elements.tree.attribute("src", of: node) {
            // Content out of line (RFC 4287 §4.1.3.2) is a file like an enclosure.
            if let url = SafeAddress.resolve(address, scope) {
                let type = elements.tree.attribute("type", of: node)
                entry.enclosures.append(Enclosure(url: url, mediaType: type, length: nil))
            }
        }
        if let body = elements.html(node, scope) { bodies.append(body) }
    }

    private mutating func addEnclosure(_ node: Int, _ term: FeedTerm, _ scope: FeedScope) {
        guard entry.enclosures.count < FeedLimits.enclosures else { return }
        let tree = elements.tree
        guard let written = tree.attribute("url", of: node) ?? tree.attribute("href", of: node),
            let url = SafeAddress.resolve(written, scope), !entry.enclosures.contains(where: { $0.url == url })
        else { return }
        let type = tree.attribute("type", of: node)
        let length = (tree.attribute("length", of: node) ?? tree.attribute("filesize", of: node)).flatMap { Int64($0) }
        entry.enclosures.append(Enclosure(url: url, mediaType: type, length: length.flatMap { $0 < 0 ? nil : $0 }))
        let isImage = type?.hasPrefix("image/") == true || tree.attribute("medium", of: node) == "image"
        if isImage { images.append(url) }
    }

    private mutating func add(_ author: ParsedAuthor?, to list: WritableKeyPath<EntryReader, [ParsedAuthor]>) {
        guard self[keyPath: list].count < FeedLimits.people else { return }
        if let author, !self[keyPath: list].contains(author) { self[keyPath: list].append(author) }
    }

    /// Fills what the entry did not say itself from what else was found.
    private mutating func settle() {
        entry.title = entry.title.orIfBlank(alternateTitle)
        entry.id = entry.id ?? about
        entry.link = links.page ?? guidLink ?? about.flatMap { PlainAddress.isWeb($0) ? $0 : nil }
        // The longest body is the fullest.
        entry.content = bodies.max { $0.utf8.count < $1.utf8.count }
        entry.summary = entry.summary.orIfBlank(alternateSummary)
        entry.updated = entry.updated ?? date
        entry.published = entry.published ?? created ?? date
        entry.comments = entry.comments ?? links.replies
        if entry.authors.isEmpty { entry.authors = people }
        for enclosure in links.enclosures.prefix(FeedLimits.enclosures)
        where !entry.enclosures.contains(where: { $0.url == enclosure.url }) {
            entry.enclosures.append(enclosure)
        }
        entry.image = images.first
        entry.blankFields.clear(&entry.title, as: .title)
        entry.blankFields.clear(&entry.summary, as: .summary)
        entry.blankFields.clear(&entry.content, as: .content)
        entry.blankFields.clear(&entry.rights, as: .rights)
    }

    private static func explicit(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "true", "explicit", "1": true
        case "no", "false", "clean", "0": false
        default: nil
        }
    }
}
