import Changelog
import Model
import Testing

/// A paired peer whose machine was broken into. What it says is bounded, and stops nobody else.
@Suite("A hostile peer")
struct HostilePeerTests {
    private func vector(_ count: Int, from first: Int = 0) -> VersionVector {
        var generator = SeededGenerator(seed: UInt64(1000 + first))
        var vector = VersionVector()
        for _ in 0..<count {
            vector[OriginID(generator.next())] = VersionVector.Entry(sequence: 1, chain: Chain(generator.next()))
        }
        return vector
    }

    private func hello(_ vector: VersionVector) -> Message {
        .hello(
            Hello(
                protocols: 1...1, capabilities: [], device: nil, origin: OriginID(1), log: LogID(1), wall: noon,
                vector: vector, digest: 0, marks: [:]))
    }

    @Test("with too many origins in its vector is refused; with a million, by the length of the frame")
    func hugeVector() throws {
        #expect(throws: MessageDefect.self) { try Message(frame: hello(vector(Limits.origins + 1)).frame[...]) }
        let million = hello(vector(1_000_000)).frame
        var reader = FrameReader()
        reader.append(million.prefix(4096))
        #expect(throws: Frame.Defect.tooLong) { try reader.next() }
    }

    @Test("that adds origins without end fills no more than there may be, and an honest peer is greeted still")
    func manyOrigins() throws {
        let (victim, friend) = (Island(seed: 1), Island(seed: 2))
        try victim.write(.starred(article("a").id, true))
        for round in 1...6 {
            var session = Session(role: .responder, peer: device("liar"))
            let invented = vector(1000, from: round)
            _ = try victim.transact { try session.receive(hello(VersionVector()), in: &$0) }
            _ = try victim.transact {
                try session.receive(
                    .changes(ChangeBatch(changes: [], cursor: nil, remaining: 0, vector: invented)), in: &$0)
            }
        }
        #expect(victim.store.contents.origins.count > 4000)
        for _ in 0..<20 {
            try victim.transact { try $0.mintOrigin(because: .fileIdentity) }
            try victim.write(.starred(article("\(victim.changes.count)").id, true))
        }
        try meet(friend, victim)
        #expect(friend.state == victim.state)
    }

    @Test(
        "may name any sequence number, up to the highest there is",
        arguments: [1 << 53, 1 << 53 + 1, .max - 1, .max] as [Int64])
    func highSequences(_ sequence: Int64) throws {
        let (writer, victim, friend) = (Island(seed: 1), Island(seed: 2), Island(seed: 3))
        try writer.write(.starred(article("a").id, true))
        try victim.write(.starred(article("b").id, true))
        let own = try #require(victim.store.contents.node?.origin)
        for origin in [OriginID(7), own] {
            var change = try #require(writer.changes.first)
            change.position = Position(origin: origin, sequence: sequence)
            let outcome = try victim.transact { try $0.apply([change], from: device("liar")) }
            #expect(outcome.quarantined.isEmpty == (sequence == 1 << 53) || outcome.applied.isEmpty)
        }
        try victim.write(.starred(article("c").id, true))
        try meet(friend, victim)
        #expect(friend.state == victim.state)
        #expect(victim.store.contents.digest == victim.recomputedDigest)
    }

    @Test("that sends another body than was asked for is found out, and the others are taken")
    func falseBody() throws {
        let victim = Island(seed: 1)
        var session = Session(role: .initiator, peer: device("liar"))
        let good = Body(hash: ContentHash(of: "good"), bytes: Array("good".utf8))
        let bad = Body(hash: ContentHash(of: "asked for"), bytes: Array("something else".utf8))
        let outputs = try victim.transact { try session.receive(.bodies([good, bad], missing: []), in: &$0) }
        #expect(outputs == [.bodies([good], missing: []), .event(.falseBody(bad.hash))])
    }
}
