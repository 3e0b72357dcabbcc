import CZstd
package import Model

/// Text that bodies are packed with: what a body has in common with it takes no room. It is made of bodies, goes to the
/// peers that take packs made with it, and is never changed.
package final class BodyDictionary: @unchecked Sendable {
    /// The beginning of the SHA-256 of what it holds.
    package struct Name: Hashable, Sendable {
        package let rawValue: UInt64

        package init(_ rawValue: UInt64) { self.rawValue = rawValue }
    }

    package let name: Name
    let content: [UInt8]
    /// Read by any thread.
    let unpacking: OpaquePointer

    /// - Parameter content: at most `mostBytes`. `nil` where memory is short, or zstd takes it for something else.
    package init?(content: [UInt8]) {
        guard !content.isEmpty, content.count <= Self.mostBytes,
            let unpacking = content.withUnsafeBytes({ ZSTD_createDDict($0.baseAddress, $0.count) })
        else { return nil }
        self.content = content
        self.unpacking = unpacking
        name = Name(ContentHash(of: content).prefix)
    }

    deinit { ZSTD_freeDDict(unpacking) }

    /// 512 KiB: with half as much, made-up news takes a twentieth more room.
    package static let mostBytes = 512 << 10
    /// Those that a node keeps, its own and those of peers.
    package static let mostKept = 64

    /// As it travels and is stored; `nil` where memory is short.
    package var packed: [UInt8]? { Zstd.compress(content) }

    /// From bytes of a peer or of a database; `nil` if they are no dictionary.
    package convenience init?(packed: [UInt8]) {
        guard let content = Zstd.decompress(packed[...], limit: Self.mostBytes) else { return nil }
        self.init(content: content)
    }
}
