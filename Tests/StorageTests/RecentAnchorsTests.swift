import Folding
import GRDB
import Model
import Testing

@testable import Storage

@Suite("Anchors that wait for their table")
struct RecentAnchorsTests {
    /// What a table of anchors alone would say.
    private struct Plain {
        var entries: Set<AnchorEntry> = []

        func beside(_ text: TextKey, _ anchor: Anchor, limit: Int) -> BesideTexts {
            let texts = entries.filter { $0.anchor == anchor }.map(\.text).sorted()
            return BesideTexts(
                before: Array(texts.filter { $0 < text }.reversed().prefix(limit)),
                after: Array(texts.filter { $0 > text }.prefix(limit)))
        }
    }

    @Test(
        "texts beside one another are those of a table alone, through settling, removals, rollbacks and new starts",
        arguments: 1...12)
    func sameAsTable(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let database = try DatabaseQueue()
        try database.writeWithoutTransaction { try Schema.migrate($0, path: "") }
        var memory = WriterMemory(anchorsInMemory: 30)
        var plain = Plain()
        var anchorsOfRow: [Int64: (text: TextKey, anchors: [Anchor])] = [:]
        for step in 0..<300 {
            let (plainBefore, rowsBefore) = (plain, anchorsOfRow)
            let isRolledBack = Int.random(in: 0..<8, using: &random) == 0
            try database.inTransaction { database in
                let transaction = Transaction(
                    database, now: Timestamp(milliseconds: 0), textOf: { CanonicalText($0) }, memory: memory)
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    if Int.random(in: 0..<4, using: &random) == 0,
                        let row = anchorsOfRow.keys.sorted().randomElement(using: &random),
                        let known = anchorsOfRow[row]
                    {
                        try memory.anchors.remove(known.text, row: row, anchors: known.anchors, in: transaction)
                        for anchor in known.anchors {
                            plain.entries.remove(AnchorEntry(anchor: anchor, text: known.text))
                        }
                        anchorsOfRow[row] = nil
                        continue
                    }
                    let text = TextKey(rawValue: .random(in: 0...(.max), using: &random))
                    let anchors = Set((0..<5).map { _ in Anchor.random(in: 0..<40, using: &random) &* 99_999_989 })
                    // As SQLite does, which gives the row of the last text again once that is gone.
                    let row = (anchorsOfRow.keys.max() ?? 0) + 1
                    try memory.anchors.add(text, row: row, anchors: anchors.sorted(), in: transaction)
                    plain.entries.formUnion(anchors.map { AnchorEntry(anchor: $0, text: text) })
                    anchorsOfRow[row] = (text, anchors.sorted())
                }
                try memory.anchors.settle(in: transaction)
                if Int.random(in: 0..<3, using: &random) == 0 {
                    try memory.anchors.surveyTable(in: transaction, fewest: 40)
                }
                for _ in 0..<4 {
                    let near = anchorsOfRow.keys.sorted().randomElement(using: &random).flatMap { anchorsOfRow[$0] }
                    let text = near?.text ?? TextKey(rawValue: .random(in: 0...(.max), using: &random))
                    let anchor = near?.anchors.randomElement(using: &random) ?? 0
                    let found = try memory.anchors.texts(sharing: anchor, beside: text, limit: 3, in: transaction)
                    #expect(found == plain.beside(text, anchor, limit: 3), "seed \(seed), step \(step)")
                }
                return isRolledBack ? .rollback : .commit
            }
            if isRolledBack {
                memory.clear()
                (plain, anchorsOfRow) = (plainBefore, rowsBefore)
            } else if Int.random(in: 0..<20, using: &random) == 0 {
                memory = WriterMemory(anchorsInMemory: 30)
            }
        }
        let settled = try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM anchor") ?? 0 }
        #expect(settled > plain.entries.count / 2, "most have reached the table")
    }

    @Test("a row goes when the hand has been round since it came")
    func bounded() throws {
        let database = try DatabaseQueue()
        try database.writeWithoutTransaction { try Schema.migrate($0, path: "") }
        let memory = WriterMemory(anchorsInMemory: 50)
        var random = SeededGenerator(5)
        for row in 1...1000 {
            try database.inTransaction { database in
                let transaction = Transaction(
                    database, now: Timestamp(milliseconds: 0), textOf: { CanonicalText($0) }, memory: memory)
                let anchors = (0..<5).map { _ in Anchor.random(in: 0...(.max), using: &random) }
                let text = TextKey(rawValue: Int64(row))
                try memory.anchors.add(text, row: Int64(row), anchors: anchors, in: transaction)
                try memory.anchors.settle(in: transaction)
                return .commit
            }
        }
        let waiting = try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM recent_anchors") ?? 0 }
        // Ten texts are in memory; a round takes twice as many, and a text waits for two at most.
        #expect(waiting <= 60)
    }

    @Test("what the table has is learnt a step at a time, after a start and when more has come than was expected")
    func survey() throws {
        let database = try DatabaseQueue()
        try database.writeWithoutTransaction { try Schema.migrate($0, path: "") }
        var anchors = RecentAnchors(limit: 50)
        var random = SeededGenerator(7)
        func transact(_ body: (Transaction) throws -> Void) throws {
            try database.inTransaction { database in
                try body(Transaction(database, now: Timestamp(milliseconds: 0), textOf: { CanonicalText($0) }))
                return .commit
            }
        }
        func add(_ row: Int64, anchorsOfText count: Int) throws {
            try transact { transaction in
                let new = (0..<count).map { _ in Anchor.random(in: 0..<(1 << 31), using: &random) }
                try transaction.statement("INSERT INTO text (key, fingerprint) VALUES (?, x'')").run(row)
                try anchors.add(TextKey(rawValue: row), row: row, anchors: new, in: transaction)
                try anchors.settle(in: transaction)
            }
        }
        func step(fewest: Int) throws -> Int? {
            try transact { try anchors.surveyTable(in: $0, fewest: fewest) }
            return anchors.settled?.capacity
        }
        try add(1, anchorsOfText: 200)
        #expect(try step(fewest: 100) == 65536)
        try add(2, anchorsOfText: 60_000)
        #expect(try step(fewest: 100) == 65536)
        // It is full when some more texts have come, and is read at eight times their pace.
        var (row, steps): (Int64, Int) = (2, 0)
        while try step(fewest: 100) == 65536 {
            row += 1
            try add(row, anchorsOfText: 200)
            if anchors.settled?.isFull == true { steps += 1 }
        }
        #expect((30...50).contains(steps))
        #expect(anchors.settled?.capacity == 131_072)
        // Nothing is known after a start.
        anchors = RecentAnchors(limit: 50)
        #expect(try (0..<3).map { _ in try step(fewest: 30_000) } == [nil, nil, 65536])
    }

    @Test("a filter forgets nothing, and takes few for what they are not")
    func filter() {
        var random = SeededGenerator(9)
        var filter = SettledAnchors(count: 100_000)
        #expect(filter.capacity == 131_072 && !filter.isFull)
        let members = (0..<filter.capacity).map { _ in Anchor.random(in: 0..<(1 << 31), using: &random) }
        for member in members { filter.insert(member) }
        #expect(members.allSatisfy { filter.mayContain($0) })
        let strangers = (0..<10_000).map { _ in Anchor.random(in: 0..<(1 << 31), using: &random) }
        #expect(strangers.count { filter.mayContain($0) } < 1250)
    }

    @Test("a list in blocks keeps the order, whatever comes in whichever order and is taken from wherever")
    func list() {
        var random = SeededGenerator(3)
        let entries = (0..<5000).map { number in
            AnchorEntry(anchor: Anchor(number % 700), text: TextKey(rawValue: Int64(number)))
        }
        var list = AnchorList()
        for entry in entries.shuffled(using: &random) { list.insert(entry) }
        for entry in entries.prefix(10) { list.insert(entry) }
        #expect(list.count == 5000)
        var other = AnchorList(entries)
        let start = AnchorEntry(anchor: 350, text: TextKey(rawValue: 0))
        let sorted = entries.sorted()
        let upper = sorted.filter { $0 > start }
        #expect(list.take(3000, from: start) == upper)
        #expect(list.count == 5000 - upper.count)
        for entry in upper { other.remove(entry) }
        #expect(other.take(5000, from: sorted[0]) == list.take(5000, from: sorted[0]))
        #expect(list.count == 0)
        #expect(list.take(1, from: sorted[0]).isEmpty)
        list.remove(sorted[0])
        #expect(list.texts(sharing: 1, beside: TextKey(rawValue: 1), limit: 3) == BesideTexts())
    }
}
