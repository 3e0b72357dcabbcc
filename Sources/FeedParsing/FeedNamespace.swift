/// The namespaces whose elements are read, under every URI that feeds in use give them.
enum FeedNamespace: Sendable {
    /// RSS has no namespace, or one of several by mistake; Atom's elements are read by the same names.
    case core
    case atom
    case rdf
    case dublinCore
    case dublinCoreTerms
    case content
    case media
    case itunes
    case podcast
    case geo
    case slash
    case syndication
    case comments
    case xhtml
    case other

    /// - Parameter uri: as declared, or `prefix:` where the prefix is not declared.
    init(uri: String) {
        guard !uri.isEmpty else {
            self = .core
            return
        }
        var key = uri.lowercased()
        for scheme in ["http://", "https://"] where key.hasPrefix(scheme) { key.removeFirst(scheme.count) }
        if key.hasPrefix("www.") { key.removeFirst(4) }
        while key.hasSuffix("/") || key.hasSuffix("#") { key.removeLast() }
        self = Self.known[key] ?? .other
    }

    private static let known: [String: FeedNamespace] = {
        var known: [String: FeedNamespace] = [:]
        func add(_ namespace: FeedNamespace, _ keys: String...) { for key in keys { known[key] = namespace } }
        add(
            .core, "", "rss:", "backend.userland.com/rss", "backend.userland.com/rss2",
            "blogs.law.harvard.edu/tech/rss",
            "purl.org/rss/1.0", "my.netscape.com/rdf/simple/0.9", "example.com/newformat", "purl.org/net/rss1.1",
            "channel.netscape.com/rdf/simple/0.9", "my.netscape.com/publish/formats/rss-0.91.dtd",
            "backend.userland.com/rss091", "backend.userland.com/rss092", "backend.userland.com/weblogchannelformat",
            "purl.org/rss/2.0", "cyber.law.harvard.edu/rss", "cyber.law.harvard.edu/rss/rss.html")
        add(
            .atom, "atom:", "a10:", "atom10:", "w3.org/2005/atom", "purl.org/atom/ns", "example.com/necho",
            "purl.org/net/rss1.1/atom", "w3.org/2005/atom10")
        add(.rdf, "rdf:", "w3.org/1999/02/22-rdf-syntax-ns")
        add(.dublinCore, "dc:", "purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0", "purl.org/dc/elements")
        add(.dublinCoreTerms, "dcterms:", "purl.org/dc/terms")
        add(.content, "content:", "purl.org/rss/1.0/modules/content")
        add(.media, "media:", "search.yahoo.com/mrss", "tools.search.yahoo.com/mrss", "video.search.yahoo.com/mrss")
        add(
            .itunes, "itunes:", "googleplay:", "itunes.com/dtds/podcast-1.0.dtd",
            "google.com/schemas/play-podcasts/1.0",
            "itunes.com/dtds/podcast-1.0", "example.com/dtds/podcast-1.0.dtd",
            "google.com/schemas/play-podcasts/1.0/play-podcasts.xsd")
        add(
            .podcast, "podcast:", "podcastindex.org/namespace/1.0",
            "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md")
        add(.geo, "georss:", "georss.org/georss", "georss.org/georss/10")
        add(.slash, "slash:", "purl.org/rss/1.0/modules/slash")
        add(.syndication, "sy:", "purl.org/rss/1.0/modules/syndication")
        add(.comments, "wfw:", "wellformedweb.org/commentapi")
        add(.xhtml, "xhtml:", "w3.org/1999/xhtml")
        return known
    }()
}
