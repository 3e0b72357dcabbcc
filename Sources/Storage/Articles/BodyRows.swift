import Changelog
import Model

/// The rows that bodies lie in: each holds one body by itself, or several packed together (`BodyPack`), and says which by
/// their hashes. Where one that was dropped lay in a pack, its hash is nothing but zeros.
struct BodyRows {
    let transaction: Transaction

    /// A body and what it is known by.
    struct Content: Sendable {
        let hash: ContentHash
        let bytes: ArraySlice<UInt8>

        var html: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// A row as it lies in the table.
    struct Stored {
        /// `nil` for each place that a body was dropped from.
        let hashes: [ContentHash?]
        let packed: [UInt8]
        /// `nil` for a body by itself.
        let dictionary: BodyDictionary.Name?
    }

    // MARK: Reading

    /// `nil` if it does not lie in that row.
    func html(_ hash: ContentHash, in row: Int64) throws -> String? {
        try content(of: row)?.first { $0.hash == hash }?.html
    }

    /// All that lies in a row; `nil` if there is no such row.
    func content(of row: Int64) throws -> [Content]? {
        if let known = transaction.packs.content(of: row) { return known }
        guard let stored = try stored(in: row) else { return nil }
        let content = try content(of: stored)
        if stored.dictionary != nil { transaction.packs.keep(content, of: row) }
        return content
    }

    func content(of stored: Stored) throws -> [Content] {
        let bodies: [ArraySlice<UInt8>]
        if let name = stored.dictionary {
            guard let dictionary = try DictionaryTable(transaction: transaction).dictionary(name),
                let unpacked = BodyPack(packed: stored.packed, dictionary: name).bodies(with: dictionary)
            else { throw StoreError.corrupt("packed bodies are not readable") }
            bodies = unpacked
        } else {
            bodies = [Array(try stored.packed.withUnsafeBufferPointer { try BodyCodec.decompress($0) }.utf8)[...]]
        }
        guard bodies.count == stored.hashes.count else {
            throw StoreError.corrupt("a row has not the bodies that it names")
        }
        return zip(stored.hashes, bodies).compactMap { hash, bytes in hash.map { Content(hash: $0, bytes: bytes) } }
    }

    func stored(in row: Int64) throws -> Stored? {
        try transaction.statement(
            """
            SELECT hash, html, dictionary.name FROM body LEFT JOIN dictionary ON dictionary.id = body.dictionary
            WHERE body.id = ?
            """
        ).first(row) { try Self.stored($0) }
    }

    /// The last row below `end` that has a pack.
    func lastPack(before end: Int64) throws -> Int64? {
        try transaction.statement(
            "SELECT id FROM body WHERE dictionary IS NOT NULL AND id < ? ORDER BY id DESC LIMIT 1"
        ).first(end) { $0.integer(0) }
    }

    /// Of the columns hash, html and the dictionary's name.
    static func stored(_ columns: Row) throws -> Stored {
        let hashes = try hashes(columns, 0)
        let name = columns.isNull(2) ? nil : BodyDictionary.Name(columns.bits(2))
        guard name != nil || hashes.count == 1 else {
            throw StoreError.corrupt("the dictionary of packed bodies is lost")
        }
        return Stored(hashes: hashes, packed: columns.bytes(1), dictionary: name)
    }

