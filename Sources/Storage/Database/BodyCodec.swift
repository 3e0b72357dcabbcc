import CZstd
import Synchronization

/// Compresses bodies with zstd (RFC 8878), each on its own, so that one can be read without the others. From any thread.
enum BodyCodec {
    /// Twice as fast as zstd's default, for a twentieth more room.
    private static let level: Int32 = 1
    /// What is unpacked at most, whatever a damaged frame claims. Above any body that ingest accepts.
    static let largestBody = 64 << 20

    /// `nil` where memory is short.
    static func compress(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { source in
            withContexts { $0.compress(source, level: level) }
        }
    }

    static func decompress(_ packed: UnsafeBufferPointer<UInt8>) throws -> String {
        let size = ZSTD_getFrameContentSize(packed.baseAddress, packed.count)
        guard size <= UInt64(largestBody) else { throw StoreError.corrupt("a stored body is not readable") }
        var written = 0
        let text = String(unsafeUninitializedCapacity: Int(size)) { target in
            written = withContexts {
                ZSTD_decompressDCtx(
                    $0.decompressor, target.baseAddress, target.count, packed.baseAddress, packed.count)
            }
            return ZSTD_isError(written) == 0 ? written : 0
        }
        guard written == Int(size) else { throw StoreError.corrupt("a stored body is not readable") }
        return text
    }

    /// Used by one thread at a time, and again and again: for bodies of a few kilobytes making them would be most of the
    /// cost.
    private final class Contexts: @unchecked Sendable {
        private let compressor = ZSTD_createCCtx()
        let decompressor = ZSTD_createDCtx()
        /// What a frame may need at most is twice what it takes: it is made here, and kept in an array of its own size.
        private var room: [UInt8] = []
        private static let largestRoom = 1 << 20

        func compress(_ source: UnsafeBufferPointer<UInt8>, level: Int32) -> [UInt8]? {
            let bound = ZSTD_compressBound(source.count)
            if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
            defer { if bound > Self.largestRoom { room = [] } }
            return room.withUnsafeMutableBytes { target in
                let size = ZSTD_compressCCtx(
                    compressor, target.baseAddress, bound, source.baseAddress, source.count, level)
                return ZSTD_isError(size) == 0 ? Array(target[..<size]) : nil
            }
        }
    }

    /// As many as threads have needed at one time.
    private static let idle = Mutex<[Contexts]>([])

    private static func withContexts<Result>(_ use: (Contexts) -> Result) -> Result {
        let contexts = idle.withLock { $0.popLast() } ?? Contexts()
        defer { idle.withLock { $0.append(contexts) } }
        return use(contexts)
    }
}
