import FoundationEssentials
import Model

/// Columns of fixed-width elements in a `bytes` field.
enum Columns {
    static func words(_ words: some Sequence<UInt64>) -> Data {
        var bytes: [UInt8] = []
        for word in words { bytes.append(bigEndian: word) }
        return Data(bytes)
    }

    static func words(_ data: Data, _ field: String, limit: Int = Limits.origins) throws(MessageDefect) -> [UInt64] {
        guard data.count.isMultiple(of: 8), data.count / 8 <= limit else { throw .field(field) }
        return data.withUnsafeBytes { buffer in
            (0..<buffer.count / 8).map {
                UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
            }
        }
    }

    static func sums(_ sums: some Sequence<UInt128>) -> Data {
        var bytes: [UInt8] = []
        for sum in sums { bytes.append(sum: sum) }
        return Data(bytes)
    }

    static func sums(_ data: Data, _ field: String) throws(MessageDefect) -> [UInt128] {
        guard data.count.isMultiple(of: 16) else { throw .field(field) }
        return data.withUnsafeBytes { buffer in
            (0..<buffer.count / 16).map {
                UInt128(bigEndian: buffer.loadUnaligned(fromByteOffset: $0 * 16, as: UInt128.self))
            }
        }
    }

    static func hashes(_ data: Data, _ field: String, limit: Int) throws(MessageDefect) -> [ContentHash] {
        let width = ContentHash.byteCount
        guard data.count.isMultiple(of: width), data.count / width <= limit else { throw .field(field) }
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count, by: width).compactMap { ContentHash(bytes: bytes[$0..<$0 + width]) }
    }

    /// A sequence number as it may occur in a vector or cursor.
    static func sequence(_ number: UInt64, _ field: String) throws(MessageDefect) -> Int64 {
        guard number <= UInt64(Limits.sequence) else { throw .field(field) }
        return Int64(number)
    }
}
