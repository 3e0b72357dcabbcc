import Model
import Querying
import Storage
import Testing

@Suite("Finding stories")
struct FindingTests {
    /// Six articles in five stories.
    private func newsroom() throws -> TestNode {
        let node = try TestNode()
        for name in ["harbour", "valley"] { try node.subscribe(name) }
        let day = Timestamp(year: 2026, month: 2, day: 27, hour: 12)
        try node.ingest(
            "harbour",
            [
                entry("1", "Dam holds after flood", prose(1), link: "https://harbour.example/1", agency: .ap),
                entry("2", "Flooding closes bridge", prose(2), link: "https://www.harbour.example/2", published: day),
                entry("3", "Choir wins cup", ["A quiet village choir sang of floods to a hall of four hundred."]),
                entry("4", "Broen åpnet", prose(4), published: day, language: "nb-no"),
            ])
        try node.ingest(
            "valley",
            [
                entry(
                    "1", "Dam holding", prose(1), link: "https://news.valley.example/1", agency: .ap,
                    dateline: "Upper Valley"),
                entry("5", "Market report", prose(5)),
            ])
        return node
    }

    @Test(
        "Each prefix finds what it says",
        arguments: [
            ("", 5), ("flood", 3), ("title:flood", 2), ("\"village choir\"", 1), ("\"choir village\"", 0), ("choi*", 1),
            ("author:nora", 5), ("feed:valley", 2), ("site:harbour.example", 2), ("site:valley.example", 1),
            ("agency:ap", 1), ("-agency:ap", 4), ("lang:nb", 1), ("dateline:valley", 1), ("copies:>1", 1),
            ("copies:1", 4),
            ("date:2026-02-27", 2), ("date:2026-03..", 3), ("date:..2026-02-26", 0), ("first-run-by:harbour", 4),
            ("flood agency:ap", 1), ("title:flood or title:choir", 3), ("not flood", 2), ("is:unread", 5),
            ("is:starred", 0), ("since:0", 5), ("bru* or broen", 1), ("flood -title:dam -choir", 1),
        ])
    func prefixes(query: String, count: Int) throws {
        let node = try newsroom()
        #expect(try node.stories(query).count == count, "\(query)")
        #expect(try node.store.count(Query(query, in: QueryContext(now: node.wall.now))) == count, "\(query)")
    }

    @Test(
        "A word is found whole where its syllables are marked, and kept as it was published",
        arguments: ["title", "body"])
    func softHyphens(field: String) throws {
        let node = try newsroom()
        let title = "Ost\u{AD}kai wird gesperrt"
        try node.ingest("valley", [entry("6", title, ["Der Ost\u{AD}kai bleibt bis zum Frühjahr zu."])])
        for word in ["ostkai", "ost\u{AD}kai"] {
            #expect(try node.stories("\(field):\(word)").map(\.title) == [title])
        }
    }

    @Test(
        "No words can break out of a search",
        arguments: [
            "\"a\" OR b\"", "title:\"x : y\"", "NEAR(a b)", "a^2", "{title}:x", "'; DROP TABLE article; --", "*x",
            "a+b",
        ])
    func hostileWords(words: String) throws {
        let node = try newsroom()
        for order in [StoryOrder.newestFirst, .relevance] {
            let query = Query(.text(TextTerm(words), in: .anywhere))
            _ = try node.store.stories(query, order: order)
        }
        #expect(try node.stories().count == 5)
    }

    @Test(
        "Pages follow one another without a gap or a repetition",
        arguments: [
            ("", StoryOrder.newestFirst), ("", .oldestFirst), ("flood or dam or nora", .relevance),
        ])
    func pages(text: String, order: StoryOrder) throws {
        let node = try newsroom()
        let query = try Query(text, in: QueryContext(now: node.wall.now))
        let whole = try node.store.stories(query, order: order, limit: 500).stories.map(\.id)
        var paged: [StoryID] = []
        var cursor: PageCursor?
        repeat {
            let page = try node.store.stories(query, order: order, after: cursor, limit: 2)
            paged += page.stories.map(\.id)
            cursor = try page.next.map { try #require(PageCursor($0.text)) }
        } while cursor != nil
        #expect(paged == whole)
    }

    @Test("Lists go by time, and a date in the future or before the web is not believed")
    func order() throws {
        let node = try newsroom()
        let tomorrow = node.wall.now + .seconds(10_000_000)
        try node.ingest("valley", [entry("9", "From the future", prose(9), published: tomorrow)])
        let stories = try node.stories()
        #expect(stories.first?.title == "From the future")
        #expect(stories.map(\.time) == stories.map(\.time).sorted(by: >))
        #expect(stories.first?.time == node.wall.now)
    }

    @Test("A search marks the words it found")
    func snippet() throws {
        let node = try newsroom()
        let story = try #require(try node.stories("choirs", order: .relevance).first)
        #expect(story.snippet?.contains("\u{2}choir\u{3}") == true)
    }

    @Test("Best match first: a word in the headline counts more")
    func relevance() throws {
        let node = try newsroom()
        let titles = try node.stories("floods", order: .relevance).map(\.title)
        #expect(titles.last == "Choir wins cup")
    }

    @Test("An id may be given by its first six digits; fewer, none or several are told apart")
    func identifiers() throws {
        let node = try newsroom()
        let story = try #require(try node.stories().first)
        let named = try node.store.named(String(story.id.description.prefix(10)))
        #expect(named.story == story.id)
        #expect(try node.store.named(story.best.description).article == story.best)
        #expect(throws: StoreError.idTooShort("ab", minimum: 6)) { try node.store.named("ab") }
        #expect(throws: StoreError.notAnID("xyzxyz")) { try node.store.named("xyzxyz") }
        #expect(throws: StoreError.noSuchStory("000000000000")) { try node.store.named("000000000000") }
    }

    @Test("Copies are listed earliest first, and the agency's own page is the best")
    func copies() throws {
        let node = try TestNode()
        for name in ["harbour", "wire"] { try node.subscribe(name) }
        let long = prose(1) + prose(2, paragraphs: 1)
        try node.ingest("harbour", [entry("1", "Dam holds", long, link: "https://harbour.example/1", agency: .ap)])
        try node.ingest("wire", [entry("1", "Dam still holds", prose(1), link: "https://apnews.com/a/1", agency: .ap)])
        let story = try #require(try node.stories().first)
        #expect(story.title == "Dam still holds")
        #expect(try node.store.copies(of: story.id).map(\.feedTitle) == ["harbour", "wire"])
        #expect(try node.store.copies(of: story.id).map(\.isBest) == [false, true])
    }
}
