import Model
import Testing

@testable import Storage

@Suite("Dropping what is old")
struct RetentionTests {
    private static let day = Duration.seconds(86_400)

    /// Old stories in two feeds, one of them with a copy in each, and a young one.
    private func node() throws -> TestNode {
        let node = try TestNode()
        for name in ["harbour", "valley"] {
            try node.subscribe(name)
            try node.ingest(name, [entry("1", "Dam holds", prose(1), link: "https://\(name).example/1")])
        }
        try node.ingest("harbour", [entry("2", "Choir wins", prose(2)), entry("3", "Mill burns", prose(3))])
        node.wall.advance(by: Self.day * 30)
        try node.ingest("harbour", [entry("4", "Late ferry", prose(4))])
        return node
    }

    /// What is older than that; how many articles went, and how many are headlines now.
    @discardableResult
    private func drop(
        _ node: TestNode, articles: Duration? = nil, bodies: Duration? = nil
    ) throws -> (articles: Int, headlines: Int) {
        let limits = AgeLimits(
            articles: articles.map { node.wall.now - $0 }, bodies: bodies.map { node.wall.now - $0 })
        var total = (articles: 0, headlines: 0)
        var next: Int64? = 0
        while let story = next {
            let step = try node.store.dropOld(limits, after: story)
            total.articles += step.articles
            total.headlines += step.headlines
            next = step.next
        }
        return total
    }

    /// As if the database had been folded by another version.
    private func forgetRules(_ node: TestNode) throws {
        try node.store.write { try SettingTable(transaction: $0).set("folding-rules", "0") }
        try node.reopen()
    }

    private func titles(_ node: TestNode, _ query: String = "") throws -> [String] {
        try node.stories(query).map(\.title).sorted()
    }

    private func isSound(_ node: TestNode) throws {
        #expect(try node.store.check() == [])
        #expect(try node.store.rebuild([.stories, .search]).differenceCount == 0)
        #expect(try node.store.check() == [])
        #expect(try node.store.repair().done == [])
    }

    @Test("Old bodies go and their stories stay, found as before; the log is not touched")
    func bodies() throws {
        let node = try node()
        let (before, digest) = (try DerivedState(node), try node.store.digest())
        #expect(try drop(node, bodies: Self.day * 7).headlines == 4)
        #expect(try node.store.counts().bodies == 1)
        #expect(try node.store.counts().headlines == 4)
        #expect(try node.store.article(node.article("harbour", "2")).html == nil)
        #expect(try node.store.article(node.article("harbour", "4")).html != nil)
        #expect(try DerivedState(node) == before)
        #expect(try node.store.digest() == digest)
        try isSound(node)
        #expect(try DerivedState(node) == before)
        #expect(try titles(node, "title:choir") == ["Choir wins"], "the index was made again from what is here")
        #expect(try drop(node, bodies: Self.day * 7).headlines == 0, "once")
    }

    @Test("Old articles go from lists and searches; the log is not touched, and nothing is asked for again")
    func articles() throws {
        let node = try node()
        let digest = try node.store.digest()
        #expect(try drop(node, articles: Self.day * 7).articles == 4)
        #expect(try titles(node) == ["Late ferry"])
        #expect(try titles(node, "choir") == [])
        #expect(try node.store.counts().articles == 1)
        #expect(try node.store.feeds().reduce(0) { $0 + $1.articles } == 1)
        #expect(try node.store.counts().droppedArticles == 4)
        #expect(try node.store.counts().bodies == 1)
        #expect(try node.store.digest() == digest)
        try isSound(node)
        #expect(try titles(node) == ["Late ferry"])
        #expect(try node.store.wantedBodies(limit: 10) == [])
    }

    @Test("What is starred, tagged or noted stays, with every copy of it; a removed note counts for nothing")
    func marked() throws {
        let node = try node()
        _ = try node.store.perform([.star(true)], on: node.query("dam"), title: "x")
        _ = try node.store.perform([.tag("music", true)], on: node.query("choir"), title: "x")
        _ = try node.store.perform([.note("ask")], on: node.query("mill"), title: "x")
        #expect(try drop(node, articles: Self.day, bodies: Self.day) == (0, 0))
        _ = try node.store.perform([.note("")], on: node.query("mill"), title: "x")
        #expect(try drop(node, articles: Self.day, bodies: Self.day).articles == 1)
        #expect(try titles(node) == ["Choir wins", "Dam holds", "Late ferry"])
        #expect(try node.stories("dam").first?.copies == 2)
    }

