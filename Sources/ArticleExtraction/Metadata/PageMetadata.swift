import Markup
import Model

/// What a page says about its article: meta elements, links, JSON-LD, microdata and headings.
struct PageMetadata {
    private let tree: HTMLTree
    private let url: String?
    /// `meta` elements by lower-case name, property or itemprop, the first of each; of authors all.
    private var meta: [String: String] = [:]
    private var links: [(rel: String, href: String, media: String)] = []
    private var documentTitle: String?
    private var headings = PageHeadings()
    private var timeElements: [Int] = []
    private var authorMarks = AuthorMarks()
    private var article: StructuredArticle?
    private(set) var base: URLReference?

    init(_ tree: HTMLTree, url: String?) {
        self.tree = tree
        self.url = url
        base = url.map { URLReference($0) }
        collect()
        article = StructuredArticle(in: tree)
    }

    private mutating func collect() {
        var hasBase = false
        for index in tree.nodes.indices where tree.nodes[index].kind == .element {
            switch tree.nodes[index].tag {
            case .meta: collectMeta(index)
            case .link:
                if let rel = tree.string(.rel, of: index), let href = tree.string(.href, of: index), links.count < 500 {
                    links.append((rel.lowercased(), href, tree.string(.media, of: index)?.lowercased() ?? ""))
                }
            case .base where !hasBase:
                if let href = tree.value(.href, of: index) {
                    hasBase = true
                    let resolved = URLReference(bytes: href).resolved(against: base)
                    if resolved.isWeb { base = resolved }
                }
            case .title where documentTitle == nil: documentTitle = tree.text(of: index)
            case .h1, .h2:
                let isAbove = headings.main.isEmpty
                headings.look(at: index, of: tree)
                if isAbove, !headings.main.isEmpty { authorMarks.startArticle() }
            case .time: timeElements.append(index)
            default: authorMarks.look(at: index, of: tree)
            }
        }
    }

    private mutating func collectMeta(_ index: Int) {
        guard let content = tree.string(.content, of: index)?.trimmingASCIIWhitespace(), !content.isEmpty else {
            return
        }
        for attribute in [HTMLAttribute.property, .name, .itemprop] {
            guard let key = tree.string(attribute, of: index)?.lowercased(), meta.count < 500 else { continue }
            if let known = meta[key] {
                let isFurtherAuthor = Self.authorElements.contains(key) && !known.utf8Contains(content)
                if isFurtherAuthor, known.utf8.count < Self.mostAuthors { meta[key] = "\(known); \(content)" }
            } else {
                meta[key] = content
            }
        }
    }

    private func firstMeta(_ names: [String]) -> String? {
        for name in names { if let value = meta[name] { return value } }
        return nil
    }

    /// The article's text, if JSON-LD holds it.
    var structuredBody: String? { article?["articleBody"]?.text }

    // MARK: Title

    /// - Parameter feedTitle: what the feed calls the article.
    func title(feedTitle: String?) -> Sourced<String>? { titles.best(feedTitle: feedTitle) }

    private var titles: PageTitle {
        let declared = firstMeta(["og:title", "twitter:title", "dc.title"]).map(clean)
        return PageTitle(
            declared: declared, structured: article?["headline"]?.text.map(clean), headings: headings,
            document: documentTitle, site: site)
    }

    /// The article that the page holds for its scripts alone, unless only subscribers may read it.
    func embeddedArticle(feedTitle: String?) -> EmbeddedArticle? {
        guard article?["isAccessibleForFree"]?.text?.lowercased() != "false" else { return nil }
        return EmbeddedArticle(
            in: tree, structuredBody: structuredBody, titles: titles.all + [feedTitle].compactMap(\.self))
    }

    private var site: SiteName { SiteName(name: siteName?.value, url: url) }

    private func clean(_ text: String) -> String {
        Array(CharacterReferences.decode(text).utf8).foldingHTMLSpace()
    }

    /// The summary that the page gives of itself.
    var summary: String? { firstMeta(["og:description", "description", "twitter:description"]).map(clean) }

    // MARK: Authors

    func authors(_ blocks: PageBlocks) -> Sourced<[String]>? {
        PageAuthors(
            structured: article?.authors ?? [], declared: declaredAuthors, marked: authorMarks.texts,
            linked: authorMarks.linked, site: site
        ).best(BylineFinder(blocks))
    }

