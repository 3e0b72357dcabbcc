import Changelog
import Configuration
import ControlProtocol
import Logging
import Model
import PeerTransport
import Storage

extension PeerNode {
    /// As long as it takes to carry a string to another machine.
    private static let invitationLifetime = Duration.seconds(15 * 60)

    /// A new invitation, for `address` or wherever this node can be reached.
    func invite(at address: String?) async throws -> PeerInvitation {
        var addresses = reachableAddresses()
        if let address {
            guard let parsed = PeerAddress(parsing: address) else {
                throw ControlError(
                    .badParameters, "“\(address)” is no address", remedy: "write it as 192.0.2.1:7331 or host:7331")
            }
            addresses = [parsed]
        }
        guard !addresses.isEmpty else {
            if let problem = listening.problem { throw ControlError(.unavailable, problem) }
            throw ControlError(
                .configuration, "this node listens on no address, so nobody can join it",
                remedy:
                    "set “peers: listen:” in \(core.configurationFile) and restart wiredeskd, or invite from the other node"
            )
        }
        let invitation = await endpoint.invitations.issue(for: Self.invitationLifetime, at: addresses)
        return PeerInvitation(
            invitation: invitation.text, expires: invitation.expiry, addresses: addresses.map(\.description))
    }

    /// Uses an invitation that another node gave out.
    func join(_ text: String) async throws -> PairedPeer {
        let invitation: Invitation
        do {
            invitation = try Invitation(parsing: text)
        } catch {
            throw ControlError(
                .badParameters, "this is no invitation: \(error)", remedy: "copy it again, or ask for a new one")
        }
        do {
            let peer = try await endpoint.join(invitation)
            try await keep(peer, addresses: invitation.addresses)
            return peer
        } catch let failure as PairingFailure {
            throw ControlError(.failed, "not paired: \(failure)")
        } catch let error as PeerTransportError {
            throw ControlError(
                .unavailable, "not paired: \(error)", remedy: "is wiredeskd running there, and its port open?")
        }
    }

    /// Makes a device a peer; it is one for good when this returns.
    func keep(_ peer: PairedPeer, addresses: [PeerAddress]) async throws {
        try book.keep(peer.device, name: peer.name.text, addresses: addresses)
        if var entry = try core.store.devices().first(where: { $0.device == peer.device }), entry.isRevoked {
            entry.isRevoked = false
            list(entry)
        }
        update(peer.device) { $0.problem = nil }
        announce()
        peersChanged.wake()
        caller(of: peer.device).wake()
    }

    /// Trusts a peer no more, here and, once they have heard of it, on the other nodes.
    func forget(_ peer: PeerBook.Peer) async throws {
        let entry = try core.store.devices().first { $0.device == peer.device }
        guard try book.forget(peer.device) else { return }
        await endpoint.disconnect(peer.device)
        list(
            DeviceEntry(
                device: peer.device, name: entry?.name ?? peer.name, publicKey: entry?.publicKey ?? [], addresses: [],
                isRevoked: true))
        core.log.notice("forgot the peer \(entry?.name ?? peer.name)", metadata: ["peer": "\(peer.device.short)"])
    }

    /// Calls a peer otherwise, on every node.
    func rename(_ peer: PeerBook.Peer, to text: String) throws {
        guard let name = NodeName(text) else {
            throw ControlError(
                .badParameters, "“\(text)” cannot be a name",
                remedy: "one line of 1 to \(NodeName.maximumByteCount) bytes, without control characters")
        }
        guard var entry = roster()[peer.device] else {
            throw ControlError(
                .unavailable, "\(peer.name) has not been met yet", remedy: "rename it after the first sync")
        }
        entry.name = name.text
        list(entry)
    }

    /// The peer that a name, or the beginning of a device id, names.
    func find(_ text: String) throws -> PeerBook.Peer {
        let named = book.peers.filter { name(of: $0.device) == text }
        let found = named.isEmpty ? book.peers.filter { $0.device.text.hasPrefix(text.lowercased()) } : named
        guard let peer = found.first, !text.isEmpty else {
            throw ControlError(.notFound, "there is no peer “\(text)”", remedy: "see them with: wiredesk peers")
        }
        guard found.count == 1 else {
            let ids = found.map(\.device.short).joined(separator: ", ")
            throw ControlError(.ambiguous, "“\(text)” may be \(ids)", remedy: "name it by its id")
        }
        return peer
    }
}
