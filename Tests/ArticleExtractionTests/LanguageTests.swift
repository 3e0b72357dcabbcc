import ArticleExtraction
import Testing

/// What is judged is the page and its prose, not the words of one language.
@Suite struct LanguageTests {
    @Test(arguments: LanguagePage.all)
    func `the story is whole and nothing else`(_ page: LanguagePage) throws {
        let article = try ArticleExtractor.extract(Page(bytes: Array(page.html.utf8)))
        #expect(article.text == page.paragraphs.joined(separator: "\n"))
        #expect(article.title?.value == page.title)
        #expect(article.language?.value == page.language)
    }
}
