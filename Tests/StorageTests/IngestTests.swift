import Model
import Storage
import Testing

@Suite("Taking entries in")
struct IngestTests {
    @Test("An entry becomes an article, a story, and can be found by its words")
    func newEntry() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        let report = try node.ingest("harbour", [entry("1", "Tide gates tested", prose(1))])
        #expect(report.added == [node.article("harbour", "1")])
        let story = try #require(try node.stories().first)
        #expect(story.title == "Tide gates tested")
        #expect(story.copies == 1)
        #expect(story.feeds == ["harbour"])
        #expect(story.state == .unread)
        #expect(try node.stories("gate").count == 1)
        #expect(try node.stories("lighthouse").isEmpty)
        let detail = try node.store.article(story.best)
        #expect(detail.html?.contains("<p>") == true)
        #expect(detail.article.revision.authors == ["Nora Field"])
    }

    @Test("The same document again changes nothing")
    func unchanged() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        let entries = (1...20).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) }
        try node.ingest("harbour", entries)
        let before = try node.store.digest()
        let report = try node.ingest("harbour", entries)
        #expect(report.unchanged == 20 && report.added.isEmpty && report.revised.isEmpty)
        #expect(try node.store.digest() == before)
    }

    @Test("An edit makes a revision of the same article, and both can be looked at")
    func revision() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Ferry late", prose(1))])
        let report = try node.ingest("harbour", [entry("1", "Ferry late", prose(1) + prose(2, paragraphs: 1))])
        #expect(report.revised == [node.article("harbour", "1")])
        let revisions = try node.store.revisions(of: node.article("harbour", "1"))
        #expect(revisions.count == 2)
        #expect(revisions.map(\.isCurrent) == [false, true])
        #expect(try node.stories("is:revised").count == 1)
    }

    @Test("Markup or dates that change without a word changing make no revision")
    func markupOnly() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Ferry late", prose(1))])
        let touched = entry(
            "1", "Ferry late", prose(1), updated: node.wall.now, markup: "<img src=\"https://news.example/pixel\">")
        #expect(try node.ingest("harbour", [touched]).unchanged == 1)
        #expect(try node.store.revisions(of: node.article("harbour", "1")).count == 1)
    }

    @Test("A body that many articles share is stored once")
    func sharedBody() throws {
        let node = try TestNode()
        for name in ["harbour", "valley", "coast"] {
            try node.subscribe(name)
            try node.ingest(name, [entry("1", "Told by \(name)", prose(1), link: "https://\(name).example/1")])
        }
        #expect(try node.store.counts().bodies == 1)
        let stories = try node.stories()
        #expect(stories.count == 1)
        #expect(stories.first?.copies == 3)
    }

    @Test("One document has new, edited and moved entries, and some of them one body")
    func mixedDocument() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", (1...3).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        let report = try node.ingest(
            "harbour",
            [
                entry("4", "Ferry late", prose(4)),
                entry("2", "Notice 2, corrected", prose(4)),
                entry("cms-3", "Notice 3", prose(3), link: "https://news.example/3"),
                entry("5", "Ferry very late", prose(4)),
                entry("6", "Ferry back", prose(6)),
            ])
        #expect(report.added == ["4", "5", "6"].map { node.article("harbour", $0) })
        #expect(report.revised == [node.article("harbour", "2")])
        #expect(report.unchanged == 1)
        let counts = try node.store.counts()
        #expect(counts.articles == 6 && counts.bodies == 5)
        for (id, seed) in [("2", 4), ("4", 4), ("5", 4), ("6", 6)] as [(String, UInt64)] {
            let html = try node.store.article(node.article("harbour", id)).html
            #expect(html == "<p>" + prose(seed).joined(separator: "</p><p>") + "</p>")
        }
        #expect(try node.stories("\"ferry\"").count == 2)
        let again = entry("cms-3", "Notice 3", prose(3), link: "https://news.example/3")
        #expect(try node.ingest("harbour", [again]).unchanged == 1)
        #expect(try node.store.check().isEmpty)
    }

    @Test("Validators, outcome and entries are stored together")
    func pollState() throws {
        let node = try TestNode()
        let feed = try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Ferry late", prose(1))])
        #expect(try node.store.pollState(of: feed).etag != nil)
        #expect(try node.store.outcomes(of: feed).first?.added == 1)
        #expect(try node.store.feeds().first?.articles == 1)
    }

    @Test("An entry that no peer would take is named and keeps nothing else back")
    func refused() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        let endless = entry("1", String(repeating: "very ", count: 10_000), prose(1))
        let report = try node.ingest("harbour", [endless, entry("2", "Ferry late", prose(2))])
        #expect(report.refused.count == 1)
        #expect(report.added.count == 1)
    }
}

