import FoundationEssentials
import GRDB
import Model
import Testing

@testable import Storage

@Suite("The write-ahead log")
struct CheckpointTests {
    @Test("A long log is copied beside the writer, who copies the rest when nobody waits")
    func beside() {
        var plan = CheckpointPlan()
        #expect(plan.next(length: CheckpointPlan.enough - 1, hasTime: true) == .none)
        #expect(plan.next(length: CheckpointPlan.enough, hasTime: false) == .copy)
        #expect(plan.next(length: CheckpointPlan.enough + 10, hasTime: true) == .none, "one copy at a time")
        plan.noteCopied(CheckpointPlan.enough + 5)
        #expect(plan.next(length: CheckpointPlan.enough + 20, hasTime: false) == .none, "somebody waits")
        #expect(plan.next(length: CheckpointPlan.enough + 20, hasTime: true) == .writersTurn)
        #expect(plan.next(length: 12, hasTime: true) == .none, "it has begun anew")
        #expect(plan.next(length: CheckpointPlan.enough, hasTime: false) == .copy, "of which nothing was copied")
    }

    @Test("A log that grows faster than it is copied is waited for")
    func growing() {
        var plan = CheckpointPlan()
        #expect(plan.next(length: CheckpointPlan.enough, hasTime: false) == .copy)
        #expect(plan.next(length: CheckpointPlan.many, hasTime: false) == .none)
        #expect(plan.next(length: CheckpointPlan.many, hasTime: true) == .writersTurnAfterCopy)
        #expect(plan.next(length: CheckpointPlan.most, hasTime: false) == .writersTurnAfterCopy)
        plan.noteCopied(CheckpointPlan.enough)
        #expect(plan.next(length: CheckpointPlan.many, hasTime: false) == .copy, "what came meanwhile is much")
        plan.noteCopied(0)
        #expect(plan.next(length: CheckpointPlan.most, hasTime: false) == .writersTurn, "no copy came to an end")
    }

    @Test("What is to last waits for the disk, whatever went before it without")
    func waiting() throws {
        let node = try TestNode()
        let store = try Store(
            path: node.directory + "/other.db", clock: { Timestamp(milliseconds: 0) }, textOf: { CanonicalText($0) })
        for isLasting in [true, false, false, true, false, true] {
            let mode = try store.write(lasting: isLasting) { try Int.fetchOne($0.database, sql: "PRAGMA synchronous") }
            #expect(mode == (isLasting ? 2 : 1))
        }
        _ = try store.write(lasting: false) { _ in }
        #expect(try store.maintain { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        try store.close()
    }

    @Test("It begins anew, however much is written, and all is there afterwards")
    func bounded() throws {
        let node = try TestNode()
        let (pieces, size) = (40, 8 << 20)
        for _ in 0..<pieces {
            try node.store.write {
                try $0.statement("INSERT INTO picture (hash, type, bytes) VALUES (randomblob(32), '', zeroblob(?))")
                    .run(size)
            }
            try node.store.tidy()
        }
        let log = try FileManager.default.attributesOfItem(atPath: node.path + "-wal")[.size] as? Int
        #expect(try #require(log) < pieces * size * 3 / 4)
        try node.reopen()
        let stored = try node.store.read {
            try $0.statement("SELECT count(*) FROM picture WHERE length(bytes) = ?").first(size) { $0.count(0) }
        }
        #expect(stored == pieces)
        #expect(try node.store.check() == [])
    }

    @Test("Articles that come one by one leave few segments in the full-text index, and each is found")
    func merged() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        for number in 1...60 {
            try node.ingest("harbour", [entry("\(number)", "Notice \(number)", prose(UInt64(number), paragraphs: 1))])
            try node.store.tidy()
        }
        let pages = try node.store.read { try $0.statement("SELECT count(*) FROM search_data").first { $0.count(0) } }
        #expect(try #require(pages) < 45, "a segment each without merging")
        #expect(try node.stories("notice").count == 60)
        for number in [1, 17, 60] { #expect(try node.stories("title:\(number)").count == 1) }
    }
}
