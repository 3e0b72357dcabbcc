import Changelog
import Model

/// One meeting of two nodes over a connection that may break.
struct Link {
    /// What goes wrong, if anything.
    struct Faults {
        /// The connection is gone after so many messages.
        var breaksAfter: Int?
        /// Messages go through their frames, which arrive in pieces; and the last one before the break arrives cut or
        /// with a bit turned, as without TLS.
        var asBytes = false
        /// Neither hears what the other can do that came with a later version.
        var isEarlier = false
        /// One side writes after so many messages.
        var writesAfter: Int?

        static let none = Faults()

        init() {}

        init(_ generator: inout SeededGenerator) {
            if generator.chance(40) { breaksAfter = generator.below(generator.pick([6, 14, 40])) }
            asBytes = generator.chance(20)
            isEarlier = generator.chance(20)
            if generator.chance(25) { writesAfter = generator.below(20) }
        }
    }

    struct Outcome {
        var messages = 0
        var changes = 0
        /// Of those that went through their frames.
        var bytes = 0
        var events: [SessionEvent] = []
        var hasConverged: Bool { events.contains(.converged) }
    }

    let world: World
    let initiator: SimulatedNode
    let responder: SimulatedNode
    let faults: Faults
    var near: Session
    var far: Session
    private var generator: SeededGenerator
    private(set) var outcome = Outcome()

    init(_ world: World, _ initiator: SimulatedNode, _ responder: SimulatedNode, _ faults: Faults, seed: UInt64) {
        self.world = world
        self.initiator = initiator
        self.responder = responder
        self.faults = faults
        near = Session(role: .initiator, peer: responder.identity, changesPerFrame: World.changesPerFrame)
        far = Session(role: .responder, peer: initiator.identity, changesPerFrame: World.changesPerFrame)
        generator = SeededGenerator(seed: seed)
    }

    /// Until both have nothing more to say, or the connection or one of them fails.
    mutating func run() throws {
        do {
            try carry(try step(initiator) { try $1.start(&$0) }.map { (true, $0) })
            guard faults.breaksAfter == nil else { return }
            try carry(
                try step(initiator) { try $1.pump(&$0) }.map { (true, $0) }
                    + (try step(responder) { try $1.pump(&$0) }.map { (false, $0) }))
        } catch is SimulatedNode.PowerCut {
            outcome.messages += 1
        }
    }

    private mutating func carry(_ outputs: [(fromInitiator: Bool, output: SessionOutput)]) throws {
        var queue = outputs[...]
        while let (fromInitiator, output) = queue.popFirst() {
            switch output {
            case .event(let event): outcome.events.append(event)
            case .send(let message):
                if outcome.messages == faults.breaksAfter { return breakOff(message) }
                if outcome.messages == faults.writesAfter {
                    try world.write(on: fromInitiator ? responder : initiator, &generator)
                }
                outcome.messages += 1
                count(message)
                var arrived = faults.asBytes || world.countsBytes ? try reread(message) : message
                if faults.isEarlier { arrived = arrived.withoutCapabilities }
                let receiver = fromInitiator ? responder : initiator
                queue += try step(receiver) { try $1.receive(arrived, in: &$0) }.map { (!fromInitiator, $0) }
            default: break
            }
        }
    }

    private mutating func step(
        _ node: SimulatedNode, _ body: (inout Session, any SimulatedDisk) throws -> [SessionOutput]
    ) throws -> [SessionOutput] {
        var session = node === initiator ? near : far
        let outputs = try node.transact(at: world.now) { try body(&session, $0) }
        if node === initiator { near = session } else { far = session }
        try world.committed(node)
        return outputs
    }

    private mutating func count(_ message: Message) {
        switch message {
        case .changes(let batch): outcome.changes += batch.changes.count
        case .repair(let changes): outcome.changes += changes.count
        case .bucketRows(let rows): outcome.changes += rows.changes.count
        default: break
        }
    }

    private mutating func reread(_ message: Message) throws -> Message {
        var reader = FrameReader()
        let frame = message.frame
        outcome.bytes += frame.count
        let cut = generator.below(frame.count)
        reader.append(frame[..<cut])
        if try reader.next() != nil { world.violations.append(.trace("a cut frame was taken for a whole one")) }
        reader.append(frame[cut...])
        guard let whole = try reader.next() else {
            world.violations.append(.trace("a whole frame was not found"))
            return message
        }
        return try Message(frame: whole)
    }

    /// What arrives damaged must not crash its reader; TLS would end the connection there.
    private mutating func breakOff(_ message: Message) {
        guard faults.asBytes else { return }
        var frame = message.frame
        if generator.chance(50) {
            frame.removeLast(1 + generator.below(frame.count))
        } else {
            frame[generator.below(frame.count)] ^= 1 << UInt8(generator.below(8))
        }
        _ = try? Message(frame: frame[...])
    }
}

extension Message {
    /// As a node says it that can do only what its protocol version asks for.
    fileprivate var withoutCapabilities: Message {
        switch self {
        case .hello(var hello):
            hello.capabilities = []
            return .hello(hello)
        case .glance(var glance):
            glance.capabilities = []
            return .glance(glance)
        case .answer(.inSync(let wall, let log, _)): return .answer(.inSync(wall: wall, log: log, capabilities: []))
        case .answer(.exchange(var hello, let cursors, let reconcile)):
            hello.capabilities = []
            return .answer(.exchange(hello, cursors: cursors, reconcile: reconcile))
        default: return self
        }
    }
}
