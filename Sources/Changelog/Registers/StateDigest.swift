import Crypto
package import Model

/// A sum over all registers' identities and versions: equal digests mean equal states.
///
/// 4,096 buckets by the first 12 bits of the key, in 64 groups of 64. Each bucket is the sum, modulo 2^128, of the
/// hashes of its registers (Bellare and Micciancio's additive hash), so that a change costs one subtraction and one
/// addition. The sums find errors and forgotten rows; against a peer that constructs collisions they promise nothing
/// but that its own changes may be missing elsewhere.
package struct StateDigest: Hashable, Sendable {
    package static let groupCount = 64
    package static let bucketsPerGroup = 64
    package static let bucketCount = groupCount * bucketsPerGroup

    /// 64 groups of 64 sums.
    package private(set) var groups: [DigestGroup]

    package init() { groups = Array(repeating: DigestGroup(), count: Self.groupCount) }

    /// `groups` are 64, in order.
    package init(groups: [DigestGroup]) { self.groups = groups }

    package mutating func add(_ id: RegisterID, _ version: Version) {
        let bucket = Self.bucket(of: id.key)
        groups[bucket >> 6].add(Self.element(id, version), to: bucket & 63)
    }

    package mutating func remove(_ id: RegisterID, _ version: Version) {
        let bucket = Self.bucket(of: id.key)
        groups[bucket >> 6].subtract(Self.element(id, version), from: bucket & 63)
    }

    mutating func setGroup(_ index: Int, _ group: DigestGroup) { groups[index] = group }

    /// The sum over everything.
    package var total: UInt128 { groups.reduce(0) { $0 &+ $1.total } }

    /// Which bucket a key falls into, 0..<4,096.
    package static func bucket(of key: RecordKey) -> Int { Int(key.high >> 52) }

    /// The keys that fall into a bucket, 0..<4,096.
    package static func keys(inBucket bucket: Int) -> ClosedRange<RecordKey> {
        let first = UInt64(truncatingIfNeeded: bucket) << 52
        return RecordKey(high: first, low: 0)...RecordKey(high: first | (1 << 52 - 1), low: .max)
    }

    /// What one register adds to its bucket: the first 16 bytes of SHA-256 over kind (4 bytes), key (16), clock,
    /// author and value prefix (8 each), all big-endian.
    package static func element(_ id: RegisterID, _ version: Version) -> UInt128 {
        let words: InlineArray<6, UInt64> = [
            UInt64(id.kind.code).bigEndian, id.key.high.bigEndian, id.key.low.bigEndian,
            UInt64(bitPattern: version.clock).bigEndian, version.author.rawValue.bigEndian,
            version.valuePrefix.bigEndian,
        ]
        var hasher = SHA256()
        // The kind's word is 8 bytes, of which the first 4 are always zero and left out.
        words.span.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[4...])) }
        return hasher.finalize().withUnsafeBytes {
            UInt128(bigEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt128.self))
        }
    }
}

/// 64 neighbouring buckets of a digest: what a store keeps in one row, 1 KiB.
package struct DigestGroup: Hashable, Sendable {
    package static let byteCount = StateDigest.bucketsPerGroup * 16

    package private(set) var sums: [UInt128]
    /// Of the 64 sums.
    package private(set) var total: UInt128 = 0

    package init() { sums = Array(repeating: 0, count: StateDigest.bucketsPerGroup) }

    /// `nil` unless there are exactly 1,024 bytes: 64 sums of 16 bytes, big-endian.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        sums = bytes.withUnsafeBytes { buffer in
            (0..<StateDigest.bucketsPerGroup).map {
                UInt128(bigEndian: buffer.loadUnaligned(fromByteOffset: $0 * 16, as: UInt128.self))
            }
        }
        total = sums.reduce(0, &+)
    }

    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.byteCount)
        for sum in sums { result.append(sum: sum) }
        return result
    }

    package mutating func add(_ element: UInt128, to bucket: Int) {
        sums[bucket] &+= element
        total &+= element
    }

    mutating func subtract(_ element: UInt128, from bucket: Int) {
        sums[bucket] &-= element
        total &-= element
    }
}

extension [UInt8] {
    /// 16 bytes, big-endian.
    package mutating func append(sum: UInt128) {
        append(bigEndian: UInt64(truncatingIfNeeded: sum >> 64))
        append(bigEndian: UInt64(truncatingIfNeeded: sum))
    }
}
