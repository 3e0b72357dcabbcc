import ArticleExtraction
import Testing

/// What of a page is the article's body.
@Suite struct BodyTests {
    private let story = [
        "The old ferry across the sound will sail in winter too from this autumn on, the harbour master said on Monday.",
        "For the people of the island it means that they need no longer drive round the whole sound for bread, screws or a doctor.",
        "“We have waited thirty years for this,” said the baker, who takes the first boat every morning. “Now only the gulls have to wake up.”",
        "The money for the new engine comes from three villages; the fourth has not made up its mind.",
    ]

    private func page(before: String = "", story: String? = nil, after: String = "") -> String {
        let body = story ?? self.story.map { "<p>\($0)</p>" }.joined()
        return
            "<html><head><title>The ferry sails in winter</title></head><body><main><h1>The ferry sails in winter</h1>"
            + "\(before)<div class='story-body'>\(body)</div>\(after)</main></body></html>"
    }

    private func text(_ html: String, feed: FeedHints = FeedHints()) throws -> String {
        try ArticleExtractor.extract(Page(bytes: Array(html.utf8), hints: feed)).text
    }

    @Test func `teasers of other stories are no part of it, whatever their list is called`() throws {
        let teasers = [
            (
                "Council votes on the square",
                "After two hours the council agreed to plant lime trees on the square next spring."
            ),
            (
                "Choir looks for basses",
                "The choir of the lower town has eleven sopranos and hopes to find two basses by Easter."
            ),
            (
                "A winter without snow",
                "Skis stayed in the cellar this year, and the lift sold lemonade instead of tickets."
            ),
        ].map { "<li class='x'><h3><a href='/a'>\($0)</a></h3><p>\($1)</p></li>" }
        #expect(try text(page(after: "<ul class='y'>\(teasers.joined())</ul>")) == story.joined(separator: "\n"))
    }

    @Test func `what readers wrote under it is no part of it`() throws {
        let comments = ["Finally!", "I shall believe it when I see it sail in January, and not before."].map {
            "<div class='comment'><div class='username'>Ada</div><div class='date'>2 days ago</div><p>\($0)</p></div>"
        }
        #expect(try text(page(after: "<div id='comments'>\(comments.joined())</div>")) == story.joined(separator: "\n"))
    }

    @Test func `an article that the page holds twice is taken once`() throws {
        let again = story.map { "<p>\($0)</p>" }.joined()
        let text = try text(page(after: "<div class='story-body'>\(again)</div>"))
        #expect(text == story.joined(separator: "\n"))
    }

    @Test func `a sentence that comes again by itself stays`() throws {
        let refrain =
            "<p>The gulls, of course, knew nothing of all this and slept on until the bell rang for the second time.</p>"
        let body = story.map { "<p>\($0)</p>" }
        let text = try text(page(story: body[0] + refrain + body[1] + body[2] + refrain + body[3]))
        #expect(text.components("The gulls, of course").count == 3)
    }

    @Test func `a page that stands in noscript is read there`() throws {
        let paragraphs = story.map { "<p>\($0)</p>" }.joined()
        let body = "<script type='text/template'>\(paragraphs)</script><noscript>\(paragraphs)</noscript>"
        #expect(try text(page(story: body)) == story.joined(separator: "\n"))
    }

    @Test func `a request to switch scripts on is not`() throws {
        let request =
            "<noscript><p>Please switch on JavaScript, or the pictures of this page will not be shown to you.</p></noscript>"
        #expect(try text(page(before: request)) == story.joined(separator: "\n"))
    }

    @Test func `headings stay with the text under them, and the last one goes if there is none`() throws {
        let body =
            "<p>\(story[0])</p><h2>What it costs</h2><p>\(story[3])</p><p>\(story[1])</p><p>\(story[2])</p><h2>More</h2>"
        let lines = try text(page(story: body)).split(separator: "\n")
        #expect(lines.contains("What it costs"))
        #expect(lines.last == Substring(story[2]))
    }

    @Test func `a paragraph that the feed has too is part of it, whatever the page calls it`() throws {
        let opening =
            "The harbour bell, which nobody had heard since the war, rang twice before anyone dared to look up the slip."
        let html = page(before: "<aside class='related-promo'><p>\(opening)</p></aside>")
        #expect(try !text(html).contains(opening))
        let feed = FeedHints(content: "<p>\(opening)</p><p>\(story[0])</p> …")
        #expect(try text(html, feed: feed) == ([opening] + story).joined(separator: "\n"))
        #expect(try text(html, feed: FeedHints(summary: story[1])) == story.joined(separator: "\n"))
    }

    @Test func `what a site says of itself in feed and page alike is no part of it`() throws {
        let request = "Subscribe to our newsletter, and a gull will bring you the news of the harbour every morning."
        let html = page(after: "<aside class='newsletter'><p>\(request)</p></aside>")
        let feed = FeedHints(content: "<p>\(story[0])</p><p>\(request)</p>")
        #expect(try text(html, feed: feed) == story.joined(separator: "\n"))
    }

    @Test func `a list within it stays whole`() throws {
        let items = ["three loaves of rye bread", "a box of brass screws", "the harbour's own barometer"]
        let list = "<p>The first boat carried:</p><ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
        let body = story.map { "<p>\($0)</p>" }
        let text = try text(page(story: body[0] + body[1] + list + body[2] + body[3]))
        for item in items { #expect(text.contains(item)) }
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
