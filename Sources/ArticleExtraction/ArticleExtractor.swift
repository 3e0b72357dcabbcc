import Markup
import Model

/// Takes an article from a page or from a feed's own content. Pure: no network, no clock.
package enum ArticleExtractor {
    /// Larger pages are refused, in bytes.
    package static let largestPage = 50_000_000

    /// What says less is no article.
    private static let fewestWords = 5

    /// The article that a page holds.
    package static func extract(_ page: Page) throws(ExtractionError) -> ExtractedArticle {
        let reading = try read(page)
        let error = BlockingPage.recognise(reading.blocks, bodyLetters: reading.letters, title: reading.title?.value)
        if error == nil || error == .consentWall, let embedded = reading.embedded(page) {
            return embedded.article(feed: page.hints)
        }
        if let error { throw error }
        guard reading.words >= fewestWords else { throw .noArticle }
        return reading.article(feed: page.hints)
    }

    /// Every block of a page and what was decided about it, whether or not it adds up to an article.
    package static func explain(_ page: Page) throws(ExtractionError) -> [JudgedBlock] {
        try read(page).explanation()
    }

    private static func read(_ page: Page) throws(ExtractionError) -> Reading {
        guard page.bytes.contains(where: { !$0.isHTMLSpace }) else { throw .empty }
        guard page.bytes.count <= largestPage else { throw .tooLarge(limit: largestPage) }
        if let kind = ContentKind.other(than: page) { throw .notHTML(kind) }
        let tree = HTMLTree(TextDecoder.decode(page.bytes, contentType: page.contentType).utf8)
        return Reading(tree, url: page.url, hints: page.hints, furniture: page.furniture, earlier: page.earlier)
    }

    /// Where else the article of a page that gives none may stand, best first: its AMP and its print version.
    package static func otherForms(of page: Page) -> [String] {
        guard page.bytes.count <= largestPage, ContentKind.other(than: page) == nil else { return [] }
        let tree = HTMLTree(TextDecoder.decode(page.bytes, contentType: page.contentType).utf8)
        let continuations = PageMetadata(tree, url: page.url).continuations
        return [continuations.amp, continuations.print].compactMap(\.self).filter { $0 != page.url }
    }

    /// The article that a feed ships whole: its HTML is the body, and only the wire's own lines are taken out.
    package static func fromFeed(_ html: String, url: String? = nil, hints: FeedHints) -> ExtractedArticle {
        let tree = HTMLTree(Array(html.utf8))
        let reading = Reading(tree, body: tree, url: url, hints: hints)
        return reading.article(feed: hints)
    }
}

/// One pass over a page, from its tree to its parts.
private struct Reading {
    let blocks: PageBlocks
    let metadata: PageMetadata
    let title: Sourced<String>?
    /// The authors that the page names.
    private let named: Sourced<[String]>?
    private let verdicts: [Verdict]
    private let judge: BlockJudge?
    private let wire: WireReading

    /// - Parameter body: a tree that is all body, if that of the page is not to be judged.
    init(
        _ tree: HTMLTree, body: HTMLTree? = nil, url: String?, hints: FeedHints, furniture: SiteFurniture? = nil,
        earlier: SiteFurniture.PageTexts? = nil
    ) {
        blocks = PageBlocks(body ?? tree)
        metadata = PageMetadata(tree, url: url)
        let known = metadata.title(feedTitle: hints.title)
        named = metadata.authors(blocks)
        var verdicts: [Verdict]
        if body != nil {
            judge = nil
            verdicts = blocks.blocks.map { $0.role == .caption ? .caption : .kept }
        } else {
            let judge = BlockJudge(
                blocks, title: known?.value, summary: metadata.summary, structuredBody: metadata.structuredBody,
                authors: named?.value ?? hints.authors, feedText: hints.text, furniture: furniture)
            verdicts = judge.verdicts
            self.judge = judge
        }
        if let earlier {
            for index in verdicts.indices where verdicts[index].isKept {
                if earlier.hashes.contains(blocks.hash(blocks.blocks[index])) { verdicts[index] = .earlierPage }
            }
        }
        wire = WireReading(blocks, &verdicts)
        self.verdicts = verdicts
        title = Self.title(known, aboveByline: wire.headline)
    }

