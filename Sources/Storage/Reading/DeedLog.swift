import Changelog
import Model

/// What the reader did, with what each register said before.
struct DeedLog {
    /// Deeds that can be looked at and undone.
    static let limit: Int64 = 1000

    let transaction: Transaction

    struct Step {
        var id: RegisterID
        var before: [UInt8]?
        /// `nil` for an article that a mark of its whole feed read.
        var after: [UInt8]?
    }

    func begin(_ title: String) throws -> Int64 {
        try transaction.statement("INSERT INTO deed (time, title) VALUES (?, ?)").run(transaction.now, title)
        let deed = transaction.lastInsertedRow
        try transaction.statement("DELETE FROM deed WHERE id <= ?").run(deed - Self.limit)
        return deed
    }

    func add(_ steps: [Step], to deed: Int64) throws {
        let insert = try transaction.statement(
            "INSERT INTO deed_step (deed, step, kind, key, before, after) VALUES (?, ?, ?, ?, ?, ?)")
        for (number, step) in steps.enumerated() {
            try insert.run(deed, number, Int64(step.id.kind.code), step.id.key, step.before, step.after)
        }
    }

    /// Last first.
    func steps(of deed: Int64) throws -> [Step] {
        try transaction.statement("SELECT kind, key, before, after FROM deed_step WHERE deed = ? ORDER BY step DESC")
            .all(deed) { row in
                guard let kind = UInt32(exactly: row.integer(0)).flatMap({ ChangeKind(code: $0) }) else {
                    throw StoreError.corrupt("a step is of no kind")
                }
                return Step(
                    id: RegisterID(kind: kind, key: try row.key(1)), before: row.isNull(2) ? nil : row.bytes(2),
                    after: row.isNull(3) ? nil : row.bytes(3))
            }
    }

    /// The last deed that is not undone.
    func lastStanding() throws -> Int64? {
        try transaction.statement("SELECT id FROM deed WHERE NOT undone ORDER BY id DESC LIMIT 1").first {
            $0.integer(0)
        }
    }

    func setUndone(_ deed: Int64) throws {
        try transaction.statement("UPDATE deed SET undone = 1 WHERE id = ?").run(deed)
    }

    func deed(_ id: Int64) throws -> Deed? { try list("WHERE id = ?2", limit: 1, id: id).first }

    /// Newest first.
    func deeds(limit: Int) throws -> [Deed] { try list("WHERE ?2", limit: limit, id: 1) }

    private func list(_ condition: String, limit: Int, id: Int64) throws -> [Deed] {
        try transaction.statement(
            composed: """
                SELECT id, time, title, undone, (SELECT count(*) FROM deed_step WHERE deed = deed.id)
                FROM deed \(condition) ORDER BY id DESC LIMIT ?1
                """
        ).all(binding: [limit, id]) { row in
            Deed(
                id: row.integer(0), time: row.moment(1), title: row.text(2), changes: row.count(4),
                isUndone: row.flag(3))
        }
    }
}
