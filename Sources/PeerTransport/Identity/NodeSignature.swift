import Crypto
package import Model

/// What a signature is for. Part of what is signed.
package enum SignaturePurpose: String, Sendable {
    case bundle
    case roster
    case checkpoint
}

/// A signature together with the key that made it, so that a reader who knows only the device id can verify it.
///
/// On the wire: 33 bytes of compressed public key (SEC 1 §2.3.3), then 64 bytes of r and s, big-endian.
package struct NodeSignature: Hashable, Sendable {
    package static let byteCount = keyByteCount + signatureByteCount
    private static let keyByteCount = 33
    private static let signatureByteCount = 64

    package let bytes: [UInt8]

    /// `nil` unless there are exactly 97 bytes. Whether they are a signature shows in verification.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    init(publicKey: P256.Signing.PublicKey, signature: P256.Signing.ECDSASignature) {
        bytes = Array(publicKey.compressedRepresentation) + Array(signature.rawRepresentation)
    }

    /// The device whose key is in the signature; it has signed only if `isValid` agrees. `nil` if there is no such key.
    package var claimedSigner: DeviceID? {
        publicKey.map { DeviceID(publicKey: Array($0.derRepresentation)) }
    }

    /// Whether `device` signed `contents` as `purpose`.
    package func isValid(for contents: ContentHash, as purpose: SignaturePurpose, by device: DeviceID) -> Bool {
        guard
            let publicKey,
            DeviceID(publicKey: Array(publicKey.derRepresentation)) == device,
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: bytes[Self.keyByteCount...])
        else { return false }
        return publicKey.isValidSignature(signature, for: Self.message(contents, as: purpose))
    }

    private var publicKey: P256.Signing.PublicKey? {
        try? P256.Signing.PublicKey(compressedRepresentation: bytes[..<Self.keyByteCount])
    }

    /// TLS 1.3 signs 64 spaces first (RFC 8446 §4.4.3), so these bytes can never be a handshake that was signed.
    static func message(_ contents: ContentHash, as purpose: SignaturePurpose) -> [UInt8] {
        Array("wiredesk signature 1: \(purpose.rawValue)\n".utf8) + contents.bytes
    }
}
