package import Changelog
import Crypto

/// Signatures by a node's key: ECDSA with P-256 over SHA-256, r and s of 32 bytes each, big-endian.
///
/// What is signed must begin by saying what it is, so that a signature on one kind of thing never passes for another.
/// A handshake begins with 64 spaces (RFC 8446 §4.4.3), so none is ever signed by mistake.
extension NodeIdentity {
    /// The key in the form whose SHA-256 is the device id: a SubjectPublicKeyInfo in DER.
    package var publicKey: [UInt8] { Array(key.publicKey.derRepresentation) }

    /// 64 bytes.
    package func sign(_ message: [UInt8]) throws(NodeKeyError) -> [UInt8] {
        guard let signature = try? key.signature(for: message) else { throw .cannotSign }
        return Array(signature.rawRepresentation)
    }

    /// Whether `signature` was made over `message` by the node whose public key this is. Any bytes may be asked about.
    package static func isGenuine(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool {
        guard
            let key = try? P256.Signing.PublicKey(derRepresentation: publicKey),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// What this node signs its bundles with.
    package var bundleKey: BundleKey { BundleKey(publicKey: publicKey, sign: { try sign($0) }) }
}
