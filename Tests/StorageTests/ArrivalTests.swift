import Changelog
import Model
import Testing

@testable import Storage

/// What peers send is stored many rows at a time; that must come to the same as one change after another.
@Suite("Changes that arrive together")
struct ArrivalTests {
    /// All that the rows say, without the numbers of rows.
    private struct Rows: Equatable {
        var articles: [String]
        var revisions: [String]
        var bodies: [String]
        var aliases: [String]
        var registers: [String]
        var waiting: [String]
        var events: [String]

        init(_ node: TestNode) throws {
            func read(_ columns: String, _ source: String) throws -> [String] {
                let row = columns.split(separator: ",").map { "quote(\($0))" }.joined(separator: " || ' ' || ")
                return try node.store.read { transaction in
                    try transaction.statement(composed: "SELECT \(row) FROM \(source)").all { $0.text(0) }.sorted()
                }
            }
            articles = try read(
                "a.key, feed.url, a.entry_id, a.first_seen, a.time, r.key, a.revision_count, a.reading",
                "article AS a JOIN feed ON feed.id = a.feed JOIN revision AS r ON r.id = a.revision")
            revisions = try read(
                "r.key, a.key, r.first_seen, content_hash, body_hash, title, link, site, length",
                "revision AS r JOIN article AS a ON a.id = r.article")
            // One alone says where a body is, or that it is wanted.
            bodies = try read("body_hash, max(wanted), count(wanted), count(body)", "revision GROUP BY body_hash")
            aliases = try read(
                "n.feed, n.kind, n.hash, a.key", "alias AS n JOIN article AS a ON a.id = n.article")
            registers = try read("key, kind, clock, origin, sequence, value", "register")
            waiting =
                try read("a.key", "unfolded JOIN article AS a ON a.id = article")
                + read("r.key", "unindexed JOIN revision AS r ON r.id = revision")
            events = try read("e.kind, a.key", "event AS e JOIN article AS a ON a.id = e.article")
        }
    }

    /// Articles of two feeds, some with the same body, some revised; and words of the reader's among them.
    private func changes() throws -> [Change] {
        let node = try TestNode()
        for round in 0..<2 {
            for name in ["harbour", "valley"] {
                if round == 0 { try node.subscribe(name) }
                try node.ingest(
                    name,
                    (1...20).filter { round == 0 || $0 % 5 == 0 }.map { number in
                        let seed = number % 3 == 0 ? number : number * 100 + name.utf8.count + round
                        return entry(
                            "\(number)", "Notice \(number), \(round)", prose(UInt64(seed)),
                            link: "https://\(name).example/\(number)")
                    })
            }
            _ = try node.store.perform(
                [.read(true), .star(true)], on: .articles([node.article("harbour", "\(round + 1)")]), title: "x")
        }
        return try node.store.read { transaction in
            var changes: [Change] = []
            try RegisterTables(transaction).visitRegisters(after: 0) {
                changes.append($0.change)
                return true
            }
            return changes
        }
    }

    @Test("All at once or one by one, the rows are the same", arguments: 1...6)
    func together(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let changes = try changes().shuffled(using: &generator)
        let peer = DeviceID(publicKey: [7])
        let (one, other) = (try TestNode(), try TestNode())
        // Some are here before, and some come again in the midst of others.
        let known = changes.prefix(Int.random(in: 0...20, using: &generator))
        let arriving = changes + changes.prefix(9)
        for node in [one, other] { _ = try node.store.apply(Array(known), from: peer) }
        let applied = try one.store.apply(arriving, from: peer).applied.map(\.register.id)
        var singly: [RegisterID] = []
        for change in arriving { singly += try other.store.apply([change], from: peer).applied.map(\.register.id) }
        #expect(applied == singly)
        #expect(applied.count == changes.count - known.count)
        #expect(try Rows(one) == Rows(other))
        #expect(try one.store.digest() == other.store.digest())
        #expect(try one.store.check() == [])
    }

    @Test(
        "As many rows as there are go in, however they are shared out among statements",
        arguments: [0, 1, 15, 16, 17, 33])
    func manyRows(count: Int) throws {
        let node = try TestNode()
        let numbers = (0..<count).map { Int64($0) * 3 }
        var told: [Int64] = []
        try node.store.write { transaction in
            try transaction.insert(
                "INSERT INTO unindexed (revision) VALUES", numbers, stored: { told += $0 }, values: { $0 })
        }
        let found = try node.store.read { transaction in
            try transaction.statement(composed: "SELECT revision FROM unindexed ORDER BY revision").all {
                $0.integer(0)
            }
        }
        #expect(found == numbers)
        #expect(told == numbers)
    }
}
