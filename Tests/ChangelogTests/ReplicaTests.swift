import Changelog
import Model
import Testing

@Suite("A replica")
struct ReplicaTests {
    @Test("counts its changes without gaps, and keeps digest and chain with them")
    func counters() throws {
        let island = Island(seed: 1)
        try island.write(.article(article("a")))
        try island.write(.read(article("a").id, true))
        try island.write(.read(article("a").id, false))
        let node = try #require(island.store.contents.node)
        #expect(node.sequence == 3 && node.lseq == 3)
        #expect(island.store.contents.digest == island.recomputedDigest)
        #expect(island.changes.map(\.position.sequence) == [1, 3])
    }

    @Test("makes no change where the register says so already")
    func unchanged() throws {
        let island = Island(seed: 2)
        try island.write(.starred(article("a").id, true))
        #expect(try island.write(.starred(article("a").id, true)) == nil)
        #expect(island.store.contents.node?.sequence == 1)
    }

    @Test("keeps the earliest first sight and the latest mark, whichever came first")
    func ranks() throws {
        let early = noon - .seconds(60)
        for order in [[early, noon], [noon, early]] {
            let island = Island(seed: 3)
            for moment in order { try island.write(.article(article("a", firstSeen: moment))) }
            for moment in order { try island.write(.markAllRead(FeedID(url: "x"), through: moment)) }
            let values = try island.changes.compactMap { try ChangeValue(of: $0.id, bytes: $0.value) }
            #expect(
                Set(values) == [
                    .article(article("a", firstSeen: early)), .markAllRead(FeedID(url: "x"), through: noon),
                ])
        }
    }

    @Test("writes over what it saw with a higher version, though the writer's clock was years ahead")
    func causality() throws {
        let ahead = Island(seed: 4)
        let behind = Island(seed: 5)
        let id = article("a").id
        try ahead.write(.starred(id, true), at: noon + .seconds(30 * 365 * 86_400))
        try behind.transact { _ = try $0.apply(ahead.changes, from: device("ahead")) }
        try behind.write(.starred(id, false))
        try ahead.transact { _ = try $0.apply(behind.changes, from: device("behind")) }
        #expect(ahead.state == behind.state)
        #expect(try ChangeValue(of: ahead.changes[0].id, bytes: ahead.changes[0].value) == .starred(id, false))
        // and the clock that ran ahead stays where it is
        try behind.write(.hidden(id, true))
        let hidden = try #require(behind.changes.last)
        #expect(HybridClock.moment(of: hidden.version.clock) == noon)
    }

    @Test("ends in the same state after any order of the same changes, and after the same ones again")
    func permutations() throws {
        let changes = try Self.contestedChanges()
        var expected: [RegisterID: Version]?
        for permutation in permutations(of: changes) {
            let island = Island(seed: 9)
            let digest = try island.transact {
                _ = try $0.apply(permutation, from: device("p"))
                let again = try $0.apply(permutation.reversed(), from: device("p"))
                #expect(again.applied.isEmpty)
                return try $0.digest()
            }
            #expect(digest == island.recomputedDigest)
            #expect(expected == nil || island.state == expected)
            expected = island.state
        }
    }

    /// Six changes of which several meet in one register, under each merge rule.
    static func contestedChanges() throws -> [Change] {
        let one = Island(seed: 6)
        let two = Island(seed: 7)
        let id = article("a").id
        try one.write(.article(article("a", firstSeen: noon)))
        try two.write(.article(article("a", firstSeen: noon - .seconds(5))))
        try one.write(.markAllRead(FeedID(url: "x"), through: noon))
        try two.write(.markAllRead(FeedID(url: "x"), through: noon - .seconds(5)))
        try one.write(.read(id, true))
        try two.write(.read(id, false))
        return one.changes + two.changes
    }

    func permutations<Element>(of list: [Element]) -> [[Element]] {
        guard let first = list.first else { return [[]] }
        return permutations(of: Array(list.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }

    @Test("sets aside what is invalid, and merges the rest")
    func quarantine() throws {
        let writer = Island(seed: 10)
        try writer.write(.starred(article("a").id, true))
        try writer.write(.starred(article("b").id, true))
        var changes = writer.changes
        changes[0].version = Version(clock: .max, author: OriginID(1), value: changes[0].value)
        let reader = Island(seed: 11)
        let outcome = try reader.transact { try $0.apply(changes, from: device("writer")) }
        #expect(outcome.applied.count == 1 && outcome.quarantined.count == 1)
        #expect(reader.store.contents.quarantine.first?.defect == ValueDefect(field: "clock", reason: .outOfRange))
    }

    @Test("under a doubted origin starts another, and re-issues its changes with their versions")
    func reissue() throws {
        let island = Island(seed: 12)
        for name in ["a", "b", "c"] { try island.write(.starred(article(name).id, true)) }
        let before = island.state
        let old = try #require(island.store.contents.node?.origin)
        try island.transact {
            try $0.mintOrigin(because: .peerKnowsMore)
            #expect(try $0.reissue(old, after: 1) == 2)
        }
        let origin = try #require(island.store.contents.node?.origin)
        #expect(island.state == before)
        #expect(island.changes.map(\.position.origin) == [old, origin, origin])
        #expect(island.store.contents.digest == island.recomputedDigest)
        #expect(island.store.contents.origins[old]?.sequence == 3)
    }
}
