import Crypto

/// The first 16 bytes of a SHA-256 over named parts: how a replicated record is called on every peer.
///
/// Each part is preceded by its length in bytes (8 bytes, big-endian), so that
/// no two lists of parts are hashed alike.
package struct RecordKey: Hashable, Comparable, Sendable {
    package static let byteCount = 16

    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The key of the record that `parts` name.
    package init(of parts: [UInt8]...) {
        var hasher = SHA256()
        for part in parts {
            Swift.withUnsafeBytes(of: UInt64(part.count).bigEndian) { hasher.update(bufferPointer: $0) }
            part.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        }
        let digest = hasher.finalize()
        (high, low) = digest.withUnsafeBytes { Self.halves(of: $0) }
    }

    /// `nil` unless there are exactly 16 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        (high, low) = Array(bytes).withUnsafeBytes { Self.halves(of: $0) }
    }

    /// The same without a copy.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount else { return nil }
        (high, low) = Self.halves(of: bytes)
    }

    /// `nil` unless `hex` is 32 hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    package var bytes: [UInt8] { withBytes { Array($0) } }

    /// Hands out the 16 bytes, for the time of the call.
    package func withBytes<Result>(_ use: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: (high.bigEndian, low.bigEndian), use)
    }

    /// 32 lower-case hexadecimal digits.
    package var hex: String { bytes.hex }

    package static func < (left: RecordKey, right: RecordKey) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    private static func halves(of bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        (
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }
}

extension RecordKey: CustomStringConvertible {
    package var description: String { hex }
}
