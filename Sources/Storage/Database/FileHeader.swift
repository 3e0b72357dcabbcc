import Glibc

/// The first 100 bytes of a SQLite file (sqlite.org/fileformat.html §1.3), looked at before SQLite opens and
/// thereby changes it.
enum FileHeader {
    /// - Throws: `notADatabase` for a file that is something else, `newerSchema` for one from a later version.
    ///   A file that is missing or empty is fine.
    static func check(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &header, header.count)
        guard count >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
        guard count > 0 else { return }
        guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .notADatabase(path: path)
        }
        let version = Int(number(in: header, at: 60))
        let owner = Int32(bitPattern: number(in: header, at: 68))
        // Both are 0 in a file whose first transaction is still in the write-ahead log.
        guard owner == Schema.applicationID || (owner == 0 && version == 0) else { throw .notADatabase(path: path) }
        guard version <= Schema.currentVersion else {
            throw .newerSchema(path: path, found: version, supported: Schema.currentVersion)
        }
    }

    private static func number(in header: [UInt8], at offset: Int) -> UInt32 {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