    /// Addresses of authors' pages stand in the same elements, and are no names to `AuthorNames`.
    private var declaredAuthors: [String] {
        var texts = Self.authorElements.compactMap { meta[$0] }
        for (label, value) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
            guard let label = meta[label]?.lowercased(), Self.writtenBy.contains(where: label.hasPrefix) else {
                continue
            }
            if let text = meta[value] { texts.append(text) }
        }
        let others = meta.keys.filter { $0.hasSuffix("author") || $0.hasSuffix("authors") }
        texts += others.filter { !Self.authorElements.contains($0) }.sorted().compactMap { meta[$0] }
        return texts
    }

    private static let authorElements = [
        "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "dcterms.creator",
    ]

    /// Names of more bytes in elements of one name are those of a whole staff.
    private static let mostAuthors = 400

    private static let writtenBy = [
        "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door",
        "skrevet av", "skriven av", "napisane przez", "автор", "by",
    ]

    /// The agency that stands in the author's place.
    var agency: Sourced<Agency>? {
        for name in (article?.authors ?? []) + [meta["author"]].compactMap({ $0 }) {
            if let agency = AgencyNames.exactly(name) { return Sourced(agency, from: .structuredData, confidence: 0.6) }
        }
        return nil
    }

    // MARK: Times

    var published: Sourced<StatedTime>? {
        if let text = article?["datePublished"]?.text ?? article?["dateCreated"]?.text, let time = TimeReader.read(text)
        {
            return Sourced(time, from: .structuredData, confidence: 0.95)
        }
        let names = [
            "article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date",
            "sailthru.date", "dc.date.issued", "dc.date", "date", "pubdate", "publishdate", "publish-date",
            "dcterms.created",
        ]
        for name in names {
            if let text = meta[name], let time = TimeReader.read(text) {
                return Sourced(time, from: .meta, confidence: 0.9)
            }
        }
        for element in timeElements {
            if let text = tree.string(.datetime, of: element), let time = TimeReader.readISO(text) {
                return Sourced(time, from: .microdata, confidence: 0.6)
            }
        }
        if let url, let time = TimeReader.read(inPath: url) { return Sourced(time, from: .address, confidence: 0.6) }
        return nil
    }

    var updated: Sourced<StatedTime>? {
        if let text = article?["dateModified"]?.text, let time = TimeReader.read(text) {
            return Sourced(time, from: .structuredData, confidence: 0.9)
        }
        for name in ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"] {
            if let text = meta[name], let time = TimeReader.read(text) {
                return Sourced(time, from: .meta, confidence: 0.8)
            }
        }
        return nil
    }

    // MARK: Addresses and the rest

    private func webAddress(_ text: String) -> String? {
        let resolved = URLReference(text).resolved(against: base)
        return resolved.isWeb && resolved.authority != nil ? resolved.string : nil
    }

    private func linked(_ rel: String) -> String? {
        links.first { $0.rel.split(separator: " ").contains(Substring(rel)) }.flatMap { webAddress($0.href) }
    }

    var canonicalURL: Sourced<String>? {
        if let address = linked("canonical") { return Sourced(address, from: .link, confidence: 0.9) }
        if let address = meta["og:url"].flatMap(webAddress) { return Sourced(address, from: .meta, confidence: 0.8) }
        return nil
    }

    var language: Sourced<String>? {
        if let root = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .html && tree.nodes[$0].kind == .element }
        ),
            let tag = tree.string(.lang, of: root) ?? tree.string(.xmlLang, of: root), !tag.isEmpty
        {
            return Sourced(Self.languageTag(tag), from: .microdata, confidence: 0.9)
        }
        if let tag = article?["inLanguage"]?.text {
            return Sourced(Self.languageTag(tag), from: .structuredData, confidence: 0.9)
        }
        if let tag = firstMeta(["og:locale", "language", "dc.language", "content-language"]) {
            return Sourced(Self.languageTag(tag), from: .meta, confidence: 0.7)
        }
        return nil
    }

    private static func languageTag(_ text: String) -> String {
        String(
            decoding: text.lowercased().utf8.prefix(35).map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 },
            as: UTF8.self)
    }

    var leadImage: Sourced<String>? {
        if let address = article?.image.flatMap(webAddress) {
            return Sourced(address, from: .structuredData, confidence: 0.8)
        }
        if let address = firstMeta(["og:image:secure_url", "og:image", "og:image:url", "twitter:image"]).flatMap(
            webAddress)
        {
            return Sourced(address, from: .meta, confidence: 0.8)
        }
        return nil
    }

    var siteName: Sourced<String>? {
        if let name = firstMeta(["og:site_name", "application-name"]) {
            return Sourced(name, from: .meta, confidence: 0.9)
        }
        if let name = article?["publisher"]?.oneOrMany.first?["name"]?.text {
            return Sourced(name, from: .structuredData, confidence: 0.8)
        }
        return nil
    }

    /// Other addresses of the article, on the page's own host only but for AMP.
    var continuations: Continuations {
        var result = Continuations()
        result.nextPage = linked("next").flatMap(onThisHost)
        result.amp = linked("amphtml")
        result.print = links.first { $0.rel == "alternate" && $0.media.contains("print") }
            .flatMap { webAddress($0.href) }.flatMap(onThisHost)
        for node in tree.nodes.indices where tree.nodes[node].tag == .a && tree.nodes[node].kind == .element {
            guard result.nextPage == nil || result.singlePage == nil || result.print == nil else { break }
            guard tree.nodes[node].end - Int32(node) < 6 else { continue }
            let text = tree.text(of: node).lowercased()
            guard !text.isEmpty, text.utf8.count < 40, let kind = ContinuationWords.kind(of: text),
                let address = tree.string(.href, of: node).flatMap(webAddress).flatMap(onThisHost), address != url
            else { continue }
            switch kind {
            case .next: result.nextPage = result.nextPage ?? address
            case .single: result.singlePage = result.singlePage ?? address
            case .print: result.print = result.print ?? address
            }
        }
        return result
    }

    private func onThisHost(_ address: String) -> String? {
        guard let url, let host = URLReference(url).host else { return address }
        return URLReference(address).host == host ? address : nil
    }
}
