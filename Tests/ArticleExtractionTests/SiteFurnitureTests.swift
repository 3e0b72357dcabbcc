import ArticleExtraction
import Testing

@Suite struct SiteFurnitureTests {
    private func page(_ number: Int) -> Page {
        let story =
            "<p>Story \(number) tells of a harbour, of a ferry that left, and of the \(number) people who stayed.</p>"
        let promise = "<p>Our desk listens, day and night, to anyone who calls, and writes down what it is told.</p>"
        return Page(bytes: Array("<h1>Story \(number)</h1>\(story)\(story.uppercased())\(promise)".utf8))
    }

    @Test func `what is learnt does not depend on the order of the pages`() {
        let texts = (0..<6).map { SiteFurniture.PageTexts(page($0)) }
        var forward = SiteFurniture()
        var backward = SiteFurniture()
        for text in texts { forward.learn(text) }
        for text in texts.reversed() { backward.learn(text) }
        #expect(forward == backward)
        #expect(SiteFurniture(encoded: forward.encoded) == forward)
    }

    @Test func `a line of every page is no part of any article`() throws {
        var furniture = SiteFurniture()
        for number in 0..<5 { furniture.learn(SiteFurniture.PageTexts(page(number))) }
        var known = page(1)
        known.furniture = furniture
        let text = try ArticleExtractor.extract(known).text
        #expect(text.contains("Story 1 tells"))
        #expect(!text.contains("Our desk listens"))
    }

    @Test func `a story that the site ran again and again is not its furniture`() throws {
        var furniture = SiteFurniture()
        var page = Page(bytes: Array(WirePage.html.utf8))
        for _ in 0..<5 { furniture.learn(SiteFurniture.PageTexts(page)) }
        let alone = try ArticleExtractor.extract(page).text
        page.furniture = furniture
        #expect(try ArticleExtractor.extract(page).text == alone)
    }

    @Test func `what every page shows is known after any number of pages with texts of their own`() throws {
        var furniture = SiteFurniture()
        for number in 0..<400 {
            let own = (0..<80).map { "<p>Entry \($0) of day \(number) in the harbour's book.</p>" }.joined()
            let page = Page(bytes: Array("\(own)<p>Our desk listens, day and night, to anyone who calls.</p>".utf8))
            furniture.learn(SiteFurniture.PageTexts(page))
            #expect(furniture.encoded.count <= 4 + 10 * SiteFurniture.capacity)
        }
        var known = page(1)
        known.bytes += Array("<p>Our desk listens, day and night, to anyone who calls.</p>".utf8)
        known.furniture = furniture
        #expect(try !ArticleExtractor.extract(known).text.contains("anyone who calls."))
    }

    @Test func `bytes that are no table are refused`() {
        #expect(SiteFurniture(encoded: []) == nil)
        #expect(SiteFurniture(encoded: [UInt8](repeating: 7, count: 13)) == nil)
    }
}
