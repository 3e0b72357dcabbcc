import ArticleExtraction
import Testing

@Suite struct ArticleExtractorTests {
    @Test func `the body of a plain page is its prose, from the first sentence on`() throws {
        let article = try ArticleExtractor.extract(Page(bytes: Array(WirePage.html.utf8)))
        #expect(article.text.contains(WirePage.paragraphs.joined(separator: "\n")))
        #expect(article.title?.value == WirePage.title)
        #expect(article.language?.value == "en-us")
    }

    @Test func `a page without bytes is refused by name`() {
        #expect(throws: ExtractionError.empty) { try ArticleExtractor.extract(Page(bytes: [])) }
    }
}
