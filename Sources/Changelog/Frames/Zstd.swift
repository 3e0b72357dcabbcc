import CZstd

/// Zstandard (RFC 8878), one buffer at a time, with the size known before anything is inflated.
enum Zstd {
    /// Level 3: 104 MB/s on the machine the goals were set on.
    private static let level: Int32 = 3

    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let bound = ZSTD_compressBound(bytes.count)
        var written = 0
        let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            written = bytes.withUnsafeBytes {
                ZSTD_compress(buffer.baseAddress, bound, $0.baseAddress, $0.count, level)
            }
            count = ZSTD_isError(written) == 0 ? written : 0
        }
        return ZSTD_isError(written) == 0 ? result : nil
    }

    /// `nil` unless `bytes` are one whole zstd frame that says how large its content is, is right about it, and stays
    /// within `limit`.
    static func decompress(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        bytes.withUnsafeBytes { source in
            let size = ZSTD_getFrameContentSize(source.baseAddress, source.count)
            // The two highest values mean an unknown size and an error: both are beyond any limit.
            guard size <= UInt64(limit), ZSTD_findFrameCompressedSize(source.baseAddress, source.count) == source.count
            else { return nil }
            let expected = Int(size)
            var written = 0
            let result = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
                written = ZSTD_decompress(buffer.baseAddress, expected, source.baseAddress, source.count)
                count = ZSTD_isError(written) == 0 ? written : 0
            }
            return ZSTD_isError(written) == 0 && written == expected ? result : nil
        }
    }
}
