import Changelog
import Logging
import Model
import PeerTransport
import Platform
import Storage

/// Which bodies a session has asked for and was asked for.
struct BodyExchange: Sendable {
    /// Asked for, and neither sent nor declined yet.
    var outstanding: Set<ContentHash> = []
    /// What the peer does not have: not asked for again before `askAgain`.
    var absent: Set<ContentHash> = []
    /// When to ask again for what was absent, by the monotonic clock.
    var askAgain: Duration = .zero
    var backoff = Backoff(first: .seconds(1), longest: .seconds(600))
    /// Of the peer's packs.
    var sweep = PackSweep()
    /// The pack that is being taken, where it was unpacked as it came.
    var unpacked: UnpackedPack?
    /// What the peer wants, in the order in which it asked.
    let wanted: AsyncStream<Want>
    let sink: AsyncStream<Want>.Continuation
    var unserved = 0

    enum Want: Sendable {
        case bodies([ContentHash])
        case packs(SweepStep)
    }

    init() { (wanted, sink) = AsyncStream.makeStream() }
}

extension PeerSession {
    /// Messages of wants that wait; an honest peer sends the next when the one before the last was answered.
    private static let mostUnserved = 4
    /// Bodies that are read at a time to answer, and bytes of them that are held: each may have a megabyte.
    private static let offer = 8
    private static let offerBytes = Limits.bodyBytes / 2

    // MARK: Asking

    /// Asks for the newest bodies that are missing here, once few of those asked for are still to come. Where many are
    /// missing, those that the peer has packed come after the first few, pack by pack.
    func askForBodies() throws {
        guard session.isLive, let since = node.oldestBody, !node.claims.isSweeping else { return }
        if !bodies.absent.isEmpty, node.core.time.monotonic >= bodies.askAgain { bodies.absent = [] }
        while bodies.outstanding.count <= Session.bodiesPerRequest {
            let known = node.claims.count + bodies.absent.count
            let wanted = try store.wantedBodies(limit: known + Session.bodiesPerRequest, since: since)
            let hashes = node.claims.claim(
                wanted.filter { !bodies.absent.contains($0) }, limit: Session.bodiesPerRequest)
            guard !hashes.isEmpty else { return }
            bodies.outstanding.formUnion(hashes)
            log.debug("asks \(name) for \(hashes.count) bodies")
            send(.wantBodies(hashes))
            if try beginSweep(since: since) { return }
        }
    }

    // MARK: Sweeping

    private func beginSweep(since: Timestamp) throws -> Bool {
        guard bodies.sweep.state == .possible, session.peerSharesPacks,
            try store.wantedBodies(limit: PackSweep.fewestWanted, since: since).count == PackSweep.fewestWanted,
            node.claims.beginSweep()
        else { return false }
        log.debug("asks \(name) for packs of bodies")
        send(
            bodies.sweep.begin(
                before: try store.sweepPlace(of: peer), dictionaries: try store.dictionaryNames(),
                at: node.core.time.monotonic))
        return true
    }

    /// Stores what is wanted of a pack, and asks for the next.
    func take(_ pack: BodyPack, place: UInt64) throws {
        guard bodies.sweep.state == .underWay else { return }
        guard let unpacked = try bodies.unpacked ?? store.unpack(pack) else {
            log.warning("\(name) sent a pack of bodies that cannot be read; they are asked for one by one")
            return try endSweep()
        }
        let wanted = try store.add(unpacked, place: place, of: peer)
        settle(unpacked.hashes)
        node.bodiesArrived()
        let next = bodies.sweep.took(wanted: wanted, of: unpacked.count, at: node.core.time.monotonic)
        guard let next else { return try endSweep() }
        send(next)
    }

    /// Gives up on a peer that does not answer.
    func endStalledSweep() throws {
        guard bodies.sweep.hasStalled(at: node.core.time.monotonic) else { return }
        log.warning("\(name) does not send the packs of bodies it was asked for; they are asked for one by one")
        try endSweep()
    }

    /// Keeps what the packs that follow are packed with.
    func take(dictionary packed: [UInt8]) throws {
        guard bodies.sweep.state == .underWay else { return }
        if try !store.add(dictionary: packed) { try endSweep() }
    }

    /// What is still wanted is asked for by its hashes, of this peer and of others.
    func endSweep() throws {
        guard bodies.sweep.state == .underWay else { return }
        bodies.sweep.end()
        try store.endSweep(of: peer)
        node.claims.endSweep()
        node.core.events.wake()
        try askForBodies()
    }

    /// Stores what was asked for; anything else is thrown away.
    func take(_ found: [Body], missing: [ContentHash]) throws {
        let asked = found.filter { bodies.outstanding.contains($0.hash) }
        if !asked.isEmpty {
            try store.add(bodies: asked, lasting: false)
            bodies.backoff.reset()
            settle(asked.map(\.hash))
            node.bodiesArrived()
        }
        absent(missing)
        try askForBodies()
    }

    /// The peer does not have these, or not as they should be.
    func absent(_ hashes: [ContentHash]) {
        let asked = hashes.filter { bodies.outstanding.contains($0) }
        guard !asked.isEmpty else { return }
        settle(asked)
        log.debug("\(name) does not have \(asked.count) of the bodies asked for")
        var generator = SystemRandomNumberGenerator()
        bodies.absent.formUnion(asked)
        bodies.askAgain = node.core.time.monotonic + bodies.backoff.next(using: &generator)
        // Another peer may have them, and this session sleeps until it asks again.
        node.core.events.wake()
    }

    private func settle(_ hashes: [ContentHash]) {
        bodies.outstanding.subtract(hashes)
        node.claims.release(hashes)
    }

    // MARK: Answering

    func serve(_ want: BodyExchange.Want) throws {
        bodies.unserved += 1
        guard bodies.unserved <= Self.mostUnserved else {
            return try end(Changelog.Refusal(.quota, "bodies are asked for faster than they are read"))
        }
        bodies.sink.yield(want)
    }

    func serveBodies() async throws {
        let packer = FramePacker()
        var packs = PackSource(store)
        for await want in bodies.wanted {
            switch want {
            case .bodies(let hashes): try await send(hashes, with: packer)
            case .packs(let step):
                for message in try packs.answer(step) { try await connection.send(message.frame, on: .bulk) }
            }
            bodies.unserved -= 1
        }
    }

    private func send(_ hashes: [ContentHash], with packer: FramePacker) async throws {
        var rest = hashes[...]
        var (found, missing): ([Body], [ContentHash]) = ([], [])
        while !rest.isEmpty {
            let part = try store.bodies(Array(rest.prefix(Self.offer)))
            rest = rest.dropFirst(Self.offer)
            found += part.found
            missing += part.missing
            // What lies together is packed together, and so smaller.
            guard rest.isEmpty || found.reduce(0, { $0 + $1.bytes.count }) >= Self.offerBytes else { continue }
            for message in Session.offers(of: found, missing: missing) {
                let frame = session.peerContinuesFrames ? packer.frame(of: message) : message.frame
                try await connection.send(frame, on: .bulk)
            }
            (found, missing) = ([], [])
        }
    }
}