@Suite("Identity that survives")
struct IdentityTests {
    private func node(with first: IngestEntry) throws -> TestNode {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [first])
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        return node
    }

    @Test("A new id at the same address is the same article, and stays read")
    func newID() throws {
        let node = try node(with: entry("1", "Ferry late", prose(1), link: "http://www.news.example/ferry/"))
        let moved = entry("cms-2", "Ferry late", prose(1), link: "https://news.example/ferry?utm_source=feed")
        #expect(try node.ingest("harbour", [moved]).added.isEmpty)
        #expect(try node.stories("is:unread").isEmpty)
    }

    @Test("A new id and address with the same text is the same article")
    func sameText() throws {
        let node = try node(with: entry("1", "Ferry late", prose(1)))
        let report = try node.ingest("harbour", [entry("2", "Ferry very late", prose(1), link: "https://b.example/x")])
        #expect(report.added.isEmpty && report.revised.count == 1)
        #expect(try node.stories("is:unread").isEmpty)
        #expect(try node.store.counts().articles == 1)
    }

    @Test("Entries that share an address are told apart by their ids")
    func sharedLink() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        let entries = (1...3).map { entry("\($0)", "Notice \($0)", prose(UInt64($0)), link: "https://a.example/all") }
        #expect(try node.ingest("harbour", entries).added.count == 3)
        #expect(try node.ingest("harbour", Array(entries.dropFirst())).unchanged == 2)
    }

    @Test("The next day's text on a page that is used again and again is another article")
    func reusedPage() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        let page = "https://a.example/weather/today"
        let monday = Timestamp(year: 2026, month: 3, day: 1)
        try node.ingest("harbour", [entry("mon", "Rain", prose(1), link: page, published: monday)])
        let tuesday = entry("tue", "Sun", prose(2), link: page, published: monday + .seconds(90_000))
        #expect(try node.ingest("harbour", [tuesday]).added.count == 1)
    }

    @Test("Short texts are no evidence: entries that all say the same few words stay apart")
    func shortTexts() throws {
        let node = try TestNode()
        try node.subscribe("links")
        for number in 1...3 {
            let report = try node.ingest("links", [entry("\(number)", "Link \(number)", ["Comments"])])
            #expect(report.added.count == 1)
        }
        #expect(try node.stories().count == 3)
    }

    @Test("A feed that gives one text a new id every minute does not add articles")
    func floodOfIDs() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        for number in 1...30 {
            let window = (max(1, number - 5)...number).reversed().map { entry("\($0)", "Ferry late", prose(1)) }
            try node.ingest("harbour", window)
        }
        #expect(try node.store.counts().articles == 1)
    }

    @Test("What was put away does not come back")
    func hidden() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Ferry late", prose(1))])
        _ = try node.store.perform([.hide(true)], on: node.query(""), title: "hide")
        try node.ingest("harbour", [entry("9", "Ferry later", prose(1), link: "https://news.example/9")])
        #expect(try node.stories().isEmpty)
        #expect(try node.stories("is:hidden").count == 1)
    }
}
