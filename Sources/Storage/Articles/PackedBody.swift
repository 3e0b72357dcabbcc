import Model

/// A body as it is stored. To pack it nothing of the database is needed, so that is done before a transaction begins.
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
        bytes = BodyCodec.compress(html)
    }

    var packed: [UInt8] {
        get throws(StoreError) {
            guard let bytes else { throw StoreError.failure("a body could not be compressed") }
            return bytes
        }
    }
}
