import Markup
import Model

/// The feeds behind a site's address: what its page names, what looks like one, and where one usually is.
package enum FeedDiscovery {
    package struct Candidate: Hashable, Sendable {
        package enum Evidence: Int, Hashable, Comparable, Sendable {
            /// `<link rel="alternate" type="application/rss+xml">`
            case declared
            /// A link on the page whose address or text says that it is a feed.
            case linked
            /// A path where the site's software usually keeps its feed; nobody has said that there is one.
            case wellKnown

            package static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
        }

        package var url: String
        package var title: String?
        package var evidence: Evidence
    }

    /// No site needs more to choose from.
    package static let limit = 24
    /// Of a page only this much is looked at.
    private static let sizeLimit = 2 << 20

    /// The candidates, the likeliest first; each address once. Feeds of comments come last among their kind.
    ///
    /// - Parameters:
    ///   - page: the bytes of an HTML page.
    ///   - url: its address, after redirects.
    package static func candidates(in page: [UInt8], url: String, contentType: String? = nil) -> [Candidate] {
        let text = TextDecoder.decode(Array(page.prefix(sizeLimit)), contentType: contentType).utf8
        var scan = PageScan(text, url: URLReference(url))
        scan.read()
        let found = scan.declared + scan.linked + wellKnown(for: scan.base, generator: scan.generator)
        var seen: Set<String> = []
        let distinct = found.filter { $0.url != url && seen.insert(FeedURL.normalised($0.url)).inserted }
        let ranked = distinct.enumerated().sorted { left, right in
            (left.element.evidence, isOfComments(left.element) ? 1 : 0, left.offset)
                < (right.element.evidence, isOfComments(right.element) ? 1 : 0, right.offset)
        }
        return ranked.prefix(limit).map(\.element)
    }

    private static func isOfComments(_ candidate: Candidate) -> Bool {
        let text = (candidate.url + " " + (candidate.title ?? "")).lowercased()
        return text.contains("comment") || text.contains("kommentar") || text.contains("reacties")
    }

    /// Where the common publishing programs keep their feeds, the page's own directory before the root.
    private static func wellKnown(for base: URLReference, generator: String?) -> [Candidate] {
        guard base.isWeb else { return [] }
        var paths = ["/feed/", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json"]
        let generator = generator?.lowercased() ?? ""
        if generator.contains("blogger") { paths.insert("/feeds/posts/default", at: 0) }
        if generator.contains("drupal") { paths.insert("/rss.xml", at: 0) }
        if generator.contains("hugo") { paths.insert("/index.xml", at: 0) }
        return paths.map { path in
            let url = URLReference(path).resolved(against: base).string
            return Candidate(url: url, title: nil, evidence: .wellKnown)
        }
    }
}

/// One pass over a page's tags.
private struct PageScan {
    private var tokenizer: HTMLTokenizer
    private(set) var base: URLReference
    private(set) var generator: String?
    private(set) var declared: [FeedDiscovery.Candidate] = []
    private(set) var linked: [FeedDiscovery.Candidate] = []
    /// The anchor being read, until its end tag.
    private var anchor: (url: String, text: [UInt8])?

    init(_ text: [UInt8], url: URLReference) {
        tokenizer = HTMLTokenizer(text)
        base = url
    }

    mutating func read() {
        while let token = tokenizer.next() {
            switch token {
            case .startTag(let tag, _): start(tag)
            case .endTag(.a): finishAnchor()
            case .text(let range):
                if anchor != nil, anchor?.text.count ?? 0 < 200 {
                    anchor?.text += tokenizer.bytes[range.prefix(200)]
                }
            default: break
            }
        }
        finishAnchor()
    }

    private mutating func start(_ tag: HTMLTag) {
        switch tag {
        case .base:
            if let href = tokenizer.value(.href) { base = URLReference(bytes: href).resolved(against: base) }
        case .meta:
            if text(.name)?.lowercased() == "generator" { generator = text(.content) }
        case .link: addDeclared()
        case .a:
            finishAnchor()
            if let url = address() { anchor = (url, text(.title).map { Array($0.utf8) } ?? []) }
        default: break
        }
    }

    private mutating func addDeclared() {
        let relations = (text(.rel) ?? "").lowercased().split(separator: " ")
        guard declared.count < FeedDiscovery.limit, let url = address() else { return }
        let isFeedType = text(.type).map { Self.isFeed(MediaType($0).essence) } ?? false
        if (relations.contains("alternate") && isFeedType) || relations.contains("feed") {
            declared.append(.init(url: url, title: text(.title), evidence: .declared))
        }
    }

    private mutating func finishAnchor() {
        guard let (url, words) = anchor else { return }
        anchor = nil
        guard linked.count < FeedDiscovery.limit else { return }
        let title = FoldedText.line(words)
        if Self.looksLikeFeed(url) || ["rss", "atom", "rss feed", "feed", "rss-feed"].contains(title.lowercased()) {
            linked.append(.init(url: url, title: title.isEmpty ? nil : title, evidence: .linked))
        }
    }

    private func address() -> String? {
        guard let href = tokenizer.value(.href), !href.isEmpty else { return nil }
        var url = URLReference(bytes: href).resolved(against: base)
        // feed:https://… and feed://… are what browsers once opened readers with.
        if url.scheme.map({ $0.elementsEqual("feed".utf8) }) == true {
            url = URLReference(url.string.replacing("feed:http", with: "http").replacing("feed://", with: "https://"))
        }
        return url.isWeb ? url.string : nil
    }

    private func text(_ attribute: HTMLAttribute) -> String? {
        tokenizer.value(attribute).map { FoldedText.line($0) }
    }

    private static func isFeed(_ mediaType: String) -> Bool {
        [
            "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
            "application/json", "text/xml", "application/xml", "text/rss+xml", "application/x-rss+xml",
        ].contains(mediaType)
    }

    /// Whether the last step of an address's path is what feeds are called.
    private static func looksLikeFeed(_ url: String) -> Bool {
        let reference = URLReference(url)
        let path = String(decoding: reference.path, as: UTF8.self).lowercased()
        let step = path.split(separator: "/").last.map(String.init) ?? ""
        let query = reference.query.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
        return ["rss", "feed", "atom", "rss2", "feeds", "rdf"].contains(step)
            || [".rss", ".atom", ".rdf"].contains { step.hasSuffix($0) }
            || ["feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "rss2.xml"].contains(step)
            || ["feed=rss", "feed=atom", "format=feed", "type=rss", "format=rss"].contains { query.contains($0) }
    }
}
