import Changelog
import Model
import Testing

/// What the protocol may cost on the wire, without TLS.
@Suite("On the wire")
struct WireSizeTests {
    /// Five nodes that have all met, each with changes of its own.
    static func company() throws -> [Island] {
        let nodes = (1...5).map { Island(seed: $0) }
        for (index, node) in nodes.enumerated() {
            for number in 0..<40 { try node.write(.article(article("\(index) \(number)"))) }
        }
        for _ in 0..<2 { for one in nodes { for other in nodes where one !== other { try meet(one, other) } } }
        return nodes
    }

    @Test("nothing to do costs at most 320 bytes and one round trip, among five nodes")
    func nothing() throws {
        let nodes = try Self.company()
        let traffic = try meet(nodes[0], nodes[1])
        print("  measured: nothing to do, five origins: \(traffic.bytes) bytes")
        #expect(traffic.bytes <= 320)
        #expect(traffic.frames.count == 3)
    }

    @Test("nothing to do costs no more among many origins", arguments: [10, 11, 200])
    func nothingAmongMany(_ origins: Int) throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        for _ in 0..<origins {
            try one.write(.starred(article("a").id, one.changes.isEmpty))
            try one.write(.read(article("\(one.changes.count)").id, true))
            try one.transact { try $0.mintOrigin(because: .restored) }
        }
        let first = try meet(one, two)
        #expect(first.events.contains(.converged) && one.state == two.state)
        let traffic = try meet(one, two)
        print("  measured: nothing to do, \(origins) origins: \(traffic.bytes) bytes")
        #expect(traffic.bytes <= 320)
        #expect(traffic.frames.count == 3)
    }

    @Test("100 clicks over an hour cost at most 24 bytes each", arguments: [100, 1000, 4000])
    func clicks(_ count: Int) throws {
        let nodes = try Self.company()
        var meeting = Meeting(nodes[0], nodes[1])
        _ = try meeting.run()
        var generator = SeededGenerator(seed: 1)
        var now = noon
        for index in 0..<count {
            now = now + .milliseconds(Int64.random(in: 300..<70_000, using: &generator))
            try nodes[0].write(.read(article("\(index % 5) \(index)").id, true), at: now)
        }
        let traffic = try meeting.pump(at: now)
        let each = Double(traffic.bytes) / Double(count)
        print("  measured: \(count) flags: \(traffic.bytes) bytes, \(each) each")
        #expect(traffic.changes == count && each <= 24)
    }

    @Test("marking 5,000 articles read costs at most 80 bytes")
    func markAllRead() throws {
        let nodes = try Self.company()
        var meeting = Meeting(nodes[0], nodes[1])
        _ = try meeting.run()
        try nodes[0].write(.markAllRead(FeedID(url: "https://harbour.example/feed.xml"), through: noon))
        let traffic = try meeting.pump()
        guard let sent = traffic.frames.first, case .changes(var batch) = sent.message else {
            Issue.record("no change was sent")
            return
        }
        batch.changes = []
        let empty = Message.changes(batch).frame.count
        let change = sent.bytes - empty
        print("  measured: mark all read: \(change) bytes, \(sent.bytes) the frame, \(traffic.bytes) with its answer")
        #expect(traffic.changes == 1)
        #expect(change <= 80 && traffic.bytes <= 80)
    }

    /// A million registers are 244 in each of the 4,096 buckets. Only those of the bad one are ever sent.
    @Test("one bad register in a million is found and repaired in at most 10 KB")
    func repair() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        var generator = SeededGenerator(seed: 3)
        let changes = (1...4096 + 243).map { number in
            let bucket = UInt64(min(number - 1, 4095)) << 52
            return Change(
                id: RegisterID(
                    kind: .read, key: RecordKey(high: bucket | generator.next() >> 12, low: generator.next())),
                version: Version(clock: Int64(number) << 16, author: OriginID(9), value: [8, 1]),
                position: Position(origin: OriginID(9), sequence: Int64(number)), value: [8, 1])
        }
        for island in [one, two] {
            try island.transact { _ = try $0.apply(changes, from: device("x")) }
            island.store.setOrigin(OriginState(origin: OriginID(9), sequence: 4339, chain: Chain(1)))
        }
        let bad = try #require(changes.last)
        one.store.contents.registers[bad.id] = nil
        one.store.contents.digest.remove(bad.id, bad.version)
        let traffic = try meet(one, two)
        print("  measured: repair of one in a million: \(traffic.bytes) bytes")
        #expect(traffic.events.contains(.repaired(here: 1, there: 0)))
        #expect(one.state == two.state)
        #expect(traffic.bytes <= 10_000)
    }
}
