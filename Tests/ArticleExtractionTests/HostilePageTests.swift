import ArticleExtraction
import Markup
import Testing

@Suite struct HostilePageTests {
    @Test(arguments: [
        ("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D] as [UInt8]), ("a PDF", Array("%PDF-1.7".utf8)), ("nothing", []),
        ("white space", Array(" \n\t ".utf8)), ("one script", Array("<script>var a = 1;</script>".utf8)),
        ("zeros", [UInt8](repeating: 0, count: 5000)), ("bad UTF-8", [UInt8](repeating: 0xFF, count: 500)),
    ])
    func `what holds no article is refused, and says why`(kind: String, bytes: [UInt8]) {
        #expect(throws: ExtractionError.self) { try ArticleExtractor.extract(Page(bytes: bytes)) }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `bytes that are no text are not taken for an article`(seed: UInt64) {
        var state = seed
        let noise = (0..<200_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        #expect(throws: ExtractionError.notHTML("binary data")) { try ArticleExtractor.extract(Page(bytes: noise)) }
    }

    @Test func `a page in UTF-16 is no binary data, nor one with a few control characters`() throws {
        let text = "Паром сорвался с причала утром в пятницу. "
        let html = "<p>\(String(repeating: text, count: 8))</p>"
        let marked = Array("\u{FEFF}\(html)\(html)\(html)".utf16)
        let bigEndian = marked.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let littleEndian = marked.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        for bytes in [bigEndian, littleEndian] {
            #expect(try ArticleExtractor.extract(Page(bytes: bytes)).text.hasPrefix("Паром сорвался"))
        }
        let dirty = "\u{3}\u{8}<html>\u{1}" + WirePage.html
        #expect(try ArticleExtractor.extract(Page(bytes: Array(dirty.utf8))).text.utf8.count > 100)
    }

    @Test func `a page nested a hundred thousand deep gives its text`() throws {
        let deep = String(repeating: "<div>", count: 100_000)
        let html = deep + WirePage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try ArticleExtractor.extract(Page(bytes: Array(html.utf8)))
        #expect(article.text == WirePage.paragraphs.joined(separator: "\n"))
    }

    @Test func `a page cut anywhere is read or refused`() {
        let bytes = Array(WirePage.html.utf8)
        for end in stride(from: 0, to: bytes.count, by: 37) {
            _ = try? ArticleExtractor.extract(Page(bytes: Array(bytes[..<end])))
        }
    }

    @Test func `hostile markup in a paragraph does not survive`() throws {
        let hostile =
            "<script>x()</script><img src=x onerror=x()><a href='javascript:x()'>here</a><svg onload=x()></svg>\u{1B}[2J"
        let html = WirePage.paragraphs.map { "<p>\($0) \(hostile)</p>" }.joined()
        let article = try ArticleExtractor.extract(Page(bytes: Array(html.utf8)))
        for danger in ["<script", "onerror", "javascript:", "<svg", "\u{1B}"] {
            #expect(!article.body.contains(danger))
        }
        #expect(Sanitizer.sanitize(article.body, base: nil) == article.body)
    }

    @Test(arguments: [
        ("<title>Just a moment...</title><p>Checking your browser before you go on.</p>", ExtractionError.botCheck),
        ("<h1>We value your privacy</h1><p>We and our partners store data. Choose what you like.</p>", .consentWall),
        ("<h1>Page not found</h1><p>The page that you look for is not here.</p>", .notFound),
        (
            "<h1>Ferry</h1><p>The ferry left on Monday, and nobody knew why, least of all its captain.</p>"
                + "<p>Subscribe to continue reading</p>", .paywall
        ),
    ])
    func `what stands in place of an article is named`(html: String, expected: ExtractionError) {
        #expect(throws: expected) { try ArticleExtractor.extract(Page(bytes: Array(html.utf8))) }
    }

    @Test func `another form is asked for where readers are kept out, not where there is nothing to read`() {
        for error in [ExtractionError.noArticle, .consentWall, .paywall] { #expect(error.leavesOtherForms) }
        let final: [ExtractionError] = [.empty, .notHTML("a picture"), .tooLarge(limit: 1), .botCheck, .notFound]
        for error in final { #expect(!error.leavesOtherForms) }
    }
}
