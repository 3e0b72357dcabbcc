import Markup
import Model

/// Reads RSS, RDF, Atom and CDF from a repaired tree.
///
/// One reader for all of them: in the wild their elements are mixed (`atom:link` in RSS, `dc:date` in Atom), and each
/// element says by itself what it means. Nothing is lost to a misplaced end tag: containers are looked for, and into,
/// wherever they stand.
struct FeedReader {
    private let elements: FeedElements
    private let format: FeedFormat
    private let language: String?
    private let base: BaseAddress?
    private var feed: ParsedFeed
    private var images: [String] = []
    private var owners: [ParsedAuthor] = []
    private var alternateDescription: String?
    private var alternateTitle: String?
    private var links = LinkChoice()

    /// The deepest that containers may lie within each other.
    private static let depthLimit = 12

    /// `nil` if no element of the tree is a feed's.
    init?(_ tree: XMLTree, from origin: FeedOrigin) {
        let elements = FeedElements(tree)
        guard let format = FormatDetection.format(of: elements) else { return nil }
        self.elements = elements
        self.format = format
        language = origin.contentLanguage
        base = BaseAddress(origin)
        feed = ParsedFeed(format: format, encoding: "utf-8")
    }

    mutating func read(encoding: String) -> ParsedFeed {
        feed.encoding = encoding
        readContainer(nil, FeedScope(base: base), depth: 0)
        feed.title = feed.title.orIfBlank(alternateTitle)
        feed.description = feed.description.orIfBlank(alternateDescription)
        feed.blankFields.clear(&feed.title, as: .title)
        feed.blankFields.clear(&feed.description, as: .summary)
        feed.blankFields.clear(&feed.rights, as: .rights)
        feed.link = links.page
        feed.selfLink = links.own
        feed.nextLink = links.next
        feed.hubs = links.hubs
        if feed.authors.isEmpty { feed.authors = owners }
        feed.image = images.first
        feed.language = feed.language ?? language
        setLines()
        return feed
    }

    /// Reads what is directly in a container, or in the document.
    private mutating func readContainer(_ node: Int?, _ scope: FeedScope, depth: Int) {
        guard depth < Self.depthLimit else { return }
        for child in elements.children(of: node) {
            let childScope = elements.scope(of: child, in: scope)
            switch elements.term(child) {
            case .rss, .rdf, .channel, .feed, .items:
                readChannelAttributes(child, childScope)
                readContainer(child, childScope, depth: depth + 1)
            case .item, .entry:
                guard feed.entries.count < FeedLimits.entries else { return }
                var reader = EntryReader(elements, format: format)
                feed.entries.append(reader.read(child, childScope))
            case .unknown, .xhtmlBody:
                // Junk that was never closed may lie around the feed, but never around a part of it that is text.
                if node == nil || depth < 4 { readContainer(child, childScope, depth: depth + 1) }
            case let term where depth > 0:
                readField(child, term, childScope)
            default:
                break
            }
        }
    }

    private mutating func readChannelAttributes(_ node: Int, _ scope: FeedScope) {
        if let language = scope.language { feed.language = feed.language ?? language }
        guard format == .cdf else { return }
        if let address = elements.tree.attribute("href", of: node) { links.add(page: scope.resolve(address)) }
        if let date = elements.tree.attribute("lastmod", of: node) { feed.updated = DateParser.parse(date) }
    }

    private mutating func readField(_ node: Int, _ term: FeedTerm, _ scope: FeedScope) {
        switch term {
        case .title: feed.title = feed.title.orIfBlank(elements.title(node))
        case .alternateTitle: alternateTitle = alternateTitle ?? elements.title(node)
        case .link: links.add(node, elements, scope)
        case .id: feed.id = feed.id ?? elements.identifier(node, scope)
        case .description, .summary: feed.description = feed.description.orIfBlank(elements.html(node, scope))
        case .alternateSummary: alternateDescription = alternateDescription ?? elements.html(node, scope)
        case .author, .editor, .creator: add(author: elements.author(node, scope))
        case .owner, .webmaster, .contributor, .person:
            if let owner = elements.author(node, scope) { owners.append(owner) }
        case .rights, .license: feed.rights = feed.rights.orIfBlank(elements.html(node, scope))
        case .generator: feed.generator = feed.generator ?? elements.line(node)
        case .language: feed.language = elements.line(node).map(elements.languageTag) ?? feed.language
        case .category, .keywords: elements.addCategories(node, term, to: &feed.categories)
        case .published, .created: feed.published = feed.published ?? elements.date(node)
        case .updated, .date: feed.updated = feed.updated ?? elements.date(node)
        case .icon: feed.icon = feed.icon ?? elements.address(node, scope)
        case .image, .logo, .mediaThumbnail: if let image = elements.imageAddress(node, scope) { images.append(image) }
        case .newFeedURL: feed.newFeedURL = elements.address(node, scope)
        default: PollingHintReader.read(node, term, elements, into: &feed.pollingHints)
        }
    }

    private mutating func add(author: ParsedAuthor?) {
        if let author, feed.authors.count < FeedLimits.people, !feed.authors.contains(author) {
            feed.authors.append(author)
        }
    }

    private mutating func setLines() {
        let offsets = feed.entries.map { $0.line ?? 0 }
        let places = LinePosition.positions(of: offsets, in: elements.tree.text)
        for index in feed.entries.indices { feed.entries[index].line = places[index].line }
    }
}
