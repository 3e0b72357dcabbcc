import ArticleExtraction
import Testing

/// Articles that a page holds only as data for its scripts.
@Suite struct EmbeddedArticleTests {
    private static let title = "The lighthouse gets a second keeper"

    private static let story = [
        "The lighthouse at Cape Ulm, which has been kept by one woman since the harbour was dredged, gets a second keeper.",
        "The two will take turns by the week, the port office said, so that the lamp is never left to the weather alone.",
        "Until now the keeper rowed ashore for bread on Thursdays, and the lamp burned without her from noon until four.",
        "The second keeper comes from the mountains, has never seen a tide, and brought eleven pairs of woollen socks.",
        "“I was told that the sea is large,” he said on the quay. “Nobody had told me that it goes away and comes back.”",
    ]

    /// Says more than the story, as the terms of a site often do.
    private static let terms = String(
        repeating: "By using this site you agree that the port office may count how often you look at the sea. ",
        count: 12)

    private func page(head: String = "", data: String, type: String = "application/json") -> String {
        """
        <html><head><title>\(Self.title) | Ulm Post</title>\(head)</head><body><div id="app">
        <p>Loading the page, please wait a moment.</p></div>
        <script id="data" type="\(type)">\(data)</script></body></html>
        """
    }

    /// As a site's server hands its page to the scripts: with the terms, and with teasers of other stories.
    private func data(title: String = Self.title, body: String) -> String {
        """
        {"props":{"terms":"\(Self.terms)","page":{"article":{"title":"\(title)","id":71,"body":\(body)},
        "related":[{"title":"Ferry waits for gulls","body":"\(Self.terms)"}]}}}
        """
    }

    private func quoted(_ strings: [String]) -> String { strings.map { "\"\($0)\"" }.joined(separator: ",") }

    private func article(_ html: String) throws -> ExtractedArticle {
        try ArticleExtractor.extract(Page(bytes: Array(html.utf8), url: "https://ulm.example/a/71"))
    }

    @Test func `a body that stands as HTML beside the title is the article`() throws {
        let body = Self.story.map { "<p>\($0)</p>" }.joined()
        #expect(try article(page(data: data(body: "\"\(body)\""))).text == Self.story.joined(separator: "\n"))
    }

    @Test func `data to which a script gives a name is read as well`() throws {
        let html = page(data: "window.__STATE__ = \(data(body: "[\(quoted(Self.story))]"));run();", type: "")
        #expect(try article(html).text == Self.story.joined(separator: "\n"))
    }

    @Test func `a body in a list of paragraphs is put together in order`() throws {
        #expect(
            try article(page(data: data(body: "[\(quoted(Self.story))]"))).text == Self.story.joined(separator: "\n"))
        let blocks = Self.story.map { "{\"kind\":\"text\",\"value\":{\"text\":\"\($0)\"}}" }.joined(separator: ",")
        #expect(try article(page(data: data(body: "[\(blocks)]"))).text == Self.story.joined(separator: "\n"))
    }

    @Test func `pieces of a line that white space parts are one line`() throws {
        let blocks = Self.story.map { line in
            let words = line.split(separator: " ", maxSplits: 2)
            return "{\"children\":[{\"text\":\"\(words[0]) \(words[1])\"},{\"text\":\" \(words[2])\"}]}"
        }
        let article = try article(page(data: data(body: "[\(blocks.joined(separator: ","))]")))
        #expect(article.text == Self.story.joined(separator: "\n"))
    }

    @Test func `the body that JSON-LD gives is taken where the markup has none`() throws {
        func structured(_ more: String) -> String {
            """
            {"@type":"NewsArticle","headline":"\(Self.title)",\(more)
            "articleBody":"\(Self.story.joined(separator: "\\n"))"}
            """
        }
        let type = "application/ld+json"
        #expect(try article(page(data: structured(""), type: type)).text == Self.story.joined(separator: "\n"))
        let forSubscribers = page(data: structured("\"isAccessibleForFree\":false,"), type: type)
        #expect((try? article(forSubscribers))?.text.contains(Self.story[1]) != true)
    }

    @Test func `data that does not hold the title is of something else`() {
        let html = page(data: data(title: "Ten lamps we love", body: "[\(quoted(Self.story))]"))
        #expect((try? article(html))?.text.contains(Self.story[1]) != true)
    }

    @Test func `what the markup says whole is taken from there`() throws {
        let shown = Self.story.map { "<p>\($0)</p>" }.joined()
        let html = """
            <html><head><title>\(Self.title)</title></head><body><article><h1>\(Self.title)</h1>\(shown)</article>
            <script type="application/json">\(data(body: "[\"\(Self.terms)\"]"))</script></body></html>
            """
        #expect(try article(html).text == Self.story.joined(separator: "\n"))
    }

    @Test func `data is as little trusted as the page`() throws {
        let body = Self.story.map { "<p onclick=x()>\($0)<script>x()<\\/script></p>" }.joined()
        let article = try article(page(data: data(body: "\"\(body)\"")))
        #expect(article.text == Self.story.joined(separator: "\n"))
        #expect(!article.body.contains("x()"))
        let lines = try self.article(page(data: data(body: "[\(quoted(Self.story.map { $0 + " 1 < 2 & 3 <b" }))]")))
        #expect(lines.text.contains("1 < 2 & 3 <b"))
    }

    @Test(arguments: [
        "{\"title\":\"\(title)\",\"body\":[\"", String(repeating: "[", count: 100_000),
        String(repeating: "{\"title\":\"\(title)\",\"a\":", count: 60) + "1", "\u{0}", "", "{]",
    ])
    func `broken data leaves the page without an article`(data: String) {
        #expect((try? article(page(data: data)))?.text.contains(Self.story[1]) != true)
    }
}