    /// The line above the byline is the title where the page names none, or only in its window's title.
    private static func title(_ known: Sourced<String>?, aboveByline headline: String?) -> Sourced<String>? {
        guard let headline else { return known }
        if let known, known.confidence > 0.5 { return known }
        return Sourced(headline, from: .text, confidence: 0.6)
    }

    /// The article that stands in the page's data for scripts, where its markup shows at most the start of one.
    func embedded(_ page: Page) -> Reading? {
        guard letters < Self.longestStart, let article = metadata.embeddedArticle(feedTitle: page.hints.title),
            article.letters >= Self.leastGain * letters
        else { return nil }
        return Reading(blocks.tree, body: HTMLTree(Array(article.html.utf8)), url: page.url, hints: page.hints)
    }

    /// What is longer, in letters, is no start; and data for scripts must say so many times more than the markup.
    private static let longestStart = 1200
    private static let leastGain = 3

    /// Letters in the body.
    var letters: Int {
        zip(blocks.blocks, verdicts).reduce(0) { $0 + ($1.1.isKept ? $1.0.letters : 0) }
    }

    /// Words in the body.
    var words: Int {
        zip(blocks.blocks, verdicts).reduce(0) { $0 + ($1.1.isKept ? $1.0.words : 0) }
    }

    /// How sure the body is: the share of its letters that was far from being dropped.
    private var confidence: Double {
        guard let judge, letters > 0 else { return letters > 0 ? 1 : 0 }
        let sure = verdicts.indices.reduce(0) {
            $0 + (verdicts[$1].isKept && judge.scores[$1] > 100 ? blocks.blocks[$1].letters : 0)
        }
        return Double(sure) / Double(letters)
    }

    func article(feed hints: FeedHints) -> ExtractedArticle {
        var writer = BodyWriter(blocks, verdicts: verdicts)
        let html = Sanitizer.sanitize(writer.write(), base: metadata.base)
        let body = String(decoding: html, as: UTF8.self)
        return ExtractedArticle(
            body: body, text: HTMLText.text(of: body), confidence: confidence, title: title, authors: authors(hints),
            agency: wire.agency ?? metadata.agency,
            dateline: wire.dateline.map { Sourced($0, from: .text, confidence: 0.9) },
            published: metadata.published ?? feedTime(hints.published),
            updated: metadata.updated ?? feedTime(hints.updated), canonicalURL: metadata.canonicalURL,
            language: metadata.language, leadImage: metadata.leadImage, siteName: metadata.siteName,
            images: Pictures.addresses(in: html), continuations: metadata.continuations, wireMarks: wire.marks)
    }

    func explanation() -> [JudgedBlock] {
        blocks.blocks.indices.map { index in
            JudgedBlock(
                text: blocks.string(blocks.blocks[index]), verdict: verdicts[index], score: judge?.scores[index],
                reasons: judge?.reasons(index) ?? [])
        }
    }

    /// The agency's byline names who wrote the story; the page often names the station's desk. Where the page names no
    /// person, the feed does, or who signed the text.
    private func authors(_ hints: FeedHints) -> Sourced<[String]>? {
        if !wire.authors.isEmpty { return Sourced(wire.authors, from: .byline, confidence: 0.95) }
        if let named, named.value.contains(where: AuthorNames.isLikePerson) { return named }
        let fed = hints.authors.isEmpty ? nil : Sourced(hints.authors, from: .feed, confidence: 0.7)
        if let fed, named == nil || fed.value.contains(where: AuthorNames.isLikePerson) { return fed }
        if let signature = wire.signature { return Sourced([signature], from: .text, confidence: 0.5) }
        return named
    }

    private func feedTime(_ moment: Timestamp?) -> Sourced<StatedTime>? {
        moment.map { Sourced(StatedTime(moment: $0, hasTimeOfDay: true), from: .feed, confidence: 0.7) }
    }
}
