import Changelog
import ControlProtocol
import Model
import PeerTransport
import Platform
import Storage

extension ControlAPI {
    /// How long `sync now` waits for peers that answer slowly or not at all.
    private static let syncPatience = Duration.seconds(20)

    func join(_ parameters: PeerJoinParameters) async throws -> ActionOutcome {
        let peer = try await peers.join(parameters.invitation)
        return ActionOutcome(summary: "paired with \(peer.name) (\(peer.device.short))", matched: 1, changed: 1)
    }

    func forget(_ parameters: PeerParameters) async throws -> ActionOutcome {
        let peer = try peers.find(parameters.peer)
        let name = peers.name(of: peer.device)
        try await peers.forget(peer)
        return ActionOutcome(summary: "\(name) is no longer a peer", matched: 1, changed: 1)
    }

    func rename(_ parameters: PeerRenameParameters) throws -> ActionOutcome {
        let peer = try peers.find(parameters.peer)
        let name = peers.name(of: peer.device)
        try peers.rename(peer, to: parameters.name)
        return ActionOutcome(summary: "\(name) is now called \(parameters.name)", matched: 1, changed: 1)
    }

    func syncStatus() async throws -> SyncReport {
        let counts = try store.counts()
        let listening = peers.listening
        var problems: [String] = []
        if let problem = listening.problem { problems.append(problem) }
        if listening.addresses.isEmpty, listening.problem == nil {
            problems.append("this node listens on no address: it calls others, and they cannot call it")
        }
        return SyncReport(
            name: peers.name(of: peers.device), device: peers.device.text,
            listening: listening.addresses.map(\.description), peers: try peers.summaries(),
            folders: await folders.report, missingBodies: counts.wantedBodies, pending: counts.pending,
            quarantined: counts.quarantined, digest: try store.digest().hex, problems: problems)
    }

    /// Calls every peer, and waits until all that answer are in step, bodies included.
    func syncNow() async throws -> SyncReport {
        let devices = peers.book.peers.map(\.device)
        let before = Dictionary(devices.map { ($0, peers.standing(with: $0).attempts) }, uniquingKeysWith: { $1 })
        for device in devices { peers.caller(of: device).wake() }
        core.events.wake()
        await folders.exchange()
        let deadline = core.time.monotonic + Self.syncPatience
        while core.time.monotonic < deadline {
            let end = try store.node()?.lseq
            let isSettled = devices.allSatisfy { device in
                let standing = peers.standing(with: device)
                if standing.connection != nil { return standing.isLive && standing.sent?.lseq == end }
                return standing.attempts != before[device] || peers.addresses(of: device).isEmpty
            }
            if isSettled, peers.claims.isEmpty, try store.counts().pending == 0 { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await syncStatus()
    }

    func quarantine() throws -> [QuarantinedItem] {
        try store.quarantined(limit: 1000).map { item in
            QuarantinedItem(
                peer: item.peer.map { peers.name(of: $0) }, received: item.received,
                kind: ChangeKind.words(forCode: item.kind), key: item.key.hex, reason: item.reason, bytes: item.size)
        }
    }
}

extension PeerNode {
    /// Every peer, by name.
    func summaries() throws(StoreError) -> [PeerSummary] {
        let state = try core.store.node()
        var summaries: [PeerSummary] = []
        for peer in book.peers { summaries.append(try summary(of: peer, state)) }
        return summaries
    }

    private func summary(of peer: PeerBook.Peer, _ state: NodeState?) throws(StoreError) -> PeerSummary {
        let standing = standing(with: peer.device)
        var summary = PeerSummary(
            name: name(of: peer.device), device: peer.device.text, short: peer.device.short, state: .away,
            addresses: addresses(of: peer.device).map(\.description),
            lastContact: standing.lastContact ?? peer.lastContact, problem: standing.problem)
        summary.clockAheadSeconds = standing.clockAhead.map { $0.components.seconds }
        let sent = standing.sent ?? peer.sent
        if let sent, let state, sent.log == state.log.rawValue {
            summary.toSend = try core.store.logLength(after: sent.lseq)
        }
        guard let connection = standing.connection else { return summary }
        summary.state = standing.isLive ? .live : .syncing
        summary.toReceive = standing.toReceive
        if !standing.isLive, standing.toSend > 0 { summary.toSend = standing.toSend }
        let traffic = connection.traffic
        summary.connectedSince = standing.connectedSince
        summary.bytesReceived = Int64(clamping: traffic.received)
        summary.bytesSent = Int64(clamping: traffic.sent)
        if let since = standing.connectedSince {
            let milliseconds = max(1, (core.now - since).milliseconds)
            let bytes = Double(traffic.received) + Double(traffic.sent)
            summary.bytesPerSecond = Int64(bytes * 1000 / Double(milliseconds))
        }
        return summary
    }
}

extension StateDigest {
    /// The sum of everything, in 32 hexadecimal digits.
    var hex: String {
        let digits = String(total, radix: 16)
        return String(repeating: "0", count: max(0, 32 - digits.count)) + digits
    }
}
