import ArticleExtraction
import Testing

@Suite struct FullTextNeedTests {
    private let story = WirePage.paragraphs.map { "<p>\($0)</p>" }.joined()

    @Test func `a whole story suffices`() {
        #expect(FullTextNeed.decide(content: story, summary: nil) == .suffices)
    }

    @Test func `a teaser, a text that breaks off, and nothing need the page`() {
        #expect(FullTextNeed.decide(content: "<p>The ferry left.</p>", summary: nil) == .pageNeeded(.teaser))
        #expect(FullTextNeed.decide(content: story + "<p>The captain said […]</p>", summary: nil) == .pageNeeded(.cut))
        #expect(FullTextNeed.decide(content: nil, summary: " <img src=x> ") == .pageNeeded(.nothing))
    }
}
