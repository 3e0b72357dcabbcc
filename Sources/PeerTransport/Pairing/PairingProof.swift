import Changelog
import Crypto
import Model

/// The proof that one end of a connection knows an invitation's secret.
///
/// HMAC-SHA-256 with the secret over a role, both device ids, both nonces and a name. The device ids are those whose
/// keys the TLS handshake has just proved: someone in the middle has another key, so another id at one of the ends,
/// and a proof that is passed on is of no use. This binds the secret to the session as an exporter (RFC 5705) would,
/// which NIOSSL does not offer.
struct PairingProof {
    enum Role: UInt8 {
        case joiner = 1
        case inviter = 2
    }

    let secret: InvitationSecret
    let joiner: DeviceID
    let inviter: DeviceID
    let joinerNonce: [UInt8]
    let inviterNonce: [UInt8]

    func code(of role: Role, name: NodeName) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message(role, name), using: SymmetricKey(data: secret.bytes)))
    }

    /// Takes the same time wherever `code` is wrong.
    func isValid(_ code: [UInt8], of role: Role, name: NodeName) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: message(role, name), using: SymmetricKey(data: secret.bytes))
    }

    /// Every field but the last has a fixed length.
    private func message(_ role: Role, _ name: NodeName) -> [UInt8] {
        Array("wiredesk pairing 1\n".utf8) + [role.rawValue]
            + joiner.hash.bytes + inviter.hash.bytes + joinerNonce + inviterNonce + Array(name.text.utf8)
    }
}

extension InvitationSecret {
    /// Names the invitation to its inviter without giving the secret away.
    var invitationID: [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("wiredesk invitation id".utf8), using: SymmetricKey(data: bytes))
        return Array(Array(code).prefix(PairingMessage.invitationIDByteCount))
    }
}
