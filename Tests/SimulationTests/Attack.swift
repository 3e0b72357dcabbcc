import Changelog
import Model

extension World {
    /// A paired peer that lies: false vectors, invalid changes, messages out of turn, bytes that mean nothing. What it
    /// says may be merged where it is valid; nothing may crash, and the honest must still agree in the end.
    func attack(_ node: SimulatedNode, _ generator: inout SeededGenerator) throws {
        observer.hasLiar = true
        let liar = DeviceID(publicKey: Array("liar".utf8))
        var session = Session(
            role: generator.chance(50) ? .initiator : .responder, peer: liar, changesPerFrame: Self.changesPerFrame)
        if session.role == .initiator { _ = try node.settled(at: now) { try $0.start(&session) } }
        for _ in 0..<(3 + generator.below(10)) where !session.hasEnded {
            if generator.chance(5) {
                let noise = (0..<generator.below(60)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                guard let message = try? Message(frame: Frame.encode(noise)[...]) else { continue }
                _ = try node.settled(at: now) { try $0.receive(message, in: &session) }
            } else {
                let message = Self.lie(&generator, node, at: now)
                _ = try node.settled(at: now) { try $0.receive(message, in: &session) }
            }
            try committed(node)
        }
    }

    private static func lie(_ generator: inout SeededGenerator, _ node: SimulatedNode, at now: Timestamp) -> Message {
        let cursors = [LogCursor(lseq: Int64(generator.below(50)), nonce: generator.next())]
        switch generator.below(12) {
        case 0, 1: return .hello(hello(&generator, node, at: now))
        case 2: return .answer(.exchange(hello(&generator, node, at: now), cursors: cursors, reconcile: true))
        case 3 where generator.chance(30):
            let names = generator.pick([[], ["chain"]])
            return generator.pick([.answer(.greet), .answer(.inSync(wall: now, log: LogID(1), capabilities: names))])
        case 3: return .answer(.fork(hello(&generator, node, at: now), disputed: [OriginID(generator.next())]))
        case 4: return .pull(cursors)
        case 5: return .compared(vector(&generator, node), groups: (0..<64).map { _ in UInt128(generator.next()) })
        case 6: return .bucketSums((0..<64).map { _ in UInt128(generator.next()) })
        case 7:
            return .probeBuckets(
                BucketProbe(buckets: [.init(index: generator.below(4096), elements: [1, 2])], resume: nil))
        case 8: return .received(frames: generator.below(8))
        case 9: return generator.pick([.settle, .tail, .probeGroups([1, 5])])
        default:
            return .changes(
                ChangeBatch(
                    changes: (0..<generator.below(4)).map { _ in change(&generator, node) }, cursor: cursors.first,
                    remaining: 3, vector: generator.chance(50) ? vector(&generator, node) : nil))
        }
    }

    /// One that the nodes know, and three of a later version, one for each rule.
    private static let kinds = [.starred] + [4004, 4005, 4006].compactMap { ChangeKind(code: $0) }

    private static func vector(_ generator: inout SeededGenerator, _ node: SimulatedNode) -> VersionVector {
        var vector = VersionVector()
        let known = [node.contents.node?.origin].compactMap(\.self) + node.contents.origins.keys.sorted()
        for origin in known where generator.chance(50) {
            let sequence = generator.chance(30) ? Limits.sequence : Int64(1 + generator.below(40))
            vector[origin] = VersionVector.Entry(sequence: sequence, chain: Chain(generator.next()))
        }
        return vector
    }

    private static func hello(
        _ generator: inout SeededGenerator, _ node: SimulatedNode, at now: Timestamp
    ) -> Hello {
        let isTwin = generator.chance(20)
        return Hello(
            protocols: generator.chance(5) ? 2...3 : 1...1, capabilities: [], device: nil,
            origin: isTwin ? node.contents.node?.origin ?? OriginID(1) : OriginID(generator.next()),
            log: LogID(generator.next()), wall: Timestamp(milliseconds: Int64(bitPattern: generator.next())),
            vector: vector(&generator, node), digest: UInt128(generator.next()), marks: [:])
    }

    /// Sometimes valid, sometimes over a register that exists, sometimes with a clock at the end of time.
    private static func change(_ generator: inout SeededGenerator, _ node: SimulatedNode) -> Change {
        let existing = node.registers.keys.sorted()
        let id =
            generator.chance(50) && !existing.isEmpty
            ? generator.pick(existing)
            : RegisterID(kind: generator.pick(kinds), key: RecordKey(high: generator.next() & 3 << 62, low: 0))
        let clock = generator.chance(30) ? Int64(bitPattern: generator.next()) : Int64(generator.below(1000)) << 16
        let value = generator.pick([[], [8, 1], [0xFF], [9, 1, 2]] as [[UInt8]])
        return Change(
            id: id, version: Version(clock: clock, author: OriginID(generator.next()), value: value),
            position: Position(
                origin: generator.chance(30) ? node.contents.node?.origin ?? OriginID(1) : OriginID(666),
                sequence: Int64(bitPattern: generator.next() >> UInt64(generator.below(64)))), value: value)
    }
}
