import Model

/// A running hash over the changes of one origin: two nodes that know an origin up to the same sequence number and
/// disagree on the chain know different histories of it, so one of them was rolled back or copied.
package struct Chain: Hashable, Comparable, Sendable {
    package let rawValue: UInt64

    package init(_ rawValue: UInt64) { self.rawValue = rawValue }

    /// Before the first change.
    package init(startOf origin: OriginID) { rawValue = origin.rawValue }

    /// After one more change: the first 8 bytes of SHA-256 over this chain (8 bytes, big-endian) and the change's
    /// element of the digest (16 bytes, big-endian).
    package func followed(by id: RegisterID, _ version: Version) -> Chain {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        bytes.append(bigEndian: rawValue)
        bytes.append(sum: StateDigest.element(id, version))
        return Chain(ContentHash(of: bytes).prefix)
    }

    package static func < (left: Chain, right: Chain) -> Bool { left.rawValue < right.rawValue }
}

/// A chain at one place, kept so that a later meeting can tell whether histories agree up to there.
package struct ChainMark: Hashable, Sendable {
    /// How many of the newest are kept for each origin.
    static let kept = 256

    package var sequence: Int64
    package var chain: Chain

    package init(sequence: Int64, chain: Chain) {
        self.sequence = sequence
        self.chain = chain
    }
}
