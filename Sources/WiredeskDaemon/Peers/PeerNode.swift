import Changelog
import Configuration
import Logging
import Model
import PeerTransport
import Platform
import Storage

/// This node among its peers: who it is, whom it trusts, and how it stands with each of them now.
final class PeerNode: Sendable {
    let core: DaemonCore
    let identity: NodeIdentity
    let endpoint: PeerEndpoint
    let book: PeerBook
    let claims = BodyClaims()
    /// Woken when a peer sent changes or bodies.
    let arrivals = Waker()
    /// Woken when there is a peer more.
    let peersChanged = Waker()
    private let state = Locked(State())

    private struct State {
        var standings: [DeviceID: PeerStanding] = [:]
        var callers: [DeviceID: Waker] = [:]
        var listening: [PeerAddress] = []
        var listeningProblem: String?
        /// Changes came of feeds, or of the roster, that have not been looked at.
        var feedsChanged = false
        var rosterChanged = true
    }

    /// - Parameter credential: where systemd put the node's key, if it did.
    init(core: DaemonCore, stateDirectory: String, credential: String?) throws {
        self.core = core
        if let credential, (try? FileStatus(path: credential)) != nil {
            identity = try NodeIdentity.load(credential: credential)
        } else {
            identity = try NodeIdentity.loadOrCreate(at: stateDirectory + "/node.key")
        }
        let book = try PeerBook(path: stateDirectory + "/peers.json")
        self.book = book
        let time = core.time
        endpoint = try PeerEndpoint(
            identity: identity, name: Self.name(core), log: core.log,
            clock: { Timestamp(milliseconds: time.unixMilliseconds) }, trusts: { book.trusts($0) })
    }

    var device: DeviceID { identity.device }

    static func name(_ core: DaemonCore) -> NodeName {
        let known = (core.settings.peers.name.flatMap(NodeName.init) ?? NodeName(core.hostName))
        guard let name = known ?? NodeName("node") else { preconditionFailure("“node” is a name") }
        return name
    }

    /// Bodies of articles that were first seen before this are not asked for; `nil` if none are. What would be dropped
    /// for age at once is not.
    var oldestBody: Timestamp? {
        switch core.settings.peers.bodies {
        case .all: core.ageLimits.oldestBody
        case .recent(let age): max(core.now - age, core.ageLimits.oldestBody)
        case .headersOnly: nil
        }
    }

    // MARK: How it stands

    func standing(with peer: DeviceID) -> PeerStanding { state.withLock { $0.standings[peer] ?? PeerStanding() } }

    func update(_ peer: DeviceID, _ body: (inout PeerStanding) -> Void) {
        state.withLock { body(&$0.standings[peer, default: PeerStanding()]) }
    }

    /// Both have all that either had.
    func isInStep(with peer: DeviceID) {
        update(peer) { standing in
            standing.isLive = true
            standing.problem = nil
        }
        remember(peer)
    }

    private func remember(_ peer: DeviceID) {
        let standing = standing(with: peer)
        guard let contact = standing.lastContact else { return }
        do {
            let state = try core.store.node()
            // It has the whole log, and so all that this node holds.
            let hasAll = standing.sent.map { $0.lseq == state?.lseq && $0.log == state?.log.rawValue } ?? false
            try book.note(
                contact: contact, sent: standing.sent, vector: hasAll ? try core.store.vector() : nil, with: peer)
        } catch {
            core.log.error("cannot note the last contact with a peer: \(error)")
        }
    }

    /// Notes what a peer said it holds, other than over the network.
    func remember(_ vector: VersionVector, of peer: DeviceID, at contact: Timestamp) {
        do {
            try book.note(contact: contact, sent: nil, vector: vector, with: peer)
        } catch {
            core.log.error("cannot note what a peer holds: \(error)")
        }
    }

    /// What a peer is known to hold, for the next bundle to start from; it may hold more.
    func knownVector(of peer: DeviceID) -> VersionVector {
        book.peers.first { $0.device == peer }?.vector ?? VersionVector()
    }

    /// Counts what was read from a peer; how long not to read on.
    func spend(_ bytes: Int, of peer: DeviceID) -> Duration {
        let now = core.now
        return state.withLock { state in
            var quota = state.standings[peer]?.quota ?? PeerQuota(at: now)
            let pause = quota.spend(bytes, at: now)
            state.standings[peer, default: PeerStanding()].quota = quota
            return pause
        }
    }

    /// Wakes whoever waits to call `peer` again; made when first asked for.
    func caller(of peer: DeviceID) -> Waker {
        state.withLock { state in
            let waker = state.callers[peer] ?? Waker()
            state.callers[peer] = waker
            return waker
        }
    }

    // MARK: Talking

    /// Runs a session on a connection, to its end.
    func talk(over connection: PeerConnection) async throws {
        let peer = connection.peer
        let name = name(of: peer)
        update(peer) { standing in
            standing.connection = connection
            standing.connectedSince = core.now
            standing.isLive = false
        }
        defer {
            update(peer) { standing in
                guard standing.connection === connection else { return }
                standing.connection = nil
                standing.connectedSince = nil
                standing.isLive = false
            }
            remember(peer)
            // Whoever called is waiting anyway, and waits longer each time that it is refused.
            if !connection.isDialed { caller(of: peer).wake() }
        }
        core.log.debug("connected with \(name)", metadata: ["peer": "\(peer.short)"])
        do {
            try await PeerSession(connection, name: name, node: self).run()
        } catch PeerTransportError.closed(.finishedByPeer), PeerTransportError.closed(.finished) {
        } catch PeerTransportError.closed(.replaced) {
            throw PeerTransportError.closed(.replaced)
        } catch {
            update(peer) { $0.problem = "\(error)" }
            throw error
        }
    }

    // MARK: What arrived

    func arrived(_ changes: [AppliedChange]) {
        guard !changes.isEmpty else { return }
        state.withLock { state in
            for change in changes {
                if change.register.id.kind == .feedField { state.feedsChanged = true }
                if change.register.id.kind == .device { state.rosterChanged = true }
            }
        }
        arrivals.wake()
    }

    func bodiesArrived() { arrivals.wake() }

    /// Folds and indexes what peers sent, and takes up what they changed, whenever something arrives; and at the start,
    /// what the last run of the daemon left.
    func followArrivals() async {
        var headlines = HeadlineProgress()
        while !Task.isCancelled {
            do {
                while try core.store.foldPending() > 0 { core.events.wake() }
                try headlines.goOn(in: core.store, olderThan: oldestBody, at: core.time.monotonic)
            } catch {
                core.log.error("cannot fold what peers sent: \(error)")
            }
            let (feeds, roster) = state.withLock { state in
                defer { (state.feedsChanged, state.rosterChanged) = (false, false) }
                return (state.feedsChanged, state.rosterChanged)
            }
            if feeds { await core.feedsChanged() }
            if roster { await followRoster() }
            core.events.wake()
            await arrivals.sleep(atMost: .seconds(3600))
        }
    }

    // MARK: Where it listens

    var listening: (addresses: [PeerAddress], problem: String?) {
        state.withLock { ($0.listening, $0.listeningProblem) }
    }

    func setListening(_ addresses: [PeerAddress], problem: String? = nil) {
        state.withLock { state in
            state.listening = addresses
            state.listeningProblem = problem
        }
    }
}
