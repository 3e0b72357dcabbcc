import Changelog
import Model
import Testing

/// What two nodes send each other once they are in step.
@Suite("A tail")
struct TailTests {
    let one = Island(seed: 1)
    let two = Island(seed: 2)

    @Test("tells its place in the log rarely, so that a click costs little, and often enough to find it again")
    func places() throws {
        try one.write(.article(article("a")))
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        let clicks = 600
        var places: [LogCursor] = []
        for index in 0..<clicks {
            try one.write(.read(article("\(index)").id, true))
            for case .changes(let batch) in try meeting.pump().frames.map(\.message) {
                if let cursor = batch.cursor { places.append(cursor) }
            }
        }
        #expect(places.count == 2)
        #expect(two.store.cursorsIn(of: one.identity, log: try #require(one.store.node()).log).first == places.last)
    }

    @Test("that is cut is not sent again, whatever place in the log it had told last")
    func cut() throws {
        try one.write(.article(article("a")))
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        for index in 0..<40 {
            try one.write(.read(article("\(index)").id, true))
            _ = try meeting.pump()
        }
        try two.write(.starred(article("b").id, true))
        #expect(try meet(one, two).changes == 1)
        #expect(one.state == two.state)
    }

    /// The frames of changes that either sends of what was written since.
    private func batches(_ meeting: inout Meeting) throws -> [ChangeBatch] {
        try meeting.pump().frames.compactMap { if case .changes(let batch) = $0.message { batch } else { nil } }
    }

    @Test("leaves out the vector where it follows from the changes, and both have it all the same")
    func chain() throws {
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        for (node, name) in [(one, "a"), (one, "b"), (two, "c"), (one, "d")] {
            try node.write(.read(article(name).id, true))
            try node.write(.starred(article(name).id, true))
            let sent = try batches(&meeting)
            #expect(sent.map(\.changes.count) == [2] && sent.map(\.vector) == [nil])
        }
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("sends the vector where a change was superseded before it was sent")
    func gap() throws {
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        for on in [true, false] { try one.write(.starred(article("a").id, on)) }
        let sent = try batches(&meeting)
        #expect(sent.map(\.changes.count) == [1] && sent.allSatisfy { $0.vector != nil })
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("knows what the other can, however they greeted each other", arguments: [1, 20])
    func capabilities(origins: Int) throws {
        for index in 0..<origins {
            try one.write(.read(article("\(index)").id, true))
            try one.transact { try $0.mintOrigin(because: .restored) }
        }
        for _ in 0..<2 {
            var meeting = Meeting(one, two)
            _ = try meeting.run()
            #expect(meeting.near.peerContinuesFrames && meeting.far.peerContinuesFrames)
            #expect(meeting.near.peerSharesPacks && meeting.far.peerSharesPacks)
        }
    }

    @Test("sends the vector to a peer of an earlier version, and frames that stand alone")
    func earlierPeer() throws {
        var near = Session(role: .initiator, peer: two.identity)
        _ = try one.transact { try near.start(in: &$0) }
        _ = try one.transact {
            try near.receive(.answer(.inSync(wall: noon, log: LogID(1), capabilities: [])), in: &$0)
        }
        try one.write(.read(article("a").id, true))
        let outputs = try one.transact { try near.pump(in: &$0) }
        guard case .send(.changes(let batch))? = outputs.first else {
            Issue.record("no change was sent")
            return
        }
        #expect(batch.vector?.count == 1)
        #expect(!near.peerContinuesFrames && !near.peerSharesPacks)
    }

    @Test("says for itself what it has of a third node, whoever passes it on")
    func relay() throws {
        let three = Island(seed: 3)
        var near = Meeting(one, two)
        var far = Meeting(two, three)
        _ = try near.run()
        _ = try far.run()
        for index in 0..<3 {
            try one.write(.read(article("\(index)").id, true))
            _ = try near.pump()
            #expect(try batches(&far).map(\.vector) == [nil])
        }
        #expect(three.state == one.state)
        #expect(try meet(three, one).frames.count == 3)
    }

    @Test("does not believe to have what came before a change, if that came alone")
    func gapAtTheReceiver() throws {
        let three = Island(seed: 3)
        for name in ["a", "b"] { try three.write(.read(article(name).id, true)) }
        let last = try #require(three.changes.last)
        var meeting = Meeting(one, two)
        _ = try meeting.run()
        let batch = ChangeBatch(changes: [last], cursor: nil, remaining: 0, vector: nil)
        _ = try two.transact { try meeting.far.receive(.changes(batch), in: &$0) }
        #expect(two.changes == [last])
        #expect(try two.transact { try $0.vector() }.count == 0)
        try meet(three, two)
        #expect(two.state == three.state)
    }
}
