import GRDB

/// Copies what can still be read of a database whose file is damaged into a new one.
///
/// A damaged page of SQLite hides the rows in it and, if it leads to others, those too. A table is therefore read in
/// order of its rows; where that fails, the next row that can be reached is sought by leaps that double, and the first
/// such by halving them. What can be derived is left out: `Store.repair` makes it again.
package struct Salvage {
    private let source: Database
    private let target: Database

    package struct Report: Hashable, Sendable {
        /// Rows that were copied, by table.
        package var rows: [String: Int] = [:]
        /// Tables of which something could not be read.
        package var damaged: [String] = []
    }

    /// - Parameters:
    ///   - source: the damaged database, with its write-ahead log beside it; it is not changed.
    ///   - target: where there is no file yet.
    package static func copy(_ source: String, to target: String) throws(StoreError) -> Report {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let damaged = try DatabaseQueue(path: source, configuration: configuration)
            configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let new = try DatabaseQueue(path: target, configuration: configuration)
            let report = try damaged.unsafeRead { source in
                try new.writeWithoutTransaction { target in
                    try Schema.migrate(target, path: target.description)
                    var report = Report()
                    try target.inTransaction {
                        report = try Salvage(source: source, target: target).copy()
                        return .commit
                    }
                    return report
                }
            }
            try new.close()
            try damaged.close()
            return report
        } catch {
            throw StoreError(error, path: source)
        }
    }

    /// What was captured, what the reader did, and what only this node knows.
    private static let tables = [
        "register", "body", "feed", "article", "revision", "alias", "node", "origin", "origin_mark",
        "digest",
        "cursor_in", "cursor_out", "quarantine", "feed_poll", "fetch_outcome", "event", "deed", "deed_step", "setting",
        "dropped",
    ]

    private func copy() throws -> Report {
        var report = Report()
        for table in Self.tables where try source.tableExists(table) {
            let columns = try source.columns(in: table).map { "\"\($0.name)\"" }
            let write = try target.makeStatement(
                sql: """
                    INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", ")))
                    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                    """)
            var count = 0
            let take: (GRDB.Row, Int) throws -> Void = { row, skipped in
                try write.execute(arguments: StatementArguments(row.databaseValues.dropFirst(skipped)))
                count += 1
            }
            let hasRowIDs = (try? source.makeStatement(sql: "SELECT rowid FROM \(table)")) != nil
            let list = columns.joined(separator: ", ")
            let isWhole = try hasRowIDs ? copyByRow(table, list, take) : copyFromBothEnds(table, list, take)
            report.rows[table] = count
            if !isWhole { report.damaged.append(table) }
        }
        // That they were folded is known; the texts they were folded under are made anew.
        try target.execute(sql: "UPDATE article SET folded_text = 0, story = NULL WHERE folded_text IS NOT NULL")
        return report
    }

    /// False if something could not be read.
    private func copyByRow(_ table: String, _ columns: String, _ take: (GRDB.Row, Int) throws -> Void) throws -> Bool {
        var isWhole = true
        var last = Int64.min
        var tried: Int64?
        let rest = "SELECT rowid, \(columns) FROM \(table) WHERE rowid > ? ORDER BY rowid"
        while true {
            do {
                let rows = try GRDB.Row.fetchCursor(source, sql: rest, arguments: [last])
                while let row = try rows.next() {
                    try take(row, 1)
                    last = row[0]
                }
                return isWhole
            } catch let error as DatabaseError where Self.isDamage(error) {
                isWhole = false
                guard let next = nextReadable(table, after: last) else { return false }
                // One that is found and not read has the damage in what it holds.
                last = next == tried ? next : next - 1
                tried = next
            }
        }
    }

    /// The first row id above `last` from which reading goes on; `nil` if there is none.
    private func nextReadable(_ table: String, after last: Int64) -> Int64? {
        let start = max(last, 0)
        var (low, leap) = (start, Int64(1))
        while leap < 1 << 48 {
            switch seek(table, from: start + leap) {
            case .end: return nil
            case .damage: low = start + leap
            case .row(var row):
                var high = start + leap
                while high - low > 1 {
                    let middle = low + (high - low) / 2
                    if case .row(let earlier) = seek(table, from: middle) {
                        (high, row) = (middle, earlier)
                    } else {
                        low = middle
                    }
                }
                return row
            }
            leap *= 2
        }
        return nil
    }

    private enum Sought {
        case row(Int64)
        case end
        case damage
    }

    private func seek(_ table: String, from id: Int64) -> Sought {
        do {
            let sql = "SELECT rowid FROM \(table) WHERE rowid >= ? ORDER BY rowid LIMIT 1"
            return try Int64.fetchOne(source, sql: sql, arguments: [id]).map { .row($0) } ?? .end
        } catch {
            return .damage
        }
    }

    /// Small tables without row ids: up to the damage, and down to it.
    private func copyFromBothEnds(
        _ table: String, _ columns: String, _ take: (GRDB.Row, Int) throws -> Void
    ) throws -> Bool {
        let key = try source.primaryKey(table).columns
        for order in ["ASC", "DESC"] {
            let sql = "SELECT \(columns) FROM \(table) ORDER BY " + key.map { "\($0) \(order)" }.joined(separator: ", ")
            do {
                let rows = try GRDB.Row.fetchCursor(source, sql: sql)
                while let row = try rows.next() { try take(row, 0) }
                return order == "ASC"
            } catch let error as DatabaseError where Self.isDamage(error) {
                continue
            }
        }
        return false
    }

    private static func isDamage(_ error: DatabaseError) -> Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(error.resultCode)
    }
}
