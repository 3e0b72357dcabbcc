import Changelog
import Logging
import NIOCore
import NIOPosix

/// The sockets on which peers reach this node.
package struct PeerListener: Sendable {
    /// As bound: a port that was asked for as 0 is here the one that the system chose.
    package let addresses: [PeerAddress]

    private let endpoint: PeerEndpoint
    private let sockets: [NIOAsyncChannel<PendingConnection, Never>]

    fileprivate init(endpoint: PeerEndpoint, sockets: [NIOAsyncChannel<PendingConnection, Never>]) {
        self.endpoint = endpoint
        self.sockets = sockets
        addresses = sockets.compactMap { PeerAddress($0.channel.localAddress) }
    }

    /// Takes connections until the task is cancelled, and then returns once all of them are closed. Must be called
    /// exactly once.
    ///
    /// - Parameters:
    ///   - session: talks with a peer, each in a task of its own. What it throws is logged with the peer's name.
    ///   - paired: keeps a device that has proved an invitation. The device is told only after this has returned, so
    ///     it must have reached the disk; if it throws, the device is told that pairing failed.
    package func run(
        session: @escaping @Sendable (PeerConnection) async throws -> Void,
        paired: @escaping @Sendable (PairedPeer) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for socket in sockets {
                group.addTask { try await accept(from: socket, session, paired) }
            }
            try await group.waitForAll()
        }
    }

    private func accept(
        from socket: NIOAsyncChannel<PendingConnection, Never>,
        _ session: @escaping @Sendable (PeerConnection) async throws -> Void,
        _ paired: @escaping @Sendable (PairedPeer) async throws -> Void
    ) async throws {
        try await socket.executeThenClose { arrivals in
            try await withThrowingDiscardingTaskGroup { group in
                for try await arrival in arrivals {
                    group.addTask { await receive(arrival, session, paired) }
                }
                // Cancelled, or the socket is gone: whoever is connected is not waited for.
                group.cancelAll()
            }
        }
    }

    /// One connection from its first byte to its last. Nothing that happens on it reaches the others.
    private func receive(
        _ arrival: PendingConnection,
        _ session: @Sendable (PeerConnection) async throws -> Void,
        _ paired: @Sendable (PairedPeer) async throws -> Void
    ) async {
        let from = PeerAddress(arrival.channel.remoteAddress)
        let place = from?.description ?? "an unknown address"
        do {
            let established = try await prove(arrival, from: from?.host ?? "")
            switch established.purpose {
            case .session: try await endpoint.run(established, session)
            case .pairing:
                let peer = try await established.run { connection in
                    try await endpoint.invite(over: connection, paired: paired)
                }
                endpoint.log.notice("paired with \(peer.name) (\(peer.device.text)) from \(place)")
            }
        } catch is CancellationError {
        } catch {
            endpoint.log.notice("connection from \(place) ended: \(error)")
        }
    }

    private func prove(_ arrival: PendingConnection, from host: String) async throws -> Established {
        guard await endpoint.quota.enter(from: host) else {
            arrival.channel.close(promise: nil)
            // In case that the handshake was faster than the refusal.
            if let established = try? await arrival.proven() { try await established.run { _ in } }
            throw PeerTransportError.refused(.tooManyConnections)
        }
        do {
            let established = try await arrival.proven()
            await endpoint.quota.leave(from: host)
            return established
        } catch {
            await endpoint.quota.leave(from: host)
            throw error
        }
    }
}

extension PeerEndpoint {
    /// Binds all of `addresses`, IP literals of either family; port 0 lets the system choose.
    ///
    /// `::` means IPv6 alone, so that `0.0.0.0` can stand beside it. Throws `PeerTransportError.cannotListen` for the
    /// first address that is not to be had, and then listens on none.
    package func listen(on addresses: [PeerAddress]) async throws -> PeerListener {
        var sockets: [NIOAsyncChannel<PendingConnection, Never>] = []
        do {
            for address in addresses { sockets.append(try await bind(address)) }
        } catch {
            for socket in sockets { try? await socket.executeThenClose { _ in } }
            throw error
        }
        return PeerListener(endpoint: self, sockets: sockets)
    }

    private func bind(_ address: PeerAddress) async throws -> NIOAsyncChannel<PendingConnection, Never> {
        do {
            let socketAddress = try SocketAddress(ipAddress: address.host, port: Int(address.port))
            var bootstrap = ServerBootstrap(group: eventLoops)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelOption(.backlog, value: 128)
            if socketAddress.protocol == .inet6 {
                let only = ChannelOptions.Types.SocketOption(level: .ipv6, name: .ipv6_v6only)
                bootstrap = bootstrap.serverChannelOption(only, value: 1)
            }
            return try await bootstrap.bind(to: socketAddress) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try ConnectionOptions.set(on: channel)
                    let rule = Admission.Rule.anyone { await standing(of: $0) }
                    return try prepare(channel, .listener, rule)
                }
            }
        } catch {
            throw PeerTransportError.cannotListen(address, reason: (error as? IOError)?.words ?? "\(error)")
        }
    }

    private func standing(of device: DeviceID) async -> Admission.Standing {
        if await trusts(device) { return .peer }
        return await invitations.isOpen(to: device) ? .guest : .stranger
    }
}
