import Changelog
import Model
import Testing

@Suite("A session")
struct SessionTests {
    @Test("brings both sides to the same state, and the next one is a single round trip")
    func converges() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        for index in 0..<20 {
            try one.write(.article(article("one \(index)")))
            try two.write(.article(article("two \(index)")))
            try two.write(.read(article("one \(index)").id, true))
        }
        let first = try meet(one, two)
        #expect(first.changes == 60)
        #expect(first.events.filter { $0 == .converged }.count == 2)
        #expect(one.state == two.state && one.state.count == 60)
        let second = try meet(two, one)
        #expect(second.changes == 0)
        // hello, answer, tail
        #expect(second.frames.count == 3)
    }

    @Test("carries what a third node made, and is silent where both heard of it elsewhere")
    func relays() throws {
        let nodes = (1...3).map { Island(seed: $0) }
        for node in nodes { try node.write(.starred(article("from \(node.identity)").id, true)) }
        try meet(nodes[0], nodes[1])
        try meet(nodes[1], nodes[2])
        #expect(try meet(nodes[0], nodes[2]).changes == 1)
        #expect(nodes[0].state == nodes[2].state)
        try meet(nodes[0], nodes[1])
        #expect(nodes[0].state == nodes[1].state)
        for one in nodes {
            for other in nodes where one !== other { #expect(try meet(one, other).frames.count == 3) }
        }
    }

    @Test("sends more than one frame, of at most 4,096 changes each")
    func frames() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.transact { replica in
            for index in 0..<9000 { _ = try replica.write(.read(article("a \(index)").id, true)) }
        }
        let traffic = try meet(two, one)
        let batches = traffic.frames.compactMap { frame -> Int? in
            if case .changes(let batch) = frame.message, !frame.fromInitiator { batch.changes.count } else { nil }
        }
        #expect(batches == [4096, 4096, 808])
        #expect(one.state == two.state)
    }

    @Test("once live, passes a click on at once and does not echo it")
    func live() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        #expect(meeting.near.isLive && meeting.far.isLive)
        for (node, name) in [(one, "a"), (two, "b"), (two, "c")] {
            try node.write(.read(article(name).id, true))
            let traffic = try meeting.pump()
            #expect(traffic.changes == 1)
            #expect(one.state == two.state)
            #expect(try meeting.pump().frames.isEmpty)
        }
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("sends a change that was made while an empty comparison was under way")
    func writeDuringHello() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.write(.read(article("a").id, true))
        try meet(one, two)
        var meeting = Meeting(one, two)
        let hello = try one.transact { try meeting.near.start(in: &$0) }
        try one.write(.starred(article("a").id, true))
        guard case .send(let message)? = hello.first else { return }
        for output in try two.transact({ try meeting.far.receive(message, in: &$0) }) {
            guard case .send(let answer) = output else { continue }
            let next = try one.transact { try meeting.near.receive(answer, in: &$0) }
            #expect(
                next.contains { if case .send(.changes(let batch)) = $0 { batch.changes.count == 1 } else { false } })
        }
    }

    @Test("after a rollback takes a new origin, gets back what was lost, and keeps what was written since")
    func rollback() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        for index in 0..<3 { try one.write(.starred(article("a \(index)").id, true)) }
        try meet(one, two)
        let backup = one.store.contents
        for index in 3..<6 { try one.write(.starred(article("a \(index)").id, true)) }
        try meet(one, two)
        one.store.contents = backup
        for index in 0..<5 { try one.write(.hidden(article("b \(index)").id, true)) }
        let traffic = try meet(two, one)
        #expect(traffic.events.contains(.reborn(.otherHistory)) || traffic.events.contains(.reborn(.peerKnowsMore)))
        #expect(one.state == two.state)
        #expect(one.state.count == 11)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("between two copies of one database makes them two nodes again")
    func clone() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.write(.starred(article("a").id, true))
        two.store.contents = one.store.contents
        try one.write(.starred(article("b").id, true))
        try two.write(.starred(article("c").id, true))
        try meet(one, two)
        #expect(one.state == two.state && one.state.count == 3)
        #expect(one.store.contents.node?.origin != two.store.contents.node?.origin)
        #expect(try meet(one, two).changes == 0)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("finds out a copy that has changed nothing yet, however long the vector is", arguments: [1, 30])
    func identicalClone(_ origins: Int) throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        for index in 0..<origins {
            try one.write(.starred(article("a \(index)").id, true))
            if index > 0 { try one.transact { try $0.mintOrigin(because: .restored) } }
        }
        two.store.contents = one.store.contents
        try meet(one, two)
        #expect(one.store.contents.node?.origin != two.store.contents.node?.origin)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("repairs a register that was lost behind the digest's back")
    func repair() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        for index in 0..<50 { try one.write(.starred(article("a \(index)").id, true)) }
        try meet(one, two)
        let lost = try #require(two.changes.first)
        two.store.contents.registers[lost.id] = nil
        two.store.contents.digest.remove(lost.id, lost.version)
        let traffic = try meet(two, one)
        #expect(traffic.events.contains(.repaired(here: 1, there: 0)))
        #expect(one.state == two.state)
        #expect(two.store.contents.digest == two.recomputedDigest)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("keeps and relays a kind that it does not know")
    func unknownKind() throws {
        let newer = Island(seed: 1)
        let older = Island(seed: 2)
        let third = Island(seed: 3)
        let kind = try #require(ChangeKind(code: 4004))
        let id = RegisterID(kind: kind, key: RecordKey(high: 5, low: 6))
        let value: [UInt8] = [0xFF, 0x00, 0x01]
        let origin = OriginID(77)
        let change = Change(
            id: id, version: Version(clock: 1, author: origin, value: value),
            position: Position(origin: origin, sequence: 1), value: value)
        try newer.transact { _ = try $0.apply([change], from: device("x")) }
        try meet(newer, older)
        try meet(older, third)
        #expect(third.store.contents.registers[id]?.value == value)
    }

    @Test("does not move its vector past what it set aside, and takes it when it is put right")
    func quarantine() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.write(.starred(article("a").id, true))
        try one.write(.starred(article("b").id, true))
        let id = try #require(one.changes.first?.id)
        let good = try #require(one.store.contents.registers[id])
        var bad = good
        bad.change.value = [0xFF]
        one.store.contents.registers[id] = bad
        try meet(two, one)
        #expect(two.store.contents.quarantine.count == 1 && two.state.count == 1)
        #expect(two.store.contents.origins.isEmpty)
        one.store.contents.registers[id] = good
        try meet(two, one)
        #expect(two.state == one.state)
    }

    @Test("refuses a peer that speaks only later versions, and ends after garbage or a message out of turn")
    func refusals() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        var session = Session(role: .responder, peer: two.identity)
        var hello = try two.transact { replica in
            var near = Session(role: .initiator, peer: one.identity)
            return try near.start(in: &replica)
        }.compactMap { output -> Hello? in if case .send(.hello(let hello)) = output { hello } else { nil } }[0]
        hello.protocols = 7...9
        let outputs = try one.transact { try session.receive(.hello(hello), in: &$0) }
        #expect(outputs.last == .end(Refusal(.noCommonProtocol)))
        #expect(session.hasEnded)
        var other = Session(role: .responder, peer: two.identity)
        #expect(try one.transact { try other.receive(.settle, in: &$0) }.last == .end(Refusal(.unexpected)))
        var third = Session(role: .responder, peer: two.identity)
        let garbage = third.receive(MessageDefect.unreadable)
        #expect(garbage.last == .end(Refusal(.malformed, "a frame that is not protobuf")))
    }

    @Test("says so when the peer's clock is off")
    func skew() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        var near = Session(role: .initiator, peer: two.identity)
        var far = Session(role: .responder, peer: one.identity)
        let ahead = Duration.seconds(30 * 365 * 86_400)
        guard case .send(let hello)? = try one.transact(at: noon + ahead, { try near.start(in: &$0) }).first else {
            return
        }
        #expect(try two.transact { try far.receive(hello, in: &$0) }.contains(.event(.clockSkew(ahead))))
    }
}