    @Test("A story that gained something of late is kept whole")
    func lively() throws {
        let node = try node()
        try node.ingest("valley", [entry("2", "The choir wins", prose(2), link: "https://valley.example/2")])
        try node.ingest("harbour", [entry("3", "Mill burns", prose(3) + prose(9, paragraphs: 1))])
        try drop(node, articles: Self.day)
        #expect(try titles(node, "copies:>0").count == 3)
        #expect(try node.store.article(node.article("harbour", "2")).html != nil)
    }

    @Test("A dropped article that its feed lists still is not taken for a new one, and comes back if it is revised")
    func listedStill() throws {
        let node = try node()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        try drop(node, articles: Self.day)
        let report = try node.ingest(
            "harbour", [entry("2", "Choir wins", prose(2)), entry("3", "Mill burns", prose(3))])
        #expect(report.unchanged == 2)
        #expect(try titles(node) == ["Late ferry"])
        try node.ingest("harbour", [entry("2", "Choir wins again", prose(2) + prose(5))])
        #expect(try titles(node) == ["Choir wins again", "Late ferry"])
        #expect(try titles(node, "is:unread") == [], "it was read")
        try isSound(node)
    }

    @Test("A body that a kept article shows too stays until that one goes")
    func sharedBody() throws {
        let node = try node()
        // Too short to fold: each such entry is a story of its own.
        try node.ingest("valley", [entry("5", "Monday's show", ["Watch the film."])])
        try node.ingest("harbour", [entry("6", "Tuesday's show", ["Watch the film."])])
        _ = try node.store.perform([.star(true)], on: node.query("tuesday"), title: "x")
        node.wall.advance(by: Self.day * 30)
        try drop(node, articles: Self.day)
        #expect(try titles(node) == ["Tuesday's show"])
        #expect(try node.store.article(node.article("harbour", "6")).html != nil)
        try isSound(node)
        #expect(try titles(node) == ["Tuesday's show"])
        _ = try node.store.perform([.star(false)], on: node.query("tuesday"), title: "x")
        try drop(node, articles: Self.day)
        #expect(try node.store.counts().bodies == 0)
    }

    @Test("Pictures go with the text")
    func pictures() throws {
        let node = try TestNode()
        let feed = try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Dam holds", prose(1), pictures: ["https://img.example/dam.png"])])
        let wanted = try node.store.wantedPictures(of: feed, limit: 5)
        try node.store.settle(wanted.map { ($0, .kept(type: "image/png", bytes: [1, 2])) })
        let hash = try #require(try node.store.pictures(of: node.article("harbour", "1")).first).hash
        node.wall.advance(by: Self.day * 9)
        try drop(node, bodies: Self.day)
        #expect(try node.store.pictures(of: node.article("harbour", "1")) == [])
        #expect(try node.store.picture(hash) == nil)
    }

    @Test("Peers that keep different things agree on the log, and bring nothing back")
    func peers() throws {
        let (node, other) = (try node(), try TestNode())
        other.wall.advance(by: Self.day * 31)
        try converge(node, other)
        try drop(node, articles: Self.day)
        _ = try other.store.perform([.read(true)], on: other.query("choir"), title: "read")
        try converge(node, other)
        #expect(try node.store.digest() == other.store.digest())
        #expect(try titles(node) == ["Late ferry"])
        #expect(try node.store.wantedBodies(limit: 10) == [])
        #expect(try other.stories().count == 4)
    }

