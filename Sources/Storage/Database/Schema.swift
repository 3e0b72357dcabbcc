import GRDB

/// Which databases this version reads, and how older ones become like it.
enum Schema {
    /// "WDsk" in ASCII, in the header of the file (sqlite.org/pragma.html#pragma_application_id).
    static let applicationID: Int32 = 0x5744_736B

    /// The version that a database has after all steps have been applied; kept as `user_version`.
    static var currentVersion: Int { steps.count }

    /// Step n leads from version n to n + 1. A step, once released, is never changed, and writes no changes: a
    /// missing register means the default.
    private static let steps: [String] = [
        SchemaVersion1.sql, SchemaVersion2.sql, SchemaVersion3.sql, SchemaVersion4.sql, SchemaVersion5.sql,
        SchemaVersion6.sql, SchemaVersion7.sql, SchemaVersion8.sql,
        SchemaVersion9.sql,
    ]

    /// Brings the database to the current version, all steps or none.
    ///
    /// - Throws: `StoreError.newerSchema` or `.notADatabase`, before anything is written.
    static func migrate(_ database: Database, path: String) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard owner == applicationID || (owner == 0 && isEmpty) else { throw StoreError.notADatabase(path: path) }
        guard found <= currentVersion else {
            throw StoreError.newerSchema(path: path, found: found, supported: currentVersion)
        }
        guard found < currentVersion else { return }
        // Making a table anew drops the old one, which would take the rows that refer to it along.
        let holdsReferences = try Bool.fetchOne(database, sql: "PRAGMA foreign_keys") ?? false
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? database.execute(sql: "PRAGMA foreign_keys = \(holdsReferences)") }
        try database.inTransaction(.immediate) {
            for step in steps[found...] { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(currentVersion)")
            return .commit
        }
    }
}
