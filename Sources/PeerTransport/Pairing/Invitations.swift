import Changelog
import Model

/// The open invitations of a running node.
package actor Invitations {
    private let node: DeviceID
    private let name: NodeName
    private let clock: @Sendable () -> Timestamp
    private var book = InvitationBook()

    init(node: DeviceID, name: NodeName, clock: @escaping @Sendable () -> Timestamp) {
        self.node = node
        self.name = name
        self.clock = clock
    }

    /// A new invitation that works once, for `lifetime` or until the daemon stops.
    ///
    /// - Parameter addresses: where the joiner can reach this node, the likeliest first; the first eight count.
    package func issue(for lifetime: Duration, at addresses: [PeerAddress]) -> Invitation {
        var generator = SystemRandomNumberGenerator()
        let invitation = Invitation(
            device: node, secret: InvitationSecret(using: &generator), expiry: clock() + lifetime,
            addresses: addresses)
        book.add(invitation)
        return invitation
    }

    package func withdraw(_ invitation: Invitation) { book.withdraw(invitation.secret) }

    func isOpen(to device: DeviceID) -> Bool { book.isOpen(to: device, at: clock()) }

    func inviter(for joiner: DeviceID) -> PairingInviter {
        PairingInviter(node: node, name: name, joiner: joiner, nonce: Self.nonce())
    }

    func joiner(_ invitation: Invitation) throws(PairingFailure) -> PairingJoiner {
        guard invitation.device != node else { throw .ownInvitation }
        let now = clock()
        guard now < invitation.expiry else { throw .expired(ago: now - invitation.expiry) }
        return PairingJoiner(invitation: invitation, node: node, name: name, nonce: Self.nonce())
    }

    func advance(_ inviter: inout PairingInviter, with message: [UInt8]) -> PairingInviter.Step {
        inviter.receive(message, book: &book, at: clock())
    }

    private static func nonce() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<PairingMessage.nonceByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
