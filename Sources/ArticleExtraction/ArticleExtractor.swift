import Markup
import Model

/// Takes an article from a page or from a feed's own content. Pure: no network, no clock.
package enum ArticleExtractor {
    /// Larger pages are refused, in bytes.
    package static let largestPage = 50_000_000

    package static func extract(_ page: Page) throws(ExtractionError) -> ExtractedArticle {
        guard !page.bytes.isEmpty else { throw .empty }
        guard page.bytes.count <= largestPage else { throw .tooLarge(limit: largestPage) }
        let tree = HTMLTree(TextDecoder.decode(page.bytes, contentType: page.contentType).utf8)
        let blocks = PageBlocks(tree)
        let metadata = PageMetadata(tree, url: page.url)
        var judge = BlockJudge(blocks, title: metadata.bestTitle(blocks))
        judge.judge()
        var writer = BodyWriter(blocks, verdicts: judge.verdicts)
        let base = metadata.base
        let body = String(decoding: Sanitizer.sanitize(writer.write(judge.container), base: base), as: UTF8.self)
        let text = HTMLText.text(of: body)
        return ExtractedArticle(
            body: body, text: text, confidence: 1, title: metadata.title(blocks, hints: page.hints),
            authors: metadata.authors(blocks), published: metadata.published, updated: metadata.updated,
            canonicalURL: metadata.canonicalURL, language: metadata.language, leadImage: metadata.leadImage,
            siteName: metadata.siteName, images: [], continuations: metadata.continuations, wireMarks: WireMarks(),
            blocks: zip(blocks.blocks, judge.verdicts).map {
                JudgedBlock(text: blocks.string($0), verdict: $1, linkDensity: $0.linkDensity)
            })
    }
}
