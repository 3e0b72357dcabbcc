import Changelog
import Logging
import Model
import PeerTransport
import Platform
import Storage

/// One meeting with a peer, from the first frame to the last: runs the session's state machine on the store, and does
/// what it asks for.
///
/// The log travels on the live lane, where order holds; bodies on the other, so that they hold nothing up. Sending has a
/// task of its own: two nodes that both only sent would otherwise wait for each other for ever.
actor PeerSession {
    let node: PeerNode
    let connection: PeerConnection
    let name: String
    var session: Session
    /// Messages on their way to the live lane.
    private let outgoing: AsyncStream<Outgoing>
    private let sink: AsyncStream<Outgoing>.Continuation
    private var backlog = 0
    private let drained = Waker()
    private var lastSent: Duration
    /// The end of this node's log when it was last handed to the session.
    private var pumped: NodeState?
    private var hasWarnedOfClock = false
    var bodies = BodyExchange()
    private let executor = BlockingExecutor.serial("peer session")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private enum Outgoing: Sendable {
        case frame([UInt8])
        case end(PeerSessionEnd)
    }

    /// The protocol gathers changes for 250 ms at most: a click shows on the other node well within a second.
    private static let gathering = Duration.milliseconds(250)
    /// A third of what makes the other end think that this one has gone.
    private static let heartbeat = Duration.seconds(25)
    /// After this long the digests are compared again, by a new session.
    private static let longest = Duration.seconds(86_400)
    /// Bytes of answers that wait for the peer to read them before no more of its messages are read: more than the
    /// window of either direction, so that two honest nodes never wait for each other.
    private static let mostBacklog = 32 << 20
    private static let patience = Duration.seconds(75)

    init(_ connection: PeerConnection, name: String, node: PeerNode) {
        self.node = node
        self.connection = connection
        self.name = name
        session = Session(role: connection.isDialed ? .initiator : .responder, peer: connection.peer)
        (outgoing, sink) = AsyncStream.makeStream()
        lastSent = node.core.time.monotonic
    }

    var peer: DeviceID { connection.peer }
    var log: Logger { node.core.log }
    var store: Store { node.core.store }
    var isLive: Bool { session.isLive }

    /// Returns when the peer hangs up or the session has lasted long enough; throws why it ended otherwise.
    func run() async throws {
        defer {
            node.claims.release(bodies.outstanding)
            if bodies.sweep.state == .underWay { node.claims.endSweep() }
            // What this peer was asked for, another may have.
            if !bodies.outstanding.isEmpty || bodies.sweep.state == .underWay { node.core.events.wake() }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.read() }
            group.addTask { try await self.write() }
            group.addTask { try await self.serveBodies() }
            group.addTask { try await self.follow() }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }

    // MARK: Reading

    private func read() async throws {
        try perform(try store.start(&session))
        let messages = IncomingMessages(connection.frames, for: store) { $0.bytes }
        var current = try await messages.next()
        while let message = current {
            // Worked out while this one is stored.
            async let next = messages.next()
            let pause = node.spend(message.bytes, of: peer)
            if pause > .zero { try await Task.sleep(for: pause) }
            try receive(message)
            if backlog > Self.mostBacklog { await drained.sleep(atMost: Self.patience) }
            if backlog > Self.mostBacklog { throw PeerSessionEnd.unread(bytes: backlog) }
            current = try await next
        }
    }

    private func receive(_ incoming: IncomingMessage) throws {
        let wasLive = session.isLive
        node.update(peer) { $0.lastContact = node.core.now }
        let message: Message
        switch incoming.content {
        case .success(let content): message = content
        case .failure(let defect): return try perform(session.receive(defect))
        }
        bodies.unpacked = incoming.unpacked
        let outputs = try store.receive(message, links: incoming.links, in: &session)
        if case .refuse(let refusal) = message { throw PeerSessionEnd.refusedByPeer(refusal) }
        try perform(outputs)
        if case .received = message, session.isLive { noteSent() }
        if session.isLive, !wasLive {
            try pump()
            node.isInStep(with: peer)
            log.info("in step with \(name)", metadata: ["peer": "\(peer.short)"])
        }
    }

    /// Does what the session asks for, now that its transaction is durable.
    private func perform(_ outputs: [SessionOutput]) throws {
        for output in outputs {
            switch output {
            case .send(let message): send(message)
            case .applied(let outcome): note(outcome)
            case .bodiesWanted(let hashes): try serve(.bodies(hashes))
            case .bodies(let found, let missing): try take(found, missing: missing)
            case .sweepWanted(let step): try serve(.packs(step))
            case .pack(let pack, let place): try take(pack, place: place)
            case .dictionary(let packed): try take(dictionary: packed)
            case .sweepEnd: try endSweep()
            case .event(let event): try note(event)
            case .end(let refusal): sink.yield(.end(.refused(refusal)))
            }
        }
    }

    private func note(_ outcome: ApplyOutcome) {
        if let first = outcome.quarantined.first {
            log.warning(
                "set aside \(outcome.quarantined.count) changes of \(name): \(first.defect)",
                metadata: ["peer": "\(peer.short)"])
        }
        node.arrived(outcome.applied)
    }

    private func note(_ event: SessionEvent) throws {
        switch event {
        case .clockSkew(let ahead):
            node.update(peer) { $0.clockAhead = ahead }
            guard !hasWarnedOfClock else { return }
            hasWarnedOfClock = true
            let seconds = ahead.components.seconds
            log.warning(
                "the clock of \(name) is \(abs(seconds)) s \(seconds < 0 ? "behind" : "ahead"); set one of the two")
        case .reborn(let doubt): log.notice("this node goes on under a new origin: \(doubt.words)")
        case .forked(let origins):
            log.notice("\(name) knows another history of \(origins.count) origins; all digests are compared")
        case .receiving(let remaining): node.update(peer) { $0.toReceive = remaining }
        case .sending(let remaining): node.update(peer) { $0.toSend = remaining }
        case .repaired(let here, let there):
            log.warning("repaired: \(here) registers were missing or old here, \(there) on \(name)")
        case .falseBody(let hash):
            log.warning("\(name) sent a body that is not \(hash.hex.prefix(16))")
            absent([hash])
            try askForBodies()
        // Followed by `tail`, which says the same to both.
        case .converged: break
        }
    }

    // MARK: Sending

    func send(_ message: Message) {
        let frame = message.frame
        backlog += frame.count
        lastSent = node.core.time.monotonic
        sink.yield(.frame(frame))
    }

    private func write() async throws {
        for await item in outgoing {
            switch item {
            case .frame(let frame):
                try await connection.send(frame, on: .live)
                backlog -= frame.count
                drained.wake()
            case .end(let end): throw end
            }
        }
    }

    /// Ends the session, once what is to be sent was sent.
    func end(_ refusal: Changelog.Refusal) throws { try perform(session.end(refusal)) }

    // MARK: What changes here

    private nonisolated func follow() async throws {
        let started = node.core.time.monotonic
        try await node.core.events.watching { waker in
            while node.core.time.monotonic - started < Self.longest || !connection.isDialed {
                await waker.sleep(atMost: await pause)
                try await Task.sleep(for: Self.gathering)
                try await pump()
            }
        }
    }

    /// Until the next heartbeat, or until bodies are asked for again.
    private var pause: Duration {
        bodies.absent.isEmpty
            ? Self.heartbeat : min(max(bodies.askAgain - node.core.time.monotonic, .zero), Self.heartbeat)
    }

    /// Hands what is new in the log to the session, asks for bodies, and lets the peer know that this end is there.
    private func pump() throws {
        if session.isLive {
            let state = try store.node()
            if state?.lseq != pumped?.lseq || state?.log != pumped?.log {
                let outputs = try store.pump(&session)
                pumped = state
                try perform(outputs)
                if outputs.isEmpty { noteSent() }
            }
            try endStalledSweep()
            try askForBodies()
        }
        if node.core.time.monotonic - lastSent >= Self.heartbeat { send(.heartbeat(wall: node.core.now)) }
    }

    /// The peer has this node's log as far as it was handed to the session.
    private func noteSent() {
        guard let state = pumped ?? (try? store.node()) else { return }
        node.update(peer) { standing in
            standing.sent = PeerBook.SentLog(log: state.log.rawValue, lseq: state.lseq)
            standing.toSend = 0
            standing.toReceive = 0
        }
    }
}
