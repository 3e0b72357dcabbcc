import Changelog
import Logging

extension PeerEndpoint {
    /// Uses an invitation that another node gave out: calls it, proves the secret, and returns who it is.
    ///
    /// The inviter has kept this node by the time this returns; the caller keeps the inviter. If the connection is lost
    /// in between, the same invitation can be used again by this node until it expires. Throws `PairingFailure`, or
    /// `PeerTransportError.unreachable`.
    package func join(_ invitation: Invitation) async throws -> PairedPeer {
        let joiner = try await invitations.joiner(invitation)
        let established = try await dial(invitation.device, at: invitation.addresses, for: .pairing)
        return try await established.run { connection in
            try await withPairingTimeout(connection) { try await join(over: connection, as: joiner) }
        }
    }

    private func join(over connection: PeerConnection, as joiner: PairingJoiner) async throws -> PairedPeer {
        var joiner = joiner
        do {
            try await connection.send(joiner.opening.bytes, on: .live)
            for try await frame in connection.frames {
                switch joiner.receive(frame.bytes) {
                case .send(let message): try await connection.send(message.bytes, on: .live)
                case .done(let peer): return peer
                case .fail(let failure): throw failure
                }
            }
        } catch PeerTransportError.refusedByPeer {
            throw PairingFailure.notOpen
        }
        throw PairingFailure.interrupted
    }

    /// The inviter's side, on a connection that someone opened in order to pair.
    func invite(
        over connection: PeerConnection, paired: @Sendable (PairedPeer) async throws -> Void
    ) async throws -> PairedPeer {
        try await withPairingTimeout(connection) {
            var inviter = await invitations.inviter(for: connection.peer)
            for try await frame in connection.frames {
                switch await invitations.advance(&inviter, with: frame.bytes) {
                case .send(let message): try await connection.send(message.bytes, on: .live)
                case .refuse(let refusal): try await refuse(refusal, over: connection)
                case .keep(let peer, let welcome):
                    do {
                        try await paired(peer)
                    } catch {
                        log.error("could not keep the new peer \(peer.device.text): \(error)")
                        try await refuse(.notKept, over: connection)
                    }
                    try await connection.send(welcome.bytes, on: .live)
                    return peer
                }
            }
            throw PairingFailure.interrupted
        }
    }

    /// Tells the joiner why, and throws it.
    private func refuse(_ refusal: PairingRefusal, over connection: PeerConnection) async throws -> Never {
        try await connection.send(PairingMessage.refusal(refusal).bytes, on: .live)
        throw PairingFailure.refusing(refusal, connection.peer)
    }

    /// Closes `connection` when pairing takes longer than two programs need for it.
    private func withPairingTimeout(
        _ connection: PeerConnection, _ body: () async throws -> PairedPeer
    ) async throws -> PairedPeer {
        let timeout = limits.pairingTimeout
        let watch = Task {
            try await Task.sleep(for: timeout)
            await connection.close(.finished)
        }
        defer { watch.cancel() }
        return try await body()
    }
}
