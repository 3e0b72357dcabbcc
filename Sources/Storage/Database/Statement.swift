import GRDB
import GRDBSQLite
import Model

/// A prepared statement on the hot path: values go in and come out without boxing or arrays.
///
/// GRDB prepares it, owns it and keeps it for the life of the connection; binding, stepping and reading are SQLite's
/// own calls (sqlite.org/c3ref/bind_blob.html). It is reset after each use, so that no read transaction stays open
/// behind it. The same statement must not be run inside the closure that reads its rows.
struct Statement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer

    init(_ statement: GRDB.Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
    }

    /// Runs a statement whose rows, if any, are of no interest.
    func run<each Value: SQLValue>(_ values: repeat each Value) throws {
        try bind(repeat each values)
        defer { _ = sqlite3_reset(handle) }
        while try step() {}
    }

    /// The first row, read by `read`; `nil` if there is none.
    func first<each Value: SQLValue, Result>(
        _ values: repeat each Value, read: (Row) throws -> Result
    ) throws -> Result? {
        try bind(repeat each values)
        defer { _ = sqlite3_reset(handle) }
        return try step() ? try read(Row(handle: handle)) : nil
    }

    /// All rows, each read by `read`.
    func all<each Value: SQLValue, Result>(
        _ values: repeat each Value, read: (Row) throws -> Result
    ) throws -> [Result] {
        try bind(repeat each values)
        return try readAll(read)
    }

    /// The same for values whose number is known only at run time.
    func all<Result>(binding values: [any SQLValue], read: (Row) throws -> Result) throws -> [Result] {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
        return try readAll(read)
    }

    /// Hands rows to `body` one at a time, without keeping them, until it returns false.
    func visit<each Value: SQLValue>(_ values: repeat each Value, body: (Row) throws -> Bool) throws {
        try bind(repeat each values)
        defer { _ = sqlite3_reset(handle) }
        while try step() {
            guard try body(Row(handle: handle)) else { return }
        }
    }

    private func readAll<Result>(_ read: (Row) throws -> Result) throws -> [Result] {
        defer { _ = sqlite3_reset(handle) }
        var results: [Result] = []
        while try step() { results.append(try read(Row(handle: handle))) }
        return results
    }

    private func bind<each Value: SQLValue>(_ values: repeat each Value) throws {
        var index: Int32 = 1
        try bind(repeat each values, from: &index)
    }

    /// Binds the parameters from `index` on, and moves it past them.
    func bind<each Value: SQLValue>(_ values: repeat each Value, from index: inout Int32) throws {
        for value in repeat each values {
            try bind(value, at: index)
            index += 1
        }
    }

    private func bind(_ value: some SQLValue, at index: Int32) throws {
        let code = value.bind(to: handle, at: index)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func step() throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let connection = sqlite3_db_handle(handle)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? "code \(code)", sql: statement.sql)
    }
}

/// One row, valid only inside the closure that it is handed to. Columns count from 0.
struct Row {
    fileprivate let handle: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func count(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
    func flag(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }
    func number(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
    func moment(_ column: Int32) -> Timestamp { Timestamp(milliseconds: integer(column)) }
    func optionalMoment(_ column: Int32) -> Timestamp? { isNull(column) ? nil : moment(column) }

    func text(_ column: Int32) -> String {
        String(decoding: buffer(sqlite3_column_text(handle, column), column), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    /// The bytes as they lie in SQLite's page, without a copy.
    func withBytes<Result>(_ column: Int32, _ use: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
        return try use(buffer(start, column))
    }

    func contentHash(_ column: Int32) throws -> ContentHash {
        guard let hash = withBytes(column, { ContentHash(bytes: UnsafeRawBufferPointer($0)) }) else {
            throw StoreError.corrupt("a hash is not 32 bytes long")
        }
        return hash
    }

    func key(_ column: Int32) throws -> RecordKey {
        guard let key = withBytes(column, { RecordKey(bytes: UnsafeRawBufferPointer($0)) }) else {
            throw StoreError.corrupt("a key is not 16 bytes long")
        }
        return key
    }

    func articleID(_ column: Int32) throws -> ArticleID { ArticleID(key: try key(column)) }
    func storyID(_ column: Int32) throws -> StoryID { StoryID(hash: try contentHash(column)) }

    private func buffer(_ start: UnsafePointer<UInt8>?, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }
}

/// What may be bound to a parameter.
protocol SQLValue {
    /// A result code of SQLite.
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32
}

/// Tells SQLite to copy what it is given before the call returns.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

private func bindBlob(_ bytes: UnsafeRawBufferPointer, to handle: OpaquePointer, at index: Int32) -> Int32 {
    // Without an address SQLite would take it for null.
    guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
    return sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), transient)
}

extension Int64: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, self) }
}

extension Int: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, Int64(self)) }
}

extension Bool: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, self ? 1 : 0) }
}

extension String: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
            }
        }
    }
}

extension [UInt8]: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes { bindBlob($0, to: handle, at: index) }
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .some(let value): value.bind(to: handle, at: index)
        case .none: sqlite3_bind_null(handle, index)
        }
    }
}

extension Timestamp: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { milliseconds.bind(to: handle, at: index) }
}

extension RecordKey: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { withBytes { bindBlob($0, to: handle, at: index) } }
}

extension ContentHash: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { withBytes { bindBlob($0, to: handle, at: index) } }
}

extension ArticleID: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { key.bind(to: handle, at: index) }
}

extension FeedID: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { key.bind(to: handle, at: index) }
}

extension StoryID: SQLValue {
    func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { hash.bind(to: handle, at: index) }
}
