import ArticleExtraction
import Testing

/// What is judged is the page and its prose, not the words of one language.
@Suite struct LanguageTests {
    private static let pages = LanguagePage.all + LanguagePage.more

    @Test(arguments: pages)
    func `the story is whole and nothing else`(_ page: LanguagePage) throws {
        let article = try ArticleExtractor.extract(Page(bytes: Array(page.html.utf8)))
        #expect(article.text == page.paragraphs.joined(separator: "\n"))
        #expect(article.title?.value == page.title)
        #expect(article.language?.value == page.language)
    }

    /// The line above the story that names its author, by language.
    private static let bylines = [
        ("de", "Von ", "Ada Quill"), ("fr", "Par ", "Ada Quill"), ("es", "Por ", "Ada Quill"),
        ("pl", "Autor: ", "Ada Quill"), ("fi", "Teksti: ", "Ada Quill"), ("tr", "Haber: ", "Ada Quill"),
        ("ru", "Автор: ", "Ада Квилл"), ("el", "Γράφει: ", "Άντα Κουίλ"), ("ar", "بقلم: ", "عادل سالم"),
        ("he", "מאת: ", "עדה נוצה"), ("hi", "लेखक: ", "अदा क्विल"), ("th", "โดย ", "อาดา ควิลล์"),
        ("zh", "作者：", "王小明"), ("ja", "文：", "山田花子"), ("ko", "글: ", "김하늘"), ("vi", "Tác giả: ", "Ada Quill"),
        ("it", "Di ", "Ada Quill"), ("pt", "Por ", "Ada Quill"), ("nl", "Door ", "Ada Quill"),
        ("sv", "Av ", "Ada Quill"),
        ("nb", "Av ", "Ada Quill"), ("da", "Af ", "Ada Quill"), ("cs", "Autor: ", "Ada Quill"),
        ("hu", "Írta: ", "Ada Quill"), ("ro", "Scris de ", "Ada Quill"), ("uk", "Автор: ", "Ада Квілл"),
        ("bg", "Автор: ", "Ада Куил"), ("hr", "Piše: ", "Ada Quill"), ("id", "Oleh ", "Ada Quill"),
        ("fa", "نویسنده: ", "آدا مرادی"),
    ]

    @Test(arguments: bylines)
    func `the byline names the author and is no part of the story`(language: String, word: String, name: String) throws
    {
        let page = try #require(Self.pages.first { $0.language == language })
        let html = page.html.replacing("</h1>", with: "</h1><p>\(word)\(name)</p>")
        let article = try ArticleExtractor.extract(Page(bytes: Array(html.utf8)))
        #expect(article.authors?.value == [name])
        #expect(article.text == page.paragraphs.joined(separator: "\n"))
    }
}
