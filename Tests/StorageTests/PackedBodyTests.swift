import Changelog
import GRDB
import Model
import Storage
import Testing

@Suite("Bodies that were packed together")
struct PackedBodyTests {
    private static let count = 300

    /// A node with enough articles for some packs.
    private func node(_ count: Int = count) throws -> TestNode {
        let node = try TestNode()
        try node.subscribe("harbour")
        for start in stride(from: 0, to: count, by: 50) {
            let entries = (start..<min(start + 50, count)).map { entry("\($0)", "Notice \($0)", prose(UInt64($0 + 1))) }
            try node.ingest("harbour", entries)
        }
        return node
    }

    private func pack(_ node: TestNode) throws -> Int {
        var packing = BodyPacking(node.store)
        var steps = 0
        while try packing.step() { steps += 1 }
        return steps
    }

    private func rows(_ node: TestNode) throws -> Int {
        try query(node, "SELECT count(*) FROM body")
    }

    private func query(_ node: TestNode, _ sql: String) throws -> Int {
        try DatabaseQueue(path: node.path).read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    private func texts(_ node: TestNode) throws -> [String?] {
        try (0..<Self.count).map { try node.store.article(node.article("harbour", "\($0)")).html }
    }

    /// `node` sweeps the packs of `other`, through frames as over a network, and asks for the rest. Returns the answers.
    @discardableResult
    private func takeBodies(_ node: TestNode, from other: TestNode, cutAfter limit: Int = .max) throws -> [Message] {
        let peer = DeviceID(publicKey: Array(other.path.utf8))
        var (sweep, source) = (PackSweep(), PackSource(other.store))
        var messages: [Message] = []
        var step: Message? = sweep.begin(
            before: try node.store.sweepPlace(of: peer), dictionaries: try node.store.dictionaryNames(), at: .zero)
        while let ask = step, case .sweep(let asked) = try Message(frame: ask.frame[...]) {
            step = nil
            for answer in try source.answer(asked) {
                if messages.count >= limit { return messages }
                let message = try Message(frame: answer.frame[...])
                messages.append(message)
                switch message {
                case .dictionary(let packed): #expect(try node.store.add(dictionary: packed))
                case .pack(let pack, let place):
                    let unpacked = try #require(try node.store.unpack(pack))
                    let wanted = try node.store.add(unpacked, place: place, of: peer)
                    step = sweep.took(wanted: wanted, of: unpacked.count, at: .zero)
                case .sweepEnd:
                    try node.store.endSweep(of: peer)
                    step = nil
                default: Issue.record("\(message) is no answer")
                }
            }
        }
        try node.store.add(bodies: other.store.bodies(node.store.wantedBodies(limit: 10_000)).found)
        return messages
    }

    private func packs(_ messages: [Message]) -> Int { messages.count { if case .pack = $0 { true } else { false } } }

    private func dictionaries(_ messages: [Message]) -> Int {
        messages.count { if case .dictionary = $0 { true } else { false } }
    }

    @Test("are what they were, in fewer rows")
    func packed() throws {
        let node = try node()
        let (before, texts, bodies) = (try DerivedState(node), try texts(node), try node.store.counts().bodies)
        #expect(try pack(node) == Self.count / BodyPacking.bodiesTogether)
        #expect(try rows(node) == Self.count / BodyPacking.bodiesTogether + Self.count % BodyPacking.bodiesTogether)
        #expect(try self.texts(node) == texts && texts.allSatisfy { $0 != nil })
        #expect(try node.store.counts().bodies == bodies)
        #expect(try node.store.check() == [])
        #expect(try node.store.rebuild([.stories, .search]).differenceCount == 0)
        #expect(try DerivedState(node) == before)
        #expect(try pack(node) == 0)
        try node.reopen()
        #expect(try self.texts(node) == texts)
    }

    @Test("stay loose while they are few")
    func few() throws {
        let node = try node(70)
        #expect(try pack(node) == 0)
        #expect(try rows(node) == 70)
    }

    @Test("go to a peer as they lie, and lie there as they came")
    func passedOn() throws {
        let (node, other) = (try node(), try TestNode())
        _ = try pack(node)
        try meet(node, other)
        let messages = try takeBodies(other, from: node)
        #expect(packs(messages) == Self.count / BodyPacking.bodiesTogether && dictionaries(messages) == 1)
        #expect(try other.store.wantedBodies(limit: 10).isEmpty)
        while try other.store.foldPending(limit: 50) > 0 {}
        #expect(try texts(other) == texts(node))
        #expect(try DerivedState(other) == DerivedState(node))
        #expect(try query(other, "SELECT count(*) FROM body WHERE dictionary IS NOT NULL") == packs(messages))
        #expect(try other.store.check() == [])
        // And on to a third.
        let third = try TestNode()
        try meet(other, third)
        try takeBodies(third, from: other)
        #expect(try texts(third) == texts(node))
    }

    @Test("go on from where a sweep was cut off, without their dictionary", arguments: 2...4)
    func cut(after count: Int) throws {
        let (node, other) = (try node(), try TestNode())
        _ = try pack(node)
        try meet(node, other)
        let first = try takeBodies(other, from: node, cutAfter: count)
        try other.reopen()
        let second = try takeBodies(other, from: node)
        #expect(packs(first) + packs(second) == Self.count / BodyPacking.bodiesTogether)
        #expect(dictionaries(second) == 0)
        #expect(try texts(other) == texts(node))
        #expect(try other.store.sweepPlace(of: DeviceID(publicKey: Array(node.path.utf8))) == nil)
    }

    @Test("are taken apart where most of a pack is here already")
    func mostlyKnown() throws {
        let (node, other) = (try node(), try TestNode())
        _ = try pack(node)
        try other.subscribe("harbour")
        // Fetched by both, but for a few of each pack.
        try other.ingest(
            "harbour",
            (0..<Self.count).filter { $0 % 5 != 0 }.map { entry("\($0)", "Notice \($0)", prose(UInt64($0 + 1))) })
        try meet(node, other)
        try takeBodies(other, from: node)
        #expect(try texts(other) == texts(node))
        #expect(try query(other, "SELECT count(*) FROM body WHERE dictionary IS NOT NULL") == 0)
        #expect(try other.store.check() == [])
    }

    @Test("are of no more dictionaries than a node keeps, and are not taken for packs if they are none")
    func hostile() throws {
        let node = try TestNode()
        let texts = (0...BodyDictionary.mostKept).map { Array("text \($0)".utf8) }
        let dictionaries = texts.compactMap { BodyDictionary(content: $0) }
        for (number, dictionary) in dictionaries.enumerated() {
            let packed = try #require(dictionary.packed)
            #expect(try node.store.add(dictionary: packed) == (number < BodyDictionary.mostKept))
            #expect(try node.store.add(dictionary: packed) == (number < BodyDictionary.mostKept))
        }
        #expect(try node.store.add(dictionary: [0x28, 0xB5, 0x2F, 0xFD, 0]) == false)
        #expect(try node.store.dictionaryNames().count == BodyDictionary.mostKept)
        #expect(try node.store.unpack(BodyPack(packed: [1, 2, 3], dictionary: dictionaries[0].name)) == nil)
        #expect(try node.store.unpack(BodyPack(packed: [1, 2, 3], dictionary: BodyDictionary.Name(5))) == nil)
        // What nobody wants is not kept, whatever its pack says.
        let junk = try #require(BodyPacker(dictionaries[0])?.pack([Array("junk".utf8)[...], [0xFF, 0xFE][...]]))
        let unpacked = try #require(try node.store.unpack(junk))
        #expect(unpacked.count == 2 && unpacked.hashes == [ContentHash(of: "junk")])
        #expect(try node.store.add(unpacked, place: 1, of: DeviceID(publicKey: [1])) == 0)
        #expect(try rows(node) == 0)
    }

    @Test("lie by themselves where their dictionary was lost since it was last used")
    func lostDictionary() throws {
        let (node, other) = (try node(), try TestNode())
        _ = try pack(node)
        try meet(node, other)
        try takeBodies(other, from: node, cutAfter: 2)
        try DatabaseQueue(path: other.path).write { database in
            try database.execute(sql: "DELETE FROM dictionary")
            try database.execute(sql: "UPDATE body SET html = x'00' WHERE dictionary IS NOT NULL")
        }
        _ = try other.store.repair()
        try takeBodies(other, from: node)
        #expect(try texts(other) == texts(node))
        #expect(try other.store.check() == [])
    }

    @Test("go one by one, and a pack that has lost half is packed anew")
    func dropped() throws {
        let node = try node()
        _ = try pack(node)
        let texts = try texts(node)
        for number in 0..<Self.count where number % 3 != 0 {
            try node.store.perform(
                [.star(true)], on: .articles([node.article("harbour", "\(number)")]), title: "starred")
        }
        let limits = AgeLimits(bodies: node.wall.now + .seconds(3600))
        var next: Int64? = 0
        while let story = next { next = try node.store.dropOld(limits, after: story).next }
        for number in 0..<Self.count {
            let kept = try node.store.article(node.article("harbour", "\(number)")).html
            #expect(kept == (number % 3 == 0 ? nil : texts[number]))
        }
        #expect(try node.store.check() == [])
        #expect(try node.store.counts().bodies == Self.count - Self.count / 3)
        for number in 0..<Self.count where number % 3 != 0 && number % 4 != 1 {
            try node.store.perform(
                [.star(false)], on: .articles([node.article("harbour", "\(number)")]), title: "no star")
        }
        next = 0
        while let story = next { next = try node.store.dropOld(limits, after: story).next }
        let stored = try query(node, "SELECT sum(length(hash)) / 32 FROM body")
        let left = try node.store.counts().bodies
        #expect(left == (0..<Self.count).count { $0 % 3 != 0 && $0 % 4 == 1 })
        #expect(stored < 2 * left + BodyPacking.bodiesTogether)
        for number in 0..<Self.count where number % 3 != 0 && number % 4 == 1 {
            #expect(try node.store.article(node.article("harbour", "\(number)")).html == texts[number])
        }
        #expect(try node.store.check() == [])
    }

    @Test(
        "are asked for again where a pack or its dictionary is damaged",
        arguments: [
            "UPDATE body SET html = x'28b52ffd00' WHERE id = (SELECT max(id) FROM body WHERE dictionary IS NOT NULL)",
            "DELETE FROM dictionary", "UPDATE dictionary SET content = x'00'",
            "UPDATE body SET hash = substr(hash, 1, 100) WHERE dictionary IS NOT NULL",
            "UPDATE body SET hash = CAST(zeroblob(32) || substr(hash, 33) AS BLOB) WHERE dictionary IS NOT NULL",
            "UPDATE body SET hash = CAST(substr(hash, 33, 32) || substr(hash, 33) AS BLOB) WHERE dictionary IS NOT NULL",
            "UPDATE revision SET body = NULL WHERE id % 3 = 0",
        ])
    func damaged(sql: String) throws {
        let (node, other) = (try node(), try TestNode())
        _ = try pack(node)
        try meet(node, other)
        try takeBodies(other, from: node)
        while try other.store.foldPending(limit: 50) > 0 {}
        let texts = try texts(node)
        try node.store.close()
        try DatabaseQueue(path: node.path).write { try $0.execute(sql: sql) }
        try node.reopen()
        #expect(try !sql.hasPrefix("DELETE") || node.store.check() != [])
        let report = try node.store.repair()
        #expect(report.after == [])
        try takeBodies(node, from: other)
        while try node.store.foldPending(limit: 50) > 0 {}
        #expect(try self.texts(node) == texts)
        #expect(try node.store.check() == [])
        #expect(try node.store.repair().done.isEmpty)
    }
}
