package import Changelog

/// What the two ends of a pairing say, one message a frame. The first byte says which.
///
/// Bytes by hand and not protobuf: this is read from someone who has proved nothing, and every field has one length.
enum PairingMessage: Equatable {
    static let version: UInt8 = 1
    static let invitationIDByteCount = 8
    static let nonceByteCount = 32
    static let proofByteCount = 32

    /// 1: joiner to inviter: version, which invitation, nonce.
    case hello(invitation: [UInt8], nonce: [UInt8])
    /// 2: inviter to joiner: nonce.
    case challenge(nonce: [UInt8])
    /// 3: joiner to inviter: proof, name.
    case proof([UInt8], name: NodeName)
    /// 4: inviter to joiner, after it has kept the joiner: proof, name.
    case welcome([UInt8], name: NodeName)
    /// 5: inviter to joiner: a code of `PairingRefusal`.
    case refusal(PairingRefusal)

    var bytes: [UInt8] {
        switch self {
        case .hello(let invitation, let nonce): [1, Self.version] + invitation + nonce
        case .challenge(let nonce): [2] + nonce
        case .proof(let proof, let name): [3] + proof + Array(name.text.utf8)
        case .welcome(let proof, let name): [4] + proof + Array(name.text.utf8)
        case .refusal(let refusal): [5, refusal.rawValue]
        }
    }

    /// `nil` if the bytes are no message of this version.
    init?(_ bytes: [UInt8]) {
        var rest = bytes.dropFirst()
        switch bytes.first {
        case 1:
            guard
                rest.take(1)?.first == Self.version,
                let invitation = rest.take(Self.invitationIDByteCount),
                let nonce = rest.take(Self.nonceByteCount), rest.isEmpty
            else { return nil }
            self = .hello(invitation: Array(invitation), nonce: Array(nonce))
        case 2:
            guard let nonce = rest.take(Self.nonceByteCount), rest.isEmpty else { return nil }
            self = .challenge(nonce: Array(nonce))
        case 3, 4:
            guard let proof = rest.take(Self.proofByteCount), let name = NodeName(utf8: rest) else { return nil }
            self = bytes.first == 3 ? .proof(Array(proof), name: name) : .welcome(Array(proof), name: name)
        case 5:
            guard rest.count == 1, let refusal = rest.first.flatMap(PairingRefusal.init(rawValue:)) else { return nil }
            self = .refusal(refusal)
        default: return nil
        }
    }
}

/// Why an inviter does not pair. The codes are on the wire and are never renumbered.
package enum PairingRefusal: UInt8, Error, Hashable, Sendable {
    case unknownInvitation = 1
    case expired = 2
    case used = 3
    case wrongProof = 4
    /// Too many wrong proofs, or too many attempts in a minute.
    case tooManyAttempts = 5
    case malformed = 6
    /// The inviter could not write the new peer down.
    case notKept = 7
}

/// Why a pairing came to nothing, for the end that sees it.
package enum PairingFailure: Error, Hashable, Sendable {
    /// The inviter says so.
    case refused(PairingRefusal)
    /// This end refused the joiner.
    case refusing(PairingRefusal, DeviceID)
    /// By this node's clock; the inviter was not asked.
    case expired(ago: Duration)
    /// The string names this very node.
    case ownInvitation
    /// The inviter lets no stranger in: its invitation is used, expired, or was given up when it restarted.
    case notOpen
    /// The other end proved its key and not the secret, or said something else than was its turn.
    case notTheInviter
    case interrupted
}

extension PairingRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownInvitation: "this invitation is not known there; ask for a new one"
        case .expired: "the invitation has expired; ask for a new one"
        case .used: "the invitation has been used by another device; ask for a new one"
        case .wrongProof: "the secret is wrong"
        case .tooManyAttempts: "too many attempts; wait a minute and ask for a new invitation"
        case .malformed: "the message was malformed; is one of the two nodes older?"
        case .notKept: "the other node could not store the new peer; see its log"
        }
    }
}

extension PairingFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(let refusal): "\(refusal)"
        case .refusing(let refusal, let device): "did not pair with \(device.text): \(refusal)"
        case .expired(let ago): "the invitation expired \(ago) ago by this machine's clock; ask for a new one"
        case .ownInvitation: "this invitation was made by this very node; run the command on the other machine"
        case .notOpen: "the inviter has no open invitation; it was used, has expired, or the daemon there was restarted"
        case .notTheInviter: "the other end does not know the secret of this invitation"
        case .interrupted: "the connection ended before the two were paired; try again"
        }
    }
}
