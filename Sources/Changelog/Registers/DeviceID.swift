package import Model

/// Who a node is: the SHA-256 of its TLS public key. What peers pin.
package struct DeviceID: Hashable, Comparable, Sendable {
    package let hash: ContentHash

    package init(_ hash: ContentHash) { self.hash = hash }

    package init(publicKey: [UInt8]) { hash = ContentHash(of: publicKey) }

    package static func < (left: DeviceID, right: DeviceID) -> Bool { left.hash < right.hash }
}

extension DeviceID: CustomStringConvertible {
    package var description: String { hash.hex }
}
