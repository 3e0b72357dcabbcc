import CZstd

/// Compresses bodies with zstd (RFC 8878), each on its own, so that one can be read without the others.
///
/// Used by one thread at a time. zstd's contexts are made once and reused, since for bodies of a few kilobytes making
/// them would be most of the cost.
final class BodyCodec: @unchecked Sendable {
    /// Twice as fast as zstd's default, for a twentieth more room.
    private static let level: Int32 = 1
    /// What is unpacked at most, whatever a damaged frame claims. Above any body that ingest accepts.
    static let largestBody = 64 << 20

    private lazy var compressor = ZSTD_createCCtx()
    private lazy var decompressor = ZSTD_createDCtx()

    deinit {
        ZSTD_freeCCtx(compressor)
        ZSTD_freeDCtx(decompressor)
    }

    func compress(_ text: String) throws -> [UInt8] {
        var text = text
        return try text.withUTF8 { source in
            let bound = ZSTD_compressBound(source.count)
            var size = 0
            let packed = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                size = ZSTD_compressCCtx(
                    compressor, target.baseAddress, bound, source.baseAddress, source.count, Self.level)
                count = ZSTD_isError(size) == 0 ? size : 0
            }
            guard ZSTD_isError(size) == 0 else { throw StoreError.failure("a body could not be compressed") }
            return packed
        }
    }

    func decompress(_ packed: UnsafeBufferPointer<UInt8>) throws -> String {
        let size = ZSTD_getFrameContentSize(packed.baseAddress, packed.count)
        guard size <= UInt64(Self.largestBody) else { throw StoreError.corrupt("a stored body is not readable") }
        var written = 0
        let text = String(unsafeUninitializedCapacity: Int(size)) { target in
            written = ZSTD_decompressDCtx(
                decompressor, target.baseAddress, target.count, packed.baseAddress, packed.count)
            return ZSTD_isError(written) == 0 ? written : 0
        }
        guard written == Int(size) else { throw StoreError.corrupt("a stored body is not readable") }
        return text
    }
}
