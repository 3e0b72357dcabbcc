import Model

/// Who a node is: SHA-256 of its TLS public key, as a SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7).
///
/// It is what peers pin. Printed as eight groups of seven characters (see `CheckedBase32`).
package struct DeviceID: Hashable, Comparable, Sendable {
    package static let byteCount = ContentHash.byteCount

    private let hash: ContentHash

    init(publicKey subjectPublicKeyInfo: [UInt8]) { hash = ContentHash(of: subjectPublicKeyInfo) }

    /// `nil` unless there are exactly 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard let hash = ContentHash(bytes: bytes) else { return nil }
        self.hash = hash
    }

    /// The device that `text` names, as printed by `description`; says which part is mistyped.
    package init(parsing text: some StringProtocol) throws(MistypedText) {
        guard let hash = ContentHash(bytes: try CheckedBase32.bytes(in: text)) else { throw .incomplete }
        self.hash = hash
    }

    package var bytes: [UInt8] { hash.bytes }

    /// The first group of the printed form: enough for a person to tell a handful of devices apart, and no more.
    package var short: String { String(description.prefix(CheckedBase32.groupLength)) }

    package static func < (left: DeviceID, right: DeviceID) -> Bool { left.hash < right.hash }
}

extension DeviceID: CustomStringConvertible {
    package var description: String { CheckedBase32.text(of: bytes) }
}
