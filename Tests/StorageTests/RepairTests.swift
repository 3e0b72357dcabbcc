import Changelog
import FoundationEssentials
import Model
import Testing

@testable import Storage

/// Damage is done behind the store's back, and must be put right so that nothing is missed that could be read.
@Suite("Repair")
struct RepairTests {
    /// A node with stories, flags, tags, notes, a ruling and a saved search.
    private func node() throws -> TestNode {
        let node = try TestNode()
        for name in ["harbour", "valley"] {
            try node.subscribe(name)
            try node.ingest(
                name,
                (1...8).map { number in
                    // Every other item is the same text in both.
                    let seed = number % 2 == 0 ? UInt64(number) : UInt64(number) * 100 + UInt64(name.utf8.count)
                    return entry(
                        "\(number)", "Notice \(number)", prose(seed), link: "https://\(name).example/\(number)")
                })
        }
        let first = Selection.articles([node.article("harbour", "1")])
        _ = try node.store.perform(
            [.read(true), .star(true), .tag("kept", true), .note("mind this")], on: first, title: "x")
        _ = try node.store.perform([.hide(true)], on: .articles([node.article("harbour", "3")]), title: "x")
        _ = try node.store.markAllRead(FeedID(url: TestNode.url("valley")), title: "x")
        _ = try node.store.rule(true, node.article("harbour", "5"), node.article("valley", "7"), title: "x")
        return node
    }

    private func damage(_ node: TestNode, _ sql: String) throws {
        try node.store.write { try $0.statement(composed: sql).run() }
    }

    @Test("A sound database is left as it is")
    func sound() throws {
        let node = try node()
        let (digest, events) = (try node.store.digest(), try node.store.eventRange())
        #expect(try node.store.repair() == RepairReport(before: [], done: [], after: []))
        #expect(try node.store.digest() == digest)
        #expect(try node.store.eventRange() == events)
    }

    @Test(
        "What follows from the log is made again from it",
        arguments: [
            "DELETE FROM tag", "DELETE FROM flag", "UPDATE flag SET starred = 0", "DELETE FROM note",
            "DELETE FROM feed_mark", "DELETE FROM ruling", "INSERT INTO tag VALUES (zeroblob(16), 'never said')",
            "UPDATE feed SET subscribed = 0", "UPDATE digest SET sums = zeroblob(1024)", "DELETE FROM digest",
            "UPDATE article SET reading = 1 - reading", "DELETE FROM revision WHERE id % 3 = 0",
            "UPDATE article SET story = NULL", "UPDATE revision SET body = NULL", "UPDATE revision SET body = body + 1",
            "DELETE FROM edge; DELETE FROM text",
        ])
    func derived(sql: String) throws {
        let node = try node()
        let (before, digest) = (try DerivedState(node), try node.store.digest())
        let events = try node.store.eventRange()
        for statement in sql.split(separator: ";") { try damage(node, String(statement)) }
        let report = try node.store.repair()
        #expect(!report.done.isEmpty || sql.contains("edge"))
        #expect(report.after == [])
        #expect(try DerivedState(node) == before)
        #expect(try node.store.eventRange() == events, "a repair is no news")
        #expect(try node.store.digest() == digest)
        #expect(try node.store.repair().done == [])
    }

    @Test("A register that cannot be read is set aside with its value, and comes back from a peer")
    func registers() throws {
        let (node, other) = (try node(), try TestNode())
        try converge(node, other)
        let before = try DerivedState(node)
        try damage(
            node, "UPDATE register SET value = CAST(x'ff' || value AS BLOB) WHERE kind IN (6, 24) AND lseq % 2 = 0")
        try damage(node, "UPDATE register SET key = x'01' WHERE kind = 12")
        #expect(try !node.store.repair().done.isEmpty)
        #expect(try node.store.check() == [])
        let aside = try node.store.quarantined(limit: 1000)
        #expect(aside.count > 1 && aside.allSatisfy { $0.peer == nil && $0.size > 0 })
        try converge(other, node)
        #expect(try node.store.digest() == other.store.digest())
        #expect(try DerivedState(node) == before)
    }