    private static func hashes(_ columns: Row, _ column: Int32) throws -> [ContentHash?] {
        try columns.withBytes(column) { bytes in
            guard !bytes.isEmpty, bytes.count.isMultiple(of: ContentHash.byteCount) else {
                throw StoreError.corrupt("the hashes of stored bodies are cut")
            }
            let bytes = UnsafeRawBufferPointer(bytes)
            let width = ContentHash.byteCount
            return stride(from: 0, to: bytes.count, by: width).map { start in
                let hash = ContentHash(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<start + width]))
                return hash == gone ? nil : hash
            }
        }
    }

    private static let goneBytes = [UInt8](repeating: 0, count: ContentHash.byteCount)
    private static let gone = ContentHash(bytes: goneBytes)

    // MARK: Writing

    func insert(_ body: PackedBody) throws -> Int64 {
        try transaction.statement("INSERT INTO body (hash, size, html) VALUES (?, ?, ?)").run(
            body.hash, body.size, body.packed)
        return transaction.lastInsertedRow
    }

    /// - Parameters:
    ///   - hashes: of the bodies in it, in order; `nil` for those that nobody wants.
    ///   - size: bytes before packing.
    func insert(_ pack: BodyPack, hashes: [ContentHash?], size: Int) throws -> Int64 {
        guard let dictionary = try DictionaryTable(transaction: transaction).row(of: pack.dictionary) else {
            throw StoreError.failure("what bodies were packed with is not here")
        }
        try transaction.statement(
            "INSERT INTO body (hash, size, html, count, dictionary) VALUES (?, ?, ?, ?, ?)"
        ).run(Self.bytes(hashes), size, pack.packed, hashes.count { $0 != nil }, dictionary)
        return transaction.lastInsertedRow
    }

    /// Takes bodies out of a row. A pack that has lost half of them is packed anew.
    func remove(_ removed: Set<ContentHash>, from row: Int64) throws {
        guard try strike(removed, from: row), let stored = try stored(in: row),
            2 * stored.hashes.count(where: { $0 != nil }) <= stored.hashes.count,
            // What cannot be read stays as it is.
            let packer = try packer(of: stored), let content = try? content(of: stored)
        else { return }
        if content.count == 1 {
            try move([(row, content)], to: insert(PackedBody(content[0].html, hash: content[0].hash)))
        } else if let pack = packer.pack(content.map(\.bytes)) {
            try replace([(row, content)], by: pack)
        }
    }

    /// Takes bodies out of a row, which stays as long as it has others. False if it has none.
    @discardableResult
    func strike(_ removed: Set<ContentHash>, from row: Int64) throws -> Bool {
        guard let stored = try stored(in: row) else { return false }
        let kept = stored.hashes.map { $0.flatMap { removed.contains($0) ? nil : $0 } }
        let left = kept.count { $0 != nil }
        guard left > 0 else {
            try delete(row)
            return false
        }
        transaction.packs.forget(row)
        try transaction.statement("UPDATE body SET hash = ?, count = ? WHERE id = ?").run(Self.bytes(kept), left, row)
        return true
    }

    func delete(_ row: Int64) throws {
        transaction.packs.forget(row)
        try transaction.statement("DELETE FROM body WHERE id = ?").run(row)
    }

    private func packer(of stored: Stored) throws -> BodyPacker? {
        try stored.dictionary.flatMap { try DictionaryTable(transaction: transaction).dictionary($0) }.flatMap {
            BodyPacker($0)
        }
    }

    /// Puts what lay in some rows into one row of its own: the pack of all of it, in that order.
    func replace(_ rows: [(row: Int64, content: [Content])], by pack: BodyPack) throws {
        let content = rows.flatMap(\.content)
        try move(
            rows, to: insert(pack, hashes: content.map(\.hash), size: content.reduce(0) { $0 + $1.bytes.count }))
    }

    private func move(_ rows: [(row: Int64, content: [Content])], to target: Int64) throws {
        let move = try transaction.statement("UPDATE revision SET body = ? WHERE body_hash = ? AND body = ?")
        for (row, content) in rows {
            for body in content { try move.run(target, body.hash, row) }
            try delete(row)
        }
    }

    private static func bytes(_ hashes: [ContentHash?]) -> [UInt8] { hashes.flatMap { $0?.bytes ?? goneBytes } }

    // MARK: Bodies that lie by themselves

    /// Those in rows after `row`, the oldest first, at most so many and so many bytes.
    func loose(after row: Int64, count: Int, bytes: Int) throws -> [(row: Int64, content: [Content])] {
        var room = bytes
        var found: [(row: Int64, content: [Content])] = []
        try transaction.statement(
            """
            SELECT hash, html, NULL, id, size FROM body
            WHERE count = 1 AND id > ? AND size <= ? AND dictionary IS NULL ORDER BY id
            """
        ).visit(row, Self.largestPacked) { columns in
            room -= columns.count(4)
            guard room >= 0, found.count < count else { return false }
            found.append((columns.integer(3), try content(of: try Self.stored(columns))))
            return true
        }
        return found
    }

    /// Whether these still lie where they did.
    func contains(_ rows: [(row: Int64, content: [Content])]) throws -> Bool {
        let find = try transaction.statement("SELECT 1 FROM body WHERE id = ? AND hash = ?")
        return try rows.allSatisfy { row, content in
            try content.allSatisfy { try find.first(row, $0.hash) { _ in true } != nil }
        }
    }

    /// A body that is longer stays by itself: it is as small alone, and others need not be read with it.
    private static let largestPacked = 64 << 10
}

/// Packs as they were last unpacked: who reads the bodies of many articles comes to the same pack again and again.
struct UnpackedPacks {
    private var recent: [(row: Int64, content: [BodyRows.Content])] = []
    private static let limit = 2

    func content(of row: Int64) -> [BodyRows.Content]? { recent.first { $0.row == row }?.content }

    mutating func keep(_ content: [BodyRows.Content], of row: Int64) {
        forget(row)
        recent.append((row, content))
        if recent.count > Self.limit { recent.removeFirst() }
    }

    mutating func forget(_ row: Int64) { recent.removeAll { $0.row == row } }
}
