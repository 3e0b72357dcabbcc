import Changelog
import GRDB
import Model

/// Looks for damage and for bookkeeping that does not agree with what it keeps books of.
struct Check {
    let transaction: Transaction
    private static let reportedProblems = 100

    /// One line for each problem; none if all is well.
    func problems() throws -> [String] {
        try [structure, digest, rows, bodies, references].flatMap { part in
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

    /// Each body that a revision has is here, or wanted, or was dropped for age.
    private func bodies() throws -> [String] {
        let lost = try transaction.statement(
            "SELECT count(*) FROM revision WHERE body IS NOT NULL AND NOT EXISTS (SELECT 1 FROM body WHERE id = revision.body)"
        ).first { $0.count(0) }
        let forgotten = try transaction.statement(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM revision LEFT JOIN dropped ON dropped.revision = revision.id
                GROUP BY body_hash HAVING count(body) = 0 AND count(wanted) = 0 AND count(*) > count(dropped.revision)
            )
            """
        ).first { $0.count(0) }
        let undone = try transaction.statement(
            "SELECT count(*) FROM body WHERE dictionary IS NOT NULL AND dictionary NOT IN (SELECT id FROM dictionary)"
        ).first { $0.count(0) }
        var problems: [String] = []
        if let undone, undone > 0 { problems.append("what \(undone) packs of bodies were made with is lost") }
        if let lost, lost > 0 { problems.append("\(lost) bodies are not where their revisions say") }
        if let forgotten, forgotten > 0 { problems.append("\(forgotten) bodies are neither here nor wanted of peers") }
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
