package import Model

/// How much one peer may send, over all its connections: a token bucket, so that a peer that floods is slowed down by
/// not being read from, and the others are served.
///
/// A first exchange of 100,000 articles is 86 MB and stays within the burst.
package struct PeerQuota: Hashable, Sendable {
    package static let burst: Int64 = 256 << 20
    package static let bytesPerSecond: Int64 = 32 << 20

    /// Negative: more was read than allowed.
    private var allowance: Int64 = burst
    private var counted: Timestamp

    package init(at now: Timestamp) { counted = now }

    /// Counts what was read from the peer. Returns how long not to read on.
    package mutating func spend(_ bytes: Int, at now: Timestamp) -> Duration {
        // A clock that goes back gives nothing, and one that leaps ahead no more than a burst.
        let elapsed = min(max((now - counted).milliseconds, 0), 60_000)
        counted = now
        allowance = min(allowance + elapsed * Self.bytesPerSecond / 1000, Self.burst) - Int64(bytes)
        guard allowance < 0 else { return .zero }
        return .milliseconds(-allowance * 1000 / Self.bytesPerSecond + 1)
    }
}
