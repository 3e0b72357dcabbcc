package import Changelog
import NIOCore
import NIOPosix

extension PeerEndpoint {
    /// Calls `device` at the first of `addresses` where it answers, and runs `body` with the connection, which closes
    /// when `body` returns or throws.
    ///
    /// Addresses are tried one after the other, so put the one that worked last first. A host that answers and cannot
    /// prove to be `device` is left at once for the next. Throws `PeerTransportError.unreachable` with what happened
    /// at each.
    ///
    /// That this returns a connection does not mean that the peer accepts this node's key: it decides after the
    /// handshake, and its refusal comes out of `PeerConnection.frames`.
    package func connect<Result: Sendable>(
        to device: DeviceID,
        at addresses: [PeerAddress],
        _ body: @Sendable (PeerConnection) async throws -> Result
    ) async throws -> Result {
        try await run(dial(device, at: addresses, for: .session), body)
    }

    func dial(_ device: DeviceID, at addresses: [PeerAddress], for purpose: Purpose) async throws -> Established {
        var attempts: [PeerTransportError.Attempt] = []
        for address in addresses {
            try Task.checkCancellation()
            do {
                return try await dial(device, at: address, for: purpose)
            } catch {
                attempts.append(.init(address: address, failure: .init(error, timeout: limits.connectTimeout)))
            }
        }
        throw PeerTransportError.unreachable(attempts)
    }

    private func dial(_ device: DeviceID, at address: PeerAddress, for purpose: Purpose) async throws -> Established {
        // Resolves names off this thread and, where a name has several addresses, races them (RFC 8305).
        let pending = try await ClientBootstrap(group: eventLoops)
            .connectTimeout(TimeAmount(limits.connectTimeout))
            .connect(host: address.host, port: Int(address.port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try ConnectionOptions.set(on: channel)
                    return try prepare(channel, .dialer(purpose), .exactly(device))
                }
            }
        return try await pending.proven()
    }
}

extension PeerTransportError.Attempt.Failure {
    fileprivate init(_ error: any Error, timeout: Duration) {
        switch error {
        case PeerTransportError.refused(let refusal): self = .refused(refusal)
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first {
                self.init(first.error, timeout: timeout)
            } else {
                self = .network("its name is not known")
            }
        case let error as IOError: self = .network(error.words)
        case ChannelError.connectTimeout: self = .network("no answer within \(timeout)")
        default: self = .network("\(error)")
        }
    }
}
