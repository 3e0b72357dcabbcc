import Model

/// Bodies, each stored once, and those that are wanted of peers.
///
/// A body is found by its hash in the index of revisions: of those that have it, the first to be stored (the *holder*)
/// says where it is, or that it is wanted. An index of the bodies' own would cost each of them another page.
struct BodyTable {
    let transaction: Transaction

    /// Where a body is.
    enum Place {
        /// In this row.
        case here(Int64)
        /// With peers, it is to be hoped.
        case wanted
    }

    /// What is known of a body that a revision has.
    struct Standing {
        var holder: Int64
        /// The body's row, if it is here.
        var body: Int64?
        var isWanted: Bool
    }

    /// `nil` if no revision has the body.
    func standing(of hash: ContentHash) throws -> Standing? {
        try transaction.statement(
            "SELECT id, body, wanted IS NOT NULL FROM revision WHERE body_hash = ? ORDER BY id LIMIT 1"
        ).first(hash) { Standing(holder: $0.integer(0), body: $0.optionalInteger(1), isWanted: $0.flag(2)) }
    }

    /// `nil` if it is not here, because a peer has not sent it yet or it was dropped for age.
    func html(_ hash: ContentHash) throws -> String? {
        try transaction.statement(
            """
            SELECT html FROM body
            WHERE id = (SELECT body FROM revision WHERE body_hash = ? ORDER BY id LIMIT 1)
            """
        ).first(hash) { row in
            try row.withBytes(0) { try BodyCodec.decompress($0) }
        }
    }

    /// The canonical text of a body that is here.
    func text(_ hash: ContentHash) throws -> CanonicalText? {
        try html(hash).map { transaction.textOf($0) }
    }

    /// Stores the body of a revision that is about to be stored, unless it is here.
    ///
    /// - Returns: what that revision is to say of it.
    func add(_ body: PackedBody) throws -> Place? {
        guard let standing = try standing(of: body.hash) else { return .here(try insert(body)) }
        if standing.body == nil { try add(body, to: standing) }
        return nil
    }

    /// Stores a body that a revision waits for. The revisions that have it can be indexed, and their articles folded.
    func add(_ body: PackedBody, to standing: Standing) throws {
        try transaction.statement("UPDATE revision SET body = ?, wanted = NULL WHERE id = ?").run(
            try insert(body), standing.holder)
        try release(body.hash)
    }

    private func insert(_ body: PackedBody) throws -> Int64 {
        try transaction.statement("INSERT INTO body (hash, size, html) VALUES (?, ?, ?)").run(
            body.hash, body.size, body.packed)
        return transaction.lastInsertedRow
    }

    /// Drops the body if it is here, and ceases to want it if it is not.
    func drop(_ hash: ContentHash) throws {
        guard let standing = try standing(of: hash) else { return }
        if let body = standing.body { try transaction.statement("DELETE FROM body WHERE id = ?").run(body) }
        try transaction.statement("UPDATE revision SET body = NULL, wanted = NULL WHERE id = ?").run(standing.holder)
    }

    /// The body is here: the revisions that have it can be indexed, and their articles folded.
    func release(_ hash: ContentHash) throws {
        let waiting = try transaction.statement("SELECT id, article FROM revision WHERE body_hash = ?").all(hash) {
            (revision: $0.integer(0), article: $0.integer(1))
        }
        for waiting in waiting { try release(revision: waiting.revision, of: waiting.article) }
    }

    func release(revision: Int64, of article: Int64) throws {
        try transaction.statement("INSERT OR IGNORE INTO unindexed (revision) VALUES (?)").run(revision)
        try transaction.statement("INSERT OR IGNORE INTO unfolded (article) VALUES (?)").run(article)
    }

    // MARK: Bodies that peers have

    /// As new as the newest revision that has it, whichever of them came first.
    func want(_ hash: ContentHash, of standing: Standing) throws {
        try transaction.statement(
            """
            UPDATE revision SET wanted = (SELECT max(first_seen) FROM revision WHERE body_hash = ?2) WHERE id = ?1
            """
        ).run(standing.holder, hash)
    }

    /// Newest first.
    func wanted(limit: Int, since: Timestamp) throws -> [ContentHash] {
        try transaction.statement(
            "SELECT body_hash FROM revision WHERE wanted >= ? ORDER BY wanted DESC LIMIT ?"
        ).all(since, limit) { try $0.contentHash(0) }
    }
}