@Suite("A session that is killed")
struct InterruptionTests {
    /// Three frames, and a kill after each of them.
    @Test("goes on where it was: at most the frames under way are sent again")
    func resumes() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        let changes = 9000
        try one.transact { replica in
            for index in 0..<changes { _ = try replica.write(.read(article("a \(index)").id, true)) }
        }
        var sent = 0
        for _ in 0..<6 {
            var meeting = Meeting(two, one)
            sent += try meeting.run(stoppingAfterBatches: 1).changes
        }
        #expect(two.state == one.state)
        #expect(sent == changes)
    }

    /// The connection breaks when so many frames have arrived; the sender has told more places by then than the
    /// receiver ever hears of, up to a whole window.
    @Test(
        "goes on where it was with a whole window under way, however often that is lost", arguments: [1, 7, 8, 9, 12])
    func resumesWithinWindow(_ arriving: Int) throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.transact { replica in
            for index in 0..<2000 { _ = try replica.write(.read(article("a \(index)").id, true)) }
        }
        var sent = 0
        for limit in [arriving, 0, 0, 0] {
            var meeting = Meeting(two, one, changesPerFrame: 10)
            sent += try meeting.run(stoppingAfterBatches: limit).changes
        }
        #expect(sent == arriving * 10)
        var last = Meeting(two, one, changesPerFrame: 10)
        sent += try last.run().changes
        #expect(two.state == one.state)
        #expect(sent == 2000)
    }

    @Test("never believes to have what it was not sent")
    func honestVector() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.transact { replica in
            for index in 0..<5000 { _ = try replica.write(.read(article("a \(index)").id, true)) }
        }
        var meeting = Meeting(two, one)
        _ = try meeting.run(stoppingAfterBatches: 1)
        #expect(two.state.count == 4096 && two.store.contents.origins.isEmpty)
        // What was sent moves to the end of the log, and what was not comes from elsewhere.
        let third = Island(seed: 3)
        try meet(third, one)
        try meet(two, third)
        #expect(two.state == one.state)
    }

    @Test("ends when too much of what it is sent has to be set aside")
    func flood() throws {
        let one = Island(seed: 1)
        let two = Island(seed: 2)
        try one.transact { replica in
            for index in 0..<1500 { _ = try replica.write(.read(article("a \(index)").id, true)) }
        }
        for id in one.store.contents.registers.keys { one.store.contents.registers[id]?.change.value = [0xFF] }
        let traffic = try meet(two, one)
        #expect(traffic.outputs.contains(.end(Refusal(.quota))))
        #expect(two.state.isEmpty)
    }
}
