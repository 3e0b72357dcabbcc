import ArticleExtraction
import Testing

@Suite struct FullTextNeedTests {
    private let story = WirePage.paragraphs.map { "<p>\($0)</p>" }.joined()

    private func need(_ content: String?, summary: String? = nil) -> FullTextNeed {
        FullTextNeed.decide(content: content, summary: summary, title: "Ferry leaves early")
    }

    @Test func `a whole story suffices`() {
        #expect(need(story) == .suffices)
    }

    @Test func `a teaser, a text that breaks off, and nothing need the page`() {
        #expect(need("<p>The ferry left.</p>") == .pageNeeded(.teaser))
        #expect(need(story + "<p>The captain said […]</p>") == .pageNeeded(.cut))
        #expect(need(nil, summary: " <img src=x> ") == .pageNeeded(.nothing))
    }

    @Test(arguments: ["Read more", "Read more at the Harbour Post", "Lire la suite :", "続きを読む"])
    func `a last line that leads to the rest needs the page`(line: String) {
        #expect(need(story + "<p>\(line)</p>") == .pageNeeded(.cut))
    }

    @Test(arguments: [
        "Read more: https://harbour.test/ferry", "Read more: Ferry leaves early", "READ MORE : “Ferry leaves early”",
    ])
    func `so does one that names this story after a colon`(line: String) {
        #expect(need(story + "<p>\(line)</p>") == .pageNeeded(.cut))
    }

    @Test(arguments: ["Read more: Timetables | Harbour walks", "Lees meer: De haven in cijfers", "続きを読む：港の一日"])
    func `one that names other stories does not`(line: String) {
        #expect(need(story + "<p>\(line)</p>") == .suffices)
        #expect(need("<p>The ferry left.</p><p>\(line)</p>") == .pageNeeded(.teaser))
    }
}