    @Test("A body that cannot be read comes back from a peer")
    func bodies() throws {
        let (node, other) = (try node(), try TestNode())
        try converge(node, other)
        let before = try DerivedState(node)
        try damage(node, "UPDATE body SET html = x'28b52ffd00' WHERE id % 2 = 0")
        let report = try node.store.repair()
        #expect(report.done.contains { $0.contains("bodies could not be read") })
        #expect(try !node.store.wantedBodies(limit: 100).isEmpty)
        try converge(node, other)
        #expect(try node.store.wantedBodies(limit: 100).isEmpty)
        #expect(try DerivedState(node) == before)
    }

    @Test("An article whose register is lost is kept, and captured again")
    func lostRegisters() throws {
        let node = try node()
        let count = try node.store.counts().articles
        try damage(node, "DELETE FROM register WHERE kind = 6 AND lseq % 2 = 0")
        let report = try node.store.repair()
        #expect(report.before.contains { $0.contains("revisions have no register") })
        #expect(report.after == [])
        #expect(try node.store.counts().articles == count)
        let other = try TestNode()
        try converge(node, other)
        #expect(try other.store.counts().articles == count)
    }

    @Test("Counters that fell behind their registers end in a new origin")
    func counters() throws {
        let node = try node()
        let origin = try node.store.node()?.origin
        try damage(node, "UPDATE node SET sequence = 1, lseq = 1")
        _ = try node.store.repair()
        #expect(try node.store.node()?.origin != origin)
        _ = try node.store.perform([.tag("later", true)], on: node.query(""), title: "x")
        #expect(try node.store.check() == [])
    }

    private func ruin(_ page: Int, of file: String, _ random: inout SeededGenerator) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        for index in (page - 1) * 4096..<page * 4096 { bytes[index] = UInt8.random(in: .min ... .max, using: &random) }
        try Data(bytes).write(to: URL(filePath: file))
    }

    @Test("What refers to rows that are lost is kept")
    func lostFeeds() throws {
        let node = try node()
        let (count, damaged) = (try node.store.counts().articles, node.directory + "/damaged.db")
        try node.store.backup(to: damaged)
        let page = try node.store.read { transaction in
            try transaction.statement(composed: "SELECT pageno FROM dbstat WHERE name = 'feed'").first { $0.count(0) }
        }
        var random = SeededGenerator(1)
        try ruin(#require(page), of: damaged, &random)
        let saved = node.directory + "/saved.db"
        let report = try Salvage.copy(damaged, to: saved)
        #expect(report.damaged == ["feed"])
        #expect(report.rows["article"] == count)
        let store = try TestNode.open(saved, node.wall)
        #expect(try store.repair().after == [])
        #expect(try store.counts().articles == count)
        try store.close()
    }

    @Test(
        "Of a file with a ruined page all that lies on other pages is kept, and peers bring the rest", arguments: 1...16
    )
    func salvage(seed: UInt64) throws {
        let (node, other) = (try TestNode(), try TestNode())
        try node.subscribe("harbour")
        try node.ingest("harbour", (1...60).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        try converge(node, other)
        let before = try DerivedState(other)
        let damaged = node.directory + "/damaged.db"
        try node.store.backup(to: damaged)
        var random = SeededGenerator(seed)
        let pages = try Data(contentsOf: URL(filePath: damaged)).count / 4096
        // Not those that say what tables there are: without them nothing can be told apart.
        let (schema, root) = try node.store.read { transaction in
            let pages = "SELECT pageno FROM dbstat WHERE name = "
            return (
                try transaction.statement(composed: pages + "'sqlite_schema'").all { $0.count(0) },
                try transaction.statement(composed: pages + "'body' AND pagetype = 'internal'").all { $0.count(0) }
            )
        }
        let page = try #require((1...pages).filter { !schema.contains($0) }.randomElement(using: &random))
        try ruin(page, of: damaged, &random)
        let saved = node.directory + "/saved.db"
        let report = try Salvage.copy(damaged, to: saved)
        // Without the page that says where the bodies lie, peers bring them all.
        #expect((report.rows["body"] ?? 0) >= 40 || root.contains(page))
        let store = try TestNode.open(saved, node.wall)
        #expect(try store.repair().after == [])
        try store.close()
        let mended = try TestNode(at: saved, node.wall)
        try converge(mended, other)
        #expect(try mended.store.wantedBodies(limit: 100).isEmpty)
        #expect(try DerivedState(mended) == before)
    }
}
