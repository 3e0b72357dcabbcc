package import Changelog
import Model

/// A device that has proved an invitation, or whose invitation this node has used.
package struct PairedPeer: Hashable, Sendable {
    package let device: DeviceID
    /// What it calls itself.
    package let name: NodeName
}

/// The inviter's part of a pairing, without I/O: challenge, check, welcome.
///
/// The joiner proves first, so an inviter gives nothing to guess at offline; a joiner has pinned the inviter's key
/// before it proves anything.
struct PairingInviter {
    private enum State {
        case waiting
        case challenged(PairingProof)
        case over
    }

    enum Step: Equatable {
        case send(PairingMessage)
        /// Keep the joiner, then send the welcome; if it cannot be kept, refuse with `notKept`.
        case keep(PairedPeer, welcome: PairingMessage)
        case refuse(PairingRefusal)
    }

    private let node: DeviceID
    private let name: NodeName
    private let joiner: DeviceID
    private let nonce: [UInt8]
    private var state: State = .waiting

    /// - Parameter joiner: the device on the other end, as TLS proved.
    init(node: DeviceID, name: NodeName, joiner: DeviceID, nonce: [UInt8]) {
        self.node = node
        self.name = name
        self.joiner = joiner
        self.nonce = nonce
    }

    mutating func receive(_ bytes: [UInt8], book: inout InvitationBook, at now: Timestamp) -> Step {
        do throws(PairingRefusal) {
            return try answer(PairingMessage(bytes), &book, now)
        } catch {
            state = .over
            return .refuse(error)
        }
    }

    private mutating func answer(
        _ message: PairingMessage?, _ book: inout InvitationBook, _ now: Timestamp
    ) throws(PairingRefusal) -> Step {
        switch (state, message) {
        case (.waiting, .hello(let invitation, let joinerNonce)):
            let secret = try book.secret(for: invitation, by: joiner, at: now)
            state = .challenged(
                PairingProof(
                    secret: secret, joiner: joiner, inviter: node, joinerNonce: joinerNonce, inviterNonce: nonce))
            return .send(.challenge(nonce: nonce))
        case (.challenged(let proof), .proof(let code, let joinerName)):
            guard proof.isValid(code, of: .joiner, name: joinerName) else {
                book.noteWrongProof(of: proof.secret)
                throw .wrongProof
            }
            try book.use(proof.secret, by: joiner, at: now)
            state = .over
            return .keep(
                PairedPeer(device: joiner, name: joinerName),
                welcome: .welcome(proof.code(of: .inviter, name: name), name: name))
        default: throw .malformed
        }
    }
}

/// The joiner's part of a pairing, without I/O.
struct PairingJoiner {
    private enum State {
        case greeted
        case proved(PairingProof)
        case over
    }

    enum Step: Equatable {
        case send(PairingMessage)
        case done(PairedPeer)
        case fail(PairingFailure)
    }

    private let invitation: Invitation
    private let node: DeviceID
    private let name: NodeName
    private let nonce: [UInt8]
    private var state: State = .greeted

    init(invitation: Invitation, node: DeviceID, name: NodeName, nonce: [UInt8]) {
        self.invitation = invitation
        self.node = node
        self.name = name
        self.nonce = nonce
    }

    /// What the joiner says before anything else.
    var opening: PairingMessage { .hello(invitation: invitation.secret.invitationID, nonce: nonce) }

    mutating func receive(_ bytes: [UInt8]) -> Step {
        switch (state, PairingMessage(bytes)) {
        case (.greeted, .challenge(let inviterNonce)):
            let proof = PairingProof(
                secret: invitation.secret, joiner: node, inviter: invitation.device, joinerNonce: nonce,
                inviterNonce: inviterNonce)
            state = .proved(proof)
            return .send(.proof(proof.code(of: .joiner, name: name), name: name))
        case (.proved(let proof), .welcome(let code, let inviterName))
        where proof.isValid(code, of: .inviter, name: inviterName):
            state = .over
            return .done(PairedPeer(device: invitation.device, name: inviterName))
        case (.greeted, .refusal(let refusal)), (.proved, .refusal(let refusal)):
            state = .over
            return .fail(.refused(refusal))
        default:
            state = .over
            return .fail(.notTheInviter)
        }
    }
}
