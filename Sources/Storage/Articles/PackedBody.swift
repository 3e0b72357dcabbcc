import Model
import Synchronization

/// A body as it is stored. Packing takes longer than storing, so it is done before a transaction begins.
struct PackedBody: Sendable {
    /// Of what was packed.
    let hash: ContentHash
    /// Bytes before packing.
    let size: Int
    /// `nil` where memory was short.
    private let bytes: [UInt8]?

    /// - Parameter hash: that of `html`.
    init(_ html: String, hash: ContentHash) {
        self.hash = hash
        size = html.utf8.count
        bytes = Self.withCodec { try? $0.compress(html) }
    }

    var packed: [UInt8] {
        get throws(StoreError) {
            guard let bytes else { throw StoreError.failure("a body could not be compressed") }
            return bytes
        }
    }

    private static let idle = Mutex<[BodyCodec]>([])

    /// As many codecs are made as threads pack at one time.
    private static func withCodec<Result>(_ use: (BodyCodec) -> Result) -> Result {
        let codec = idle.withLock { $0.popLast() } ?? BodyCodec()
        defer { idle.withLock { $0.append(codec) } }
        return use(codec)
    }
}
