import Model

/// The key that a node signs bundles with; which kind of key it is, the caller knows.
package struct BundleKey: Sendable {
    /// Its SHA-256 is the node's `DeviceID`.
    package let publicKey: [UInt8]
    package let sign: @Sendable ([UInt8]) throws -> [UInt8]

    package init(publicKey: [UInt8], sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.publicKey = publicKey
        self.sign = sign
    }
}

/// Whom a node takes bundles from.
package struct BundleTrust: Sendable {
    /// Whether a device was paired, and not revoked.
    package let isPaired: @Sendable (DeviceID) -> Bool
    package let isGenuine: @Sendable (_ signature: [UInt8], _ bytes: [UInt8], _ publicKey: [UInt8]) -> Bool

    package init(
        isPaired: @escaping @Sendable (DeviceID) -> Bool,
        isGenuine: @escaping @Sendable (_ signature: [UInt8], _ bytes: [UInt8], _ publicKey: [UInt8]) -> Bool
    ) {
        self.isPaired = isPaired
        self.isGenuine = isGenuine
    }
}

/// Why a bundle is not taken. Nothing of it was merged, but for what came before a frame that was `exchanged`.
package enum BundleDefect: Error, Hashable, Sendable {
    /// It ends before its last frame: still being copied, or cut.
    case incomplete
    /// Frame number `at`, from 0, is no message.
    case malformed(at: Int, MessageDefect)
    /// A message where it does not belong.
    case misplaced(at: Int)
    /// Bytes follow the last frame.
    case trailing
    /// Written by a later version.
    case version(UInt32)
    /// The key in it is not the writer's.
    case foreignKey
    /// The writer is not paired with this node.
    case unknownWriter(DeviceID)
    /// The bytes are not those that were signed.
    case damaged
    /// The signature is not the writer's.
    case forged
    /// Frame number `at`, from 0, is another than when the bundle was verified.
    case exchanged(at: Int)
}

/// What the signature is made over.
enum BundleSignature {
    static func bytes(of hash: ContentHash) -> [UInt8] { Array("wiredesk bundle".utf8) + hash.bytes }
}
