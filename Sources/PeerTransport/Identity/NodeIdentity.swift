package import Changelog
import Crypto

/// The key of this node, and what follows from it: its device id and the certificate it shows to peers.
///
/// One P-256 key does everything: it is what every TLS 1.3 implementation must support (RFC 8446 §9.1), what
/// BoringSSL verifies in constant time, and what `openssl genpkey` can make for a systemd credential.
package struct NodeIdentity: Sendable {
    package let device: DeviceID

    /// Self-signed, in DER. Peers look at its public key only.
    let certificate: [UInt8]
    let key: P256.Signing.PrivateKey

    /// A new identity, held nowhere but in memory.
    package init() throws(NodeKeyError) { try self.init(key: P256.Signing.PrivateKey()) }

    /// The identity whose key `pem` holds: PKCS #8 or SEC 1, P-256.
    package init(pem: String) throws(NodeKeyError) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { throw .notAKey }
        try self.init(key: key)
    }

    package var pem: String { key.pemRepresentation }

    private init(key: P256.Signing.PrivateKey) throws(NodeKeyError) {
        self.key = key
        device = DeviceID(publicKey: Array(key.publicKey.derRepresentation))
        do { certificate = try NodeCertificate.selfSigned(by: key) } catch { throw .certificate("\(error)") }
    }
}

/// Why a node has no usable key.
package enum NodeKeyError: Error, Hashable, Sendable {
    /// The file is neither PKCS #8 nor SEC 1, or the key in it is not P-256.
    case notAKey
    /// Permission bits that let others than the owner read the key.
    case readableByOthers(path: String, mode: UInt32)
    /// The file belongs to a user that is neither root nor the one the node runs as.
    case foreignOwner(path: String, owner: UInt32)
    case notAFile(path: String)
    /// A system call failed; `reason` is what `strerror` says.
    case system(call: String, path: String, reason: String)
    case certificate(String)
    case cannotSign
}

extension NodeKeyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAKey:
            "the node's key is not a P-256 private key in PEM; restore it from a backup, or move it away to get a new one"
        case .readableByOthers(let path, let mode):
            "\(path) can be read by others (mode \(String(mode, radix: 8))); run: chmod 600 '\(path)'"
        case .foreignOwner(let path, let owner):
            "\(path) belongs to user \(owner), who could replace it; chown it to the user that wiredeskd runs as"
        case .notAFile(let path): "\(path) is not a regular file"
        case .system(let call, let path, let reason): "\(call) \(path): \(reason)"
        case .certificate(let reason): "no certificate could be made from the node's key: \(reason)"
        case .cannotSign: "the node's key could not sign"
        }
    }
}
