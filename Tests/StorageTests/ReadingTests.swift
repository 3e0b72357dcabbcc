import Changelog
import Model
import Storage
import Testing

@Suite("Reading, starring, tagging, noting")
struct ReadingTests {
    /// A story of three copies, the third of them longer by a paragraph.
    private func story() throws -> TestNode {
        let node = try TestNode()
        for name in ["harbour", "valley", "coast"] { try node.subscribe(name) }
        try node.ingest("harbour", [entry("1", "Dam holds", prose(1), link: "https://harbour.example/1")])
        try node.ingest("valley", [entry("1", "The dam holds", prose(1), link: "https://valley.example/1")])
        return node
    }

    @Test("A feed keeps every tag that it was added under")
    func feedTags() throws {
        let node = try TestNode()
        let tags = ["sea", "news/local, north"]
        try node.store.subscribe(FeedSubscription(url: TestNode.url("harbour"), tags: tags))
        try node.store.subscribe(FeedSubscription(url: TestNode.url("valley")))
        #expect(try node.store.feeds().map(\.subscription.tags) == [tags, []])
    }

    @Test("Reading a story reads all its copies")
    func readTogether() throws {
        let node = try story()
        let deed = try #require(
            try node.store.perform([.read(true)], on: .articles([node.article("harbour", "1")]), title: "read"))
        #expect(deed.changes == 2)
        #expect(try node.stories("is:read").count == 1)
        #expect(try node.store.article(node.article("valley", "1")).isRead)
    }

    @Test("Doing what is done already is no deed")
    func nothingToDo() throws {
        let node = try story()
        let acts: [ReadingAct] = [.read(true), .star(true), .tag("dams", true), .note("see map")]
        let all = try node.query("")
        #expect(try node.store.perform(acts, on: all, title: "first") != nil)
        #expect(try node.store.perform(acts, on: all, title: "again") == nil)
        #expect(try node.store.deeds().count == 1)
    }

    @Test("A verbatim copy that comes after a story was read leaves it read")
    func lateCopy() throws {
        let node = try story()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        try node.ingest("coast", [entry("1", "Dam holding", prose(1), link: "https://coast.example/1")])
        let story = try #require(try node.stories("is:read").first)
        #expect(story.copies == 3)
    }

    @Test("A copy with a new paragraph returns the story as updated, and reading it again settles it")
    func updated() throws {
        let node = try story()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        let cursor = try node.store.eventRange().upperBound
        let longer = prose(1) + prose(9, paragraphs: 1)
        try node.ingest("coast", [entry("1", "Dam holding", longer, link: "https://coast.example/1")])
        #expect(try node.stories("is:updated").count == 1)
        #expect(try node.store.events(after: cursor).contains { $0.kind == .storyUpdated })
        _ = try node.store.perform([.read(true)], on: node.query("is:updated"), title: "read")
        #expect(try node.stories("is:read").count == 1)
    }

    @Test("A revision with a new paragraph returns the story as updated; a corrected word does not")
    func updatedByRevision() throws {
        let node = try story()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        var corrected = prose(1)
        corrected[0] += " So."
        try node.ingest("valley", [entry("1", "The dam holds", corrected, link: "https://valley.example/1")])
        #expect(try node.stories("is:read").count == 1)
        let longer = prose(1) + prose(9, paragraphs: 1)
        try node.ingest("valley", [entry("1", "The dam holds", longer, link: "https://valley.example/1")])
        #expect(try node.stories("is:updated").count == 1)
        node.wall.advance(by: .seconds(1))
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read again")
        #expect(try node.stories("is:updated").isEmpty)
        #expect(try node.store.perform([.read(true)], on: node.query(""), title: "once more") == nil)
    }

    @Test("What the reader marks unread stays unread, whatever copies come")
    func keptUnread() throws {
        let node = try story()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        node.wall.advance(by: .seconds(1))
        _ = try node.store.perform([.read(false)], on: node.query(""), title: "unread")
        try node.ingest("coast", [entry("1", "Dam holding", prose(1), link: "https://coast.example/1")])
        #expect(try node.stories("is:unread").count == 1)
    }

    @Test("Marking a whole feed read is one change, covers what was there, and not what comes later")
    func markAllRead() throws {
        let node = try TestNode()
        let feed = try node.subscribe("harbour")
        try node.ingest("harbour", (1...50).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        let deed = try #require(try node.store.markAllRead(feed, title: "read all"))
        #expect(try node.stories("is:unread").isEmpty)
        try node.ingest("harbour", [entry("later", "Notice later", prose(99))])
        #expect(try node.stories("is:unread").map(\.title) == ["Notice later"])
        _ = try node.store.undo(deed.id)
        #expect(try node.stories("is:unread").count == 51)
    }

    /// Two nodes may write at the same clock value: then the rest of the versions decides, in whichever order they come.
    @Test(
        "Where the clocks of a flag and its feed's mark tie, the higher version counts",
        arguments: [1 << 61, 3 << 62] as [UInt64])
    func tiedClocks(author: UInt64) throws {
        let clock: Int64 = 9 << 16
        let url = TestNode.url("harbour")
        func change(_ value: ChangeValue, _ author: UInt64) throws -> Change {
            let (id, bytes) = try value.encoded()
            return Change(
                id: id, version: Version(clock: clock, author: OriginID(author), value: bytes),
                position: Position(origin: OriginID(author), sequence: 1), value: bytes)
        }
        let article = ArticleID(feedURL: url, entryID: "1")
        let through = Timestamp(year: 2027, month: 1, day: 1)
        let changes = [
            try change(.read(article, false), author),
            try change(.markAllRead(FeedID(url: url), through: through), 1 << 62),
        ]
        for order in [changes, changes.reversed()] {
            let node = try TestNode()
            try node.subscribe("harbour")
            try node.ingest("harbour", [entry("1", "Dam holds", prose(1))])
            for change in order { _ = try node.store.apply([change], from: DeviceID(publicKey: [1])) }
            #expect(try node.stories("is:read").count == (author > 1 << 62 ? 0 : 1))
        }
    }

    @Test("What was read, and then revised, is read again by a mark of its feed")
    func markAfterRevision() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Dam holds", prose(1))])
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        try node.ingest("harbour", [entry("1", "Dam holds", prose(1) + prose(2, paragraphs: 4))])
        #expect(try node.stories("is:updated").count == 1)
        node.wall.advance(by: .seconds(60))
        _ = try node.store.markAllRead(FeedID(url: TestNode.url("harbour")), title: "all")
        #expect(try node.stories("is:read").count == 1)
    }

    @Test("A word on one article that is later than the mark of its feed overrides it")
    func flagOverMark() throws {
        let node = try TestNode()
        let feed = try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Notice", prose(1))])
        _ = try node.store.markAllRead(feed, title: "read all")
        node.wall.advance(by: .seconds(5))
        _ = try node.store.perform([.read(false)], on: node.query(""), title: "unread")
        #expect(try node.stories("is:unread").count == 1)
        node.wall.advance(by: .seconds(5))
        _ = try node.store.markAllRead(feed, title: "read all")
        #expect(try node.stories("is:unread").isEmpty)
    }

    @Test("Every act can be undone, and what something else changed since is left alone")
    func undo() throws {
        let node = try story()
        let all = try node.query("")
        let acts: [ReadingAct] = [.star(true), .tag("dams", true), .note("see map"), .hide(true)]
        _ = try node.store.perform(acts, on: all, title: "all of it")
        #expect(try node.stories("is:hidden is:starred tag:dams").isEmpty == false)
        _ = try node.store.undo()
        let story = try #require(try node.stories().first)
        #expect(!story.isStarred && story.tags.isEmpty)
        #expect(try node.stories("has:note").isEmpty)
        #expect(throws: StoreError.nothingToUndo) { try node.store.undo() }

        let star = try #require(try node.store.perform([.star(true)], on: all, title: "star"))
        _ = try node.store.perform([.star(false)], on: all, title: "unstar")
        _ = try node.store.perform([.star(true)], on: all, title: "star")
        _ = try node.store.perform([.star(false)], on: all, title: "unstar")
        _ = try node.store.undo(star.id)
        #expect(try node.stories("is:starred").isEmpty)
    }

    @Test("A note is replaced, and undoing brings the former one back")
    func notes() throws {
        let node = try story()
        let article = Selection.articles([node.article("harbour", "1")])
        _ = try node.store.perform([.note("first")], on: article, title: "note")
        _ = try node.store.perform([.note("second")], on: article, title: "note")
        #expect(try node.store.article(node.article("harbour", "1")).notes == ["second"])
        _ = try node.store.undo()
        #expect(try node.store.article(node.article("harbour", "1")).notes == ["first"])
    }

    @Test("A note belongs to the story, whichever copy it was put on")
    func noteOnAnotherCopy() throws {
        let node = try story()
        let (first, second) = (node.article("harbour", "1"), node.article("valley", "1"))
        _ = try node.store.perform([.note("of one")], on: .articles([first]), title: "note")
        #expect(try node.store.article(second).notes == ["of one"])
        _ = try node.store.perform([.note("of the other")], on: .articles([second]), title: "note")
        #expect(try node.store.article(first).notes == ["of the other"])
        _ = try node.store.undo()
        #expect(try node.store.article(first).notes == ["of one"])
    }

    @Test("Tags that would break output or limits are refused", arguments: ["", "two words", "a,b", "tab\there"])
    func badTags(tag: String) throws {
        let node = try story()
        #expect(throws: StoreError.self) {
            try node.store.perform([.tag(tag, true)], on: .articles([node.article("harbour", "1")]), title: "tag")
        }
        #expect(try node.store.deeds().isEmpty)
    }

    @Test("Splitting and joining overrule folding, and can be undone")
    func splitAndJoin() throws {
        let node = try story()
        let (one, other) = (node.article("harbour", "1"), node.article("valley", "1"))
        _ = try node.store.rule(false, one, other, title: "split")
        #expect(try node.stories().count == 2)
        _ = try node.store.undo()
        #expect(try node.stories().count == 1)
        try node.ingest("coast", [entry("7", "Choir wins", prose(7))])
        _ = try node.store.rule(true, one, node.article("coast", "7"), title: "join")
        #expect(try node.stories().count == 1)
        #expect(throws: StoreError.samePair) { try node.store.rule(true, one, one, title: "join") }
    }
}
