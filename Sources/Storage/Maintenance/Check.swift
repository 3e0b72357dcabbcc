import Changelog
import GRDB
import Model

/// Looks for damage and for bookkeeping that does not agree with what it keeps books of.
struct Check {
    let transaction: Transaction
    private static let reportedProblems = 100

    /// One line for each problem; none if all is well.
    func problems() throws -> [String] {
        try [structure, digest, rows, references].flatMap { part in
            do { return try part() } catch StoreError.corrupt(let what) {
                return [what]
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return ["the file is damaged: \(error.message ?? "")"]
            }
        }
    }

    private func structure() throws -> [String] {
        try String.fetchAll(transaction.database, sql: "PRAGMA quick_check(\(Self.reportedProblems))").filter {
            $0 != "ok"
        }
    }

    /// The digest as it is kept, against one made from all registers.
    private func digest() throws -> [String] {
        let tables = RegisterTables(transaction)
        var recomputed = StateDigest()
        try tables.visitRegisters(after: 0) { register in
            recomputed.add(register.id, register.version)
            return true
        }
        let kept = StateDigest(groups: try (0..<StateDigest.groupCount).map { try tables.digestGroup($0) })
        return kept == recomputed ? [] : ["the digest is not that of the registers"]
    }

    /// Each revision has its register, and each register of an article its revision.
    private func rows() throws -> [String] {
        let kind = Int64(ChangeKind.articleRevision.code)
        let orphans = try transaction.statement(
            """
            SELECT count(*) FROM revision
            WHERE NOT EXISTS (SELECT 1 FROM register WHERE register.key = revision.key AND kind = ?)
            """
        ).first(kind) { $0.count(0) }
        let missing = try transaction.statement(
            """
            SELECT count(*) FROM register
            WHERE kind = ? AND key NOT IN (SELECT key FROM revision)
            """
        ).first(kind) { $0.count(0) }
        var problems: [String] = []
        if let orphans, orphans > 0 { problems.append("\(orphans) revisions have no register") }
        if let missing, missing > 0 { problems.append("\(missing) registers of articles have no revision") }
        return problems
    }

    private func references() throws -> [String] {
        let broken = try GRDB.Row.fetchAll(transaction.database, sql: "PRAGMA foreign_key_check")
        return broken.prefix(Self.reportedProblems).map { row in
            let (table, target): (String, String) = (row[0], row[2])
            return "a row of \(table) refers to a row of \(target) that is not there"
        }
    }
}
