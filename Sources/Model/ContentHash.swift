package import Crypto

/// SHA-256 of a canonical text or of a stored body: equal hash means equal bytes.
///
/// Held as four big-endian words, so that comparing hashes and comparing their
/// hexadecimal forms give the same order on every machine.
package struct ContentHash: Hashable, Comparable, Sendable {
    package static let byteCount = 32

    private let words: InlineArray<4, UInt64>

    /// The hash of `bytes` as they stand.
    package init(of bytes: some Collection<UInt8>) {
        var hasher = SHA256()
        hasher.update(collection: bytes)
        self.init(digest: hasher.finalize())
    }

    /// The hash of the UTF-8 form of `text`, not normalised in any way.
    package init(of text: String) {
        self.init(of: text.utf8)
    }

    package init(digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { Self.words(of: $0) }
    }

    /// `nil` unless there are exactly 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = Array(bytes).withUnsafeBytes { Self.words(of: $0) }
    }

    /// The same without a copy.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount else { return nil }
        words = Self.words(of: bytes)
    }

    /// `nil` unless `hex` is 64 hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    package var bytes: [UInt8] { withBytes { Array($0) } }

    /// Hands out the 32 bytes, for the time of the call.
    package func withBytes<Result>(_ use: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let ordered: InlineArray<4, UInt64> = InlineArray { words[$0].bigEndian }
        return try withUnsafeBytes(of: ordered, use)
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { bytes.hex }

    /// The first 8 bytes as a number, for places where a whole hash is more than is needed.
    package var prefix: UInt64 { words[0] }

    package static func == (left: ContentHash, right: ContentHash) -> Bool {
        left.words[0] == right.words[0] && left.words[1] == right.words[1]
            && left.words[2] == right.words[2] && left.words[3] == right.words[3]
    }

    package static func < (left: ContentHash, right: ContentHash) -> Bool {
        for index in 0..<4 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words[0])
        hasher.combine(words[1])
    }

    private static func words(of bytes: UnsafeRawBufferPointer) -> InlineArray<4, UInt64> {
        InlineArray { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
}

extension ContentHash: CustomStringConvertible {
    package var description: String { hex }
}

extension SHA256 {
    /// Feeds any collection of bytes, without a copy where it is contiguous.
    package mutating func update(collection bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if done == nil { update(data: Array(bytes)) }
    }
}
