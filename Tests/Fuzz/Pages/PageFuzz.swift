import ArticleExtraction
import Markup
import Model

/// libFuzzer's entry: one input as a page, as a page that a feed quotes, as a feed's own HTML, and
/// as a table of furniture.
///
/// Nothing may crash, hang or grow without bound; what comes out must keep its promises, which are checked here.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let choice = input.first else { return 0 }
    let rest = Array(input.dropFirst())
    switch choice % 4 {
    case 0:
        if let furniture = SiteFurniture(encoded: rest) { _ = furniture.encoded }
    case 1:
        let text = String(decoding: rest, as: UTF8.self)
        _ = FullTextNeed.decide(content: text, summary: nil, title: nil)
        check(ArticleExtractor.fromFeed(text, url: "https://fuzz.test/a/b", hints: FeedHints(title: "A title")))
    default:
        var page = Page(bytes: rest, url: "https://fuzz.test/2024/08/06/b.html", contentType: "text/html")
        var furniture = SiteFurniture()
        furniture.learn(SiteFurniture.PageTexts(page))
        page.furniture = furniture
        if choice % 4 == 3 { page.hints = FeedHints(title: "A title", content: String(decoding: rest, as: UTF8.self)) }
        if let article = try? ArticleExtractor.extract(page) { check(article) }
    }
    return 0
}

private func check(_ article: ExtractedArticle) {
    precondition(Sanitizer.sanitize(article.body, base: nil) == article.body, "the body is not sanitised")
    precondition(HTMLText.text(of: article.body) == article.text, "the text is not that of the body")
    precondition((0...1).contains(article.confidence), "a confidence that is none")
    for address in article.images + [article.canonicalURL?.value, article.leadImage?.value].compactMap({ $0 }) {
        precondition(address.hasPrefix("http://") || address.hasPrefix("https://"), "an address that is not of the web")
    }
    precondition(!article.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" }, "a terminal would obey")
}
