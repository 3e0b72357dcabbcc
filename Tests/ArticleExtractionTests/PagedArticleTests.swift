import ArticleExtraction
import Testing

/// Articles that their sites cut into pages.
@Suite struct PagedArticleTests {
    private static let address = "https://almanac.example/wells/deep-water"

    /// One page of the article: the head and the promise are on each, the story of a well is its own.
    private func page(_ number: Int, url: String? = nil, next: String? = nil, of wells: [String]? = nil) -> Page {
        let stories = (wells ?? ["well \(number)"]).map { well in
            """
            <p>At \(well) the rope ran out before it was wet, and the surveyor, who had brought another, tied the two
            together with a knot that he said his grandmother had taught him.</p>
            <p>The water of \(well), when it came up at last, was clear and tasted of iron; the farmer who owns the land
            drank a cup of it and asked that nobody be told how deep his cattle have to reach.</p>
            """
        }
        let link = next.map { "<p><a rel=next href='\($0)'>Next page</a></p><link rel=next href='\($0)'>" } ?? ""
        let html = """
            <html><head><title>Deep water</title></head><body><article><h1>Deep water</h1>
            <p class=standfirst>The county measured its old wells this summer, and the almanac went along with the rope.</p>
            \(stories.joined())\(link)</article></body></html>
            """
        return Page(bytes: Array(html.utf8), url: url ?? (number == 1 ? Self.address : "\(Self.address)/\(number)"))
    }

    private func first(next: String?) throws -> PagedArticle {
        let page = page(1, next: next)
        return PagedArticle(try ArticleExtractor.extract(page), on: page)
    }

    @Test func `pages are joined in order without what they share`() throws {
        var paged = try first(next: "/wells/deep-water/2")
        #expect(paged.nextPage == Self.address + "/2")
        let tookSecond = paged.append(page(2, next: "/wells/deep-water/3"))
        #expect(paged.nextPage == Self.address + "/3")
        let tookThird = paged.append(page(3))
        #expect(tookSecond && tookThird)
        #expect(paged.nextPage == nil)
        let lines = paged.article.text.split(separator: "\n")
        #expect(lines.count { $0.contains("went along with the rope") } == 1)
        #expect(
            lines.filter { $0.hasPrefix("The water of") }.map { $0.prefix(19) } == [
                "The water of well 1", "The water of well 2", "The water of well 3",
            ])
        #expect(!paged.article.body.contains("Next page"))
    }

    @Test func `a page that says what was said already ends the article`() throws {
        var paged = try first(next: "/wells/deep-water/2")
        let tookRepeated = paged.append(page(2, next: "/wells/deep-water/3", of: ["well 1"]))
        let tookFirst = paged.append(page(1))
        #expect(!tookRepeated)
        #expect(!tookFirst, "led back by a redirect")
        #expect(paged.article.text == (try first(next: nil).article.text))
    }

    @Test func `no article is followed without end`() throws {
        var paged = try first(next: "/wells/deep-water/2")
        var number = 1
        while paged.nextPage != nil, number < 50 {
            number += 1
            let took = paged.append(page(number, next: "/wells/deep-water/\(number + 1)"))
            #expect(took)
        }
        #expect(number == PagedArticle.mostPages)
    }

    @Test(arguments: [
        ("/story", "/story/2", 2), ("/story/", "/story/2/", 2), ("/story/", "/story/page/2/", 2),
        ("/story.html", "/story-2.html", 2), ("/story.html", "/story-seite-2.html", 2),
        ("/story?a=b", "/story?a=b&page=2", 2), ("/story", "/story?p=1", 2), ("/story?page=9", "/story?page=10", 10),
        ("/story_p2.html", "/story_p3.html", 3), ("/1/story-7", "/1/story-7/2", 2),
    ])
    func `the next page has the next number`(current: String, next: String, number: Int) {
        let origin = "https://almanac.example"
        #expect(PageNumber.follows(origin + next, origin + current, page: number))
        #expect(!PageNumber.follows(origin + next, origin + current, page: number + 2))
    }

    @Test(arguments: [
        "/wells/shallow-water", "/wells/deep-water/comments", "/wells/2", "/wells/deep-water/7", "/2",
        "/wells/deep-water?id=2", "/wells/deep-water-2-brothers",
    ])
    func `a link to another story is not followed`(next: String) throws {
        #expect(try first(next: next).nextPage == nil)
    }

    @Test func `a story with the next number in its name is another story`() throws {
        let page = page(1, url: "https://almanac.example/a/4711", next: "/a/4712")
        #expect(PagedArticle(try ArticleExtractor.extract(page), on: page).nextPage == nil)
    }

    @Test func `the whole on one page is known by its lines`() throws {
        let more = """
            <p>Behind the mill the county has dug for six weeks, through gravel first and then through blue clay, and
            the foreman keeps a sample of each yard in a jar on the sill of his hut.</p>
            <p>Nobody in the village drinks from the new shaft yet. The schoolmistress wants a letter from the chemist
            in town, and the chemist, it turns out, is waiting for his microscope.</p></article>
            """
        let paged = try first(next: nil)
        var whole = page(1)
        whole.bytes = Array(String(decoding: whole.bytes, as: UTF8.self).replacing("</article>", with: more).utf8)
        #expect(paged.isPart(of: try ArticleExtractor.extract(whole)))
        #expect(!paged.isPart(of: try ArticleExtractor.extract(page(2))))
    }

    @Test func `a page that gives no article names where it stands otherwise`() {
        let html = """
            <html><head><link rel=amphtml href='https://amp.almanac.example/deep-water'></head><body>
            <a href='/wells/deep-water/print'>Print version</a></body></html>
            """
        let page = Page(bytes: Array(html.utf8), url: Self.address)
        #expect(throws: ExtractionError.noArticle) { try ArticleExtractor.extract(page) }
        #expect(
            ArticleExtractor.otherForms(of: page) == [
                "https://amp.almanac.example/deep-water", Self.address + "/print",
            ])
    }
}