    @Test("Texts that are older than what is kept are not waited for, unless the reader marked their articles")
    func lateBodies() throws {
        let (node, other) = (try node(), try TestNode())
        _ = try node.store.perform([.star(true)], on: node.query("mill"), title: "x")
        try meet(node, other)
        other.wall.advance(by: Self.day * 31)
        #expect(try other.store.counts().wantedBodies == 4)
        let limits = AgeLimits(articles: other.wall.now - Self.day * 60, bodies: other.wall.now - Self.day * 7)
        while try other.store.giveUpBodies(limits, limit: 1) > 0 {}
        while try other.store.foldPending(limit: 1) > 0 {}
        #expect(try titles(other) == ["Choir wins", "Dam holds", "Dam holds"], "as headlines, each by itself")
        #expect(try other.store.wantedBodies(limit: 10, since: limits.oldestBody).count == 2)
        try isSound(other)
        try converge(node, other)
        #expect(try titles(other) == ["Choir wins", "Dam holds", "Dam holds", "Late ferry", "Mill burns"])
        #expect(try other.store.digest() == node.store.digest())
        let all = AgeLimits(articles: other.wall.now)
        #expect(try other.store.giveUpBodies(all) == 0)
    }

    @Test("An article that waits for its newest text stays in the story that it is in")
    func lateRevision() throws {
        let (node, other) = (try node(), try TestNode())
        other.wall.advance(by: Self.day * 31)
        try converge(node, other)
        try node.ingest("valley", [entry("1", "Dam breaks", prose(1) + prose(7, paragraphs: 1))])
        try meet(node, other)
        other.wall.advance(by: Self.day * 60)
        try other.ingest("harbour", [entry("1", "Dam holds still", prose(1), link: "https://harbour.example/1")])
        let limits = AgeLimits(articles: other.wall.now - Self.day)
        while try other.store.giveUpBodies(limits) > 0 {}
        try drop(other, articles: Self.day)
        while try other.store.foldPending() > 0 {}
        #expect(try other.stories().first?.copies == 2)
        try isSound(other)
        #expect(try other.stories().first?.copies == 2)
    }

    @Test("What waits for a text that is not asked for is shown by its headline, and folds once that comes after all")
    func headlinesAlone() throws {
        let (node, other) = (try node(), try TestNode())
        try meet(node, other)
        while try other.store.foldPending() > 0 {}
        #expect(try titles(other) == [])
        let soon = Timestamp(milliseconds: .max)
        let first = try other.store.showHeadlines(olderThan: soon, after: 0, limit: 3)
        #expect(!first.isEnd)
        let rest = try other.store.showHeadlines(olderThan: soon, after: first.last, limit: 3)
        #expect(rest.isEnd)
        #expect(try titles(other) == ["Choir wins", "Dam holds", "Dam holds", "Late ferry", "Mill burns"])
        #expect(try other.store.rebuild([.stories]).differenceCount == 0)
        #expect(try other.store.counts().wantedBodies == 4)
        try converge(node, other)
        #expect(try DerivedState(other) == DerivedState(node))
        try isSound(other)
    }

    @Test("Stories formed anew keep a copy whose newest text is yet to come")
    func waitingCopy() throws {
        let (node, other) = (try node(), try TestNode())
        try converge(node, other)
        try node.ingest("valley", [entry("1", "Dam breaks", prose(1) + prose(7, paragraphs: 1))])
        try meet(node, other)
        let before = try DerivedState(other)
        #expect(try other.store.rebuild([.stories]).differenceCount == 0)
        #expect(try DerivedState(other) == before)
    }

    @Test("Headlines stay when the rules of folding change")
    func otherRules() throws {
        let node = try node()
        try drop(node, articles: Self.day * 60, bodies: Self.day * 7)
        try forgetRules(node)
        while try node.store.foldPending() > 0 {}
        #expect(Set(try titles(node)) == ["Dam holds", "Choir wins", "Mill burns", "Late ferry"])
        try isSound(node)
        #expect(try node.store.counts().wantedBodies == 0)
    }

    @Test("What was dropped stays dropped when the rules of folding change")
    func otherRulesAfterDropping() throws {
        let node = try node()
        try drop(node, articles: Self.day)
        try forgetRules(node)
        while try node.store.foldPending() > 0 {}
        #expect(try titles(node) == ["Late ferry"])
    }

    @Test("Many stories are dropped over several steps")
    func steps() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", (1...450).map { entry("\($0)", "Notice \($0)", prose(UInt64($0), paragraphs: 2)) })
        node.wall.advance(by: Self.day * 2)
        try node.ingest("harbour", [entry("young", "Young", prose(1000))])
        #expect(try drop(node, articles: Self.day).articles == 450)
        #expect(try titles(node) == ["Young"])
        #expect(try node.store.check() == [])
    }
}
