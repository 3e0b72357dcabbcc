import FoundationEssentials
import Model
import Storage
import Testing

/// What a crash leaves on the disk: the database and as much of its write-ahead log as had been written.
private struct Wreck {
    let database: Data
    let log: Data

    init(of node: TestNode) throws {
        database = try Data(contentsOf: URL(filePath: node.path))
        log = try Data(contentsOf: URL(filePath: node.path + "-wal"))
    }

    /// Opens what is left when only the first `length` bytes of the log reached the disk.
    func open<Result>(cutAt length: Int, _ body: (Store) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.path + "/wiredesk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try database.write(to: URL(filePath: directory + "/wiredesk.db"))
        try log.prefix(length).write(to: URL(filePath: directory + "/wiredesk.db-wal"))
        let store = try TestNode.open(directory + "/wiredesk.db", WallClock(Timestamp(year: 2026, month: 4, day: 1)))
        defer { try? store.close() }
        return try body(store)
    }
}

@Suite("Crashes")
struct CrashTests {
    @Test("Wherever a batch is cut off, all of it is there or nothing, and the database is whole")
    func cutBatch() throws {
        let node = try TestNode()
        for name in ["harbour", "valley"] { try node.subscribe(name) }
        try node.ingest("harbour", [entry("0", "Before", prose(99))])
        let before = try Wreck(of: node).log.count
        let batch = ["harbour", "valley"].map { name in
            FeedIngest(
                feed: FeedID(url: TestNode.url(name)),
                entries: (1...10).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) },
                poll: PollState(etag: "after"),
                outcome: FetchOutcome(time: node.wall.now, status: 200, failed: false, message: "ok"))
        }
        _ = try node.store.ingest(batch)
        let wreck = try Wreck(of: node)
        var random = SeededGenerator(5)
        let cuts = [before, wreck.log.count - 1, wreck.log.count]
        for cut in cuts + (0..<12).map({ _ in Int.random(in: before..<wreck.log.count, using: &random) }) {
            try wreck.open(cutAt: cut) { (store: Store) throws in
                let articles = try store.counts().articles
                #expect(articles == (cut == wreck.log.count ? 21 : 1), "cut at \(cut)")
                let validators = try store.pollState(of: FeedID(url: TestNode.url("valley"))).etag
                #expect(validators == (articles == 21 ? "after" : nil), "cut at \(cut)")
                #expect(try store.check() == [], "cut at \(cut)")
                #expect(try store.rebuild([.stories]).differenceCount == 0, "cut at \(cut)")
            }
        }
    }

    @Test("What was acknowledged is there after a crash at any later moment")
    func acknowledged() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", (1...5).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        for number in 1...5 {
            let article = Selection.articles([node.article("harbour", "\(number)")])
            _ = try node.store.perform([.read(true), .tag("seen", true)], on: article, title: "read")
            let wreck = try Wreck(of: node)
            try wreck.open(cutAt: wreck.log.count) { (store: Store) throws in
                #expect(try store.counts().unread == 5 - number)
                #expect(try store.deeds().count == number)
                #expect(try store.check() == [])
            }
        }
    }

    @Test("A backup taken while in use is whole, and opened elsewhere goes on under a new origin")
    func backup() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Notice", prose(1))])
        let target = node.directory + "/backup.db"
        try node.store.backup(to: target)
        let copy = try TestNode.open(target, node.wall)
        #expect(try copy.counts().articles == 1)
        #expect(try copy.digest() == node.store.digest())
        #expect(try copy.check() == [])
        try copy.close()
    }
}
