import CZstd

/// What a piece of a stream may point back at, as a power of two: 2 MiB.
private let window: Int32 = 21

/// One end of a zstd stream that is cut into pieces: each can be unpacked when it is there, after those before it.
final class ZstdPacker {
    /// Of level 3, but with tables of 2^19 and 2^18 places for the window's 2^21 bytes and matches of six bytes at least: as
    /// small as what level 5 makes, in half its time.
    private static let parameters: [(ZSTD_cParameter, Int32)] = [
        (ZSTD_c_compressionLevel, 3), (ZSTD_c_windowLog, window), (ZSTD_c_hashLog, 19), (ZSTD_c_chainLog, 18),
        (ZSTD_c_minMatch, 6),
    ]

    private let context = ZSTD_createCCtx()
    private var isLost = false

    init() {
        for (parameter, value) in Self.parameters { ZSTD_CCtx_setParameter(context, parameter, value) }
    }

    deinit { ZSTD_freeCCtx(context) }

    /// `nil` where memory is short, and from then on.
    func pack(_ bytes: [UInt8]) -> [UInt8]? {
        guard !isLost else { return nil }
        // A piece begins with what the stream's head needs and ends with an empty block.
        let bound = ZSTD_compressBound(bytes.count) + 64
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            bytes.withUnsafeBytes { source in
                var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
                var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: bound, pos: 0)
                isWhole = ZSTD_compressStream2(context, &output, &input, ZSTD_e_flush) == 0
                count = output.pos
            }
        }
        isLost = !isWhole
        return isLost ? nil : packed
    }
}

/// The other end.
final class ZstdUnpacker {
    private let context = ZSTD_createDCtx()

    init() { ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, window) }

    deinit { ZSTD_freeDCtx(context) }

    /// `nil` unless the piece is the stream's next and makes `size` bytes.
    func unpack(_ piece: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            piece.withUnsafeBytes { source in
                var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
                var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: size, pos: 0)
                var before: Int
                repeat {
                    before = input.pos + output.pos
                    guard ZSTD_isError(ZSTD_decompressStream(context, &output, &input)) == 0 else { return }
                } while input.pos + output.pos > before
                count = output.pos
                isWhole = input.pos == input.size && output.pos == size
            }
        }
        return isWhole ? bytes : nil
    }
}
