/// What one fetch may cost. Every limit ends it with a failure that names the limit.
package struct FetchLimits: Hashable, Sendable {
    /// Of the body, after decompression.
    package var decodedBytes: Int
    /// Decoded bytes to bytes on the wire. Looked at once more than `ratioFreeBytes` are decoded, for short answers
    /// that repeat themselves compress well.
    package var decompressionRatio: Int
    /// Of all header lines of one answer, interim answers and trailers included.
    package var headerBytes: Int
    /// From the moment it is started (time spent queueing is not counted) to the last byte, redirects included.
    package var totalTime: Duration
    package var connectTime: Duration
    /// An answer slower than `slowBytesPerSecond` for this long is given up; whole seconds.
    package var slowTime: Duration
    package var slowBytesPerSecond: Int
    package var redirects: Int

    /// Decoded bytes that are never a bomb, whatever they were compressed to.
    package static let ratioFreeBytes = 1 << 20

    /// Sizes: the largest feeds in use (podcasts with their whole history) reach 10 MB, pages 5 MB, RFC 9309 §2.5 asks
    /// for at least 500 KiB of robots.txt. The ratio: XML feeds reach 30, a gzip bomb 1,000. Redirects: Fetch and
    /// browsers follow 20; no real feed needs more than 5.
    package init(for purpose: FetchPurpose) {
        decodedBytes =
            switch purpose {
            case .feed: 32 << 20
            case .page: 10 << 20
            case .robots: 512 << 10
            case .image: 16 << 20
            }
        decompressionRatio = 200
        headerBytes = 64 << 10
        totalTime = .seconds(90)
        connectTime = .seconds(20)
        slowTime = .seconds(30)
        slowBytesPerSecond = 50
        redirects = 8
    }
}
