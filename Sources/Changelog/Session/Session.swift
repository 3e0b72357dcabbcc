import Model

/// One meeting of two nodes, without input and output: messages in, messages out.
///
/// The initiator drives: hello, pull, push, compare, and then both stay on and send what changes. Each call runs in one
/// write transaction of the store, and what it returns is done after that transaction is durable, so that no peer is
/// ever shown a change that a crash could undo. If the transaction fails, the session is to be put back as it was
/// before the call: it is a value.
package struct Session: Sendable {
    package enum Role: Hashable, Sendable {
        case initiator
        case responder
    }

    enum Phase: Hashable, Sendable {
        case fresh
        /// Hello was sent, and said this; `lseq` as it was then.
        case greeting(lseq: Int64, VersionVector)
        case pulling
        case pushing
        case comparing
        case probingGroups([Int])
        case probing(Reconciliation)
        case repairing(Reconciliation)
        case settling
        /// The responder, once it has answered with what it knows.
        case serving
        case live
        case ended
    }

    /// Of the protocol that `docs/protocol.md` describes.
    package static let protocols: ClosedRange<UInt32> = 1...1
    /// Hellos that may be needed until both agree on what is in dispute.
    private static let greetings = 6
    /// Origins from which on a session begins with a glance: below, a hello is about as short.
    static let originsToGlance = 10

    package let role: Role
    package let peer: DeviceID
    package internal(set) var peerHello: Hello?
    var phase: Phase = .fresh
    var outflow: Outflow?
    var inflow: Inflow?
    /// Disputes that this session has dealt with; they join the vector when all is reconciled.
    var disputed: Set<OriginID> = []
    var mustReconcile = false
    var peerCapabilities: [String] = []
    /// The peer's vector when the comparison began.
    var comparedVector: VersionVector?
    private var rounds = 0

    let changesPerFrame: Int

    /// - Parameter changesPerFrame: fewer than there may be, to see a session cut in many places.
    package init(role: Role, peer: DeviceID, changesPerFrame: Int = Limits.frameChanges) {
        self.role = role
        self.peer = peer
        self.changesPerFrame = changesPerFrame
    }

    package var isLive: Bool { phase == .live }
    /// The peer goes on with its vector by itself where changes follow on it.
    var peerMakesChains: Bool { peerCapabilities.contains(Capabilities.chain) }
    /// Whether bodies may be sent in frames of a `FramePacker`.
    package var peerContinuesFrames: Bool { peerCapabilities.contains(Capabilities.stream) }
    /// Whether the peer may be asked for its packs of bodies.
    package var peerSharesPacks: Bool { peerCapabilities.contains(Capabilities.packs) }
    package var hasEnded: Bool { phase == .ended }

    /// The initiator's first message.
    package mutating func start<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        guard role == .initiator, phase == .fresh else { return [] }
        return try open(in: &replica)
    }

    /// Takes one message of the peer.
    package mutating func receive<Store: RegisterStore>(
        _ message: Message, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        guard phase != .ended else { return [] }
        let known = replica.doubts.count
        let outputs: [SessionOutput]
        do {
            outputs = try answer(message, in: &replica)
        } catch let refusal as Refusal {
            outputs = end(refusal)
        }
        return replica.doubts[known...].map { .event(.reborn($0)) } + outputs
    }

    /// Takes what could not be decoded.
    package mutating func receive(_ defect: MessageDefect) -> [SessionOutput] {
        phase == .ended ? [] : end(Refusal(.malformed, defect.description))
    }

    /// Says why, and ends.
    package mutating func end(_ refusal: Refusal) -> [SessionOutput] {
        phase = .ended
        return [.send(.refuse(refusal)), .end(refusal)]
    }

    /// A live session sends what has changed since; others do in their own time.
    package mutating func pump<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        guard phase == .live, outflow != nil else { return [] }
        return try flow(in: &replica)
    }

    private mutating func answer<Store: RegisterStore>(
        _ message: Message, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        switch (message, role, phase) {
        case (.refuse(let refusal), _, _):
            phase = .ended
            return [.end(refusal)]
        case (.heartbeat(let wall), _, _): return skew(of: wall, at: replica.now)
        case (.hello(let hello), .responder, .fresh), (.hello(let hello), .responder, .serving):
            try count()
            return try receive(hello, in: &replica)
        case (.glance(let glance), .responder, .fresh): return try receive(glance, in: &replica)
        case (.answer(let answer), .initiator, .greeting(let lseq, let vector)):
            try count()
            return try receive(
                answer, greetedWith: Outflow(after: lseq, to: vector, told: vector, changesPerFrame: changesPerFrame),
                in: &replica)
        case (.pull(let cursors), .responder, .serving): return try serve(cursors, in: &replica)
        case (.changes(let batch), .initiator, .pulling), (.changes(let batch), .responder, .serving),
            (.changes(let batch), _, .live):
            return try receive(batch, in: &replica)
        case (.received(let frames), _, _): return try acknowledged(frames, in: &replica)
        case (.wantBodies(let hashes), _, .serving), (.wantBodies(let hashes), _, .live):
            return [.bodiesWanted(hashes)]
        case (.bodies(let bodies, let missing), _, _): return receive(bodies, missing)
        case (.sweep(let step), _, .serving), (.sweep(let step), _, .live): return [.sweepWanted(step)]
        case (.pack(let pack, let place), _, _): return [.pack(pack, place: place)]
        case (.dictionary(let packed), _, _): return [.dictionary(packed)]
        case (.sweepEnd, _, _): return [.sweepEnd]
        case (.tail, .responder, .serving): return try startTail(in: &replica)
        case (_, .responder, .serving), (_, .responder, .live): return try serveComparison(message, in: &replica)
        case (_, .initiator, _): return try compare(message, in: &replica)
        default: throw Refusal(.unexpected)
        }
    }

    private mutating func count() throws {
        rounds += 1
        if rounds > Self.greetings { throw Refusal(.unsettled) }
    }

    func skew(of wall: Timestamp, at now: Timestamp) -> [SessionOutput] {
        let ahead = Duration.milliseconds(wall.milliseconds.subtractingReportingOverflow(now.milliseconds).partialValue)
        return ahead > HybridClock.warning || ahead < .zero - HybridClock.warning ? [.event(.clockSkew(ahead))] : []
    }
}
