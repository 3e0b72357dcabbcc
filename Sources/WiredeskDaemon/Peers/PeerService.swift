import Changelog
import Configuration
import Logging
import Model
import PeerTransport
import Platform
import ServiceLifecycle

/// Listens for peers, calls them, and keeps the folders that stand in for a network, until the daemon ends.
struct PeerService: Service {
    let node: PeerNode
    let folders: FolderExchange

    /// How long to wait before an address that could not be had is tried again: an interface may come up.
    private static let listenAgain = Duration.seconds(30)
    /// What could have changed unnoticed is looked at again after this long.
    private static let lookAgain = Duration.seconds(60)

    func run() async throws {
        let blocking = BlockingExecutor.concurrent("peers")
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask(executorPreference: blocking) { await node.followArrivals() }
                group.addTask { await listen() }
                group.addTask { await folders.run() }
                await callPeers(in: &group)
            }
        }
    }

    // MARK: Listening

    private func listen() async {
        await node.core.settingsChanged.watching { changed in
            while !Task.isCancelled {
                let settings = node.core.settings.peers
                await withDiscardingTaskGroup { group in
                    group.addTask { await listen(on: settings.listen) }
                    while !Task.isCancelled, node.core.settings.peers.isListening(as: settings) {
                        await changed.sleep(atMost: .seconds(3600))
                    }
                    group.cancelAll()
                }
            }
        }
    }

    /// Until the task is cancelled.
    private func listen(on wanted: [ListenAddress]) async {
        node.setListening([])
        if wanted.isEmpty { return node.announce() }
        while !Task.isCancelled {
            do {
                let listener = try await bind(wanted)
                node.setListening(listener.addresses)
                let places = listener.addresses.map(\.description).joined(separator: ", ")
                node.core.log.notice("listening for peers on \(places)")
                node.announce()
                try await listener.run(
                    session: { try await node.talk(over: $0) },
                    paired: { try await node.keep($0, addresses: []) })
            } catch is CancellationError {
                return
            } catch {
                node.setListening([], problem: "\(error)")
                node.core.log.error("\(error); trying again in \(Self.listenAgain)")
            }
            try? await Task.sleep(for: Self.listenAgain)
        }
    }

    /// A port alone means every address, of both families where this machine has both.
    private func bind(_ wanted: [ListenAddress]) async throws -> PeerListener {
        func addresses(_ wildcards: [String]) -> [PeerAddress] {
            wanted.flatMap { address in
                (address.host.map { [$0] } ?? wildcards).map { PeerAddress(host: $0, port: address.port) }
            }
        }
        do {
            return try await node.endpoint.listen(on: addresses(["0.0.0.0", "::"]))
        } catch PeerTransportError.cannotListen(let address, _) where address.host == "::" {
            return try await node.endpoint.listen(on: addresses(["0.0.0.0"]))
        }
    }

    // MARK: Calling

    private func callPeers(in group: inout DiscardingTaskGroup) async {
        var called: Set<DeviceID> = []
        while !Task.isCancelled {
            for peer in node.book.peers where called.insert(peer.device).inserted {
                group.addTask { await call(peer.device) }
            }
            await node.peersChanged.sleep(atMost: .seconds(3600))
        }
    }

    /// Calls one peer whenever there is no connection with it.
    private func call(_ peer: DeviceID) async {
        var backoff = Backoff()
        var generator = SystemRandomNumberGenerator()
        let waker = node.caller(of: peer)
        while !Task.isCancelled {
            let addresses = node.addresses(of: peer)
            guard node.book.trusts(peer), node.standing(with: peer).connection == nil, !addresses.isEmpty else {
                await waker.sleep(atMost: Self.lookAgain)
                continue
            }
            let before = node.standing(with: peer).lastContact
            await attempt(peer, at: addresses)
            if node.standing(with: peer).lastContact != before { backoff.reset() }
            await waker.sleep(atMost: backoff.next(using: &generator))
        }
    }

    private func attempt(_ peer: DeviceID, at addresses: [PeerAddress]) async {
        let before = node.standing(with: peer).problem
        do {
            try await node.endpoint.connect(to: peer, at: addresses) { try await node.talk(over: $0) }
        } catch is CancellationError {
        } catch PeerTransportError.closed(.replaced) {
        } catch {
            node.update(peer) { $0.problem = "\(error)" }
            // A peer that is off is no news each time it is called.
            if before != "\(error)" { node.core.log.notice("\(node.name(of: peer)): \(error)") }
        }
        node.update(peer) { $0.attempts += 1 }
    }
}

extension PeerSettings {
    /// Whether a node with these settings is found where, and as, one with the others is.
    fileprivate func isListening(as other: PeerSettings) -> Bool { listen == other.listen && name == other.name }
}
