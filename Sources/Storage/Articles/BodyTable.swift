import Model

/// Bodies by hash, each stored once.
struct BodyTable {
    let transaction: Transaction

    func contains(_ hash: ContentHash) throws -> Bool {
        try transaction.statement("SELECT 1 FROM body WHERE hash = ?").first(hash) { _ in true } ?? false
    }

    /// Stores a body unless it is there; true if it was not.
    @discardableResult
    func add(_ html: String, hash: ContentHash) throws -> Bool {
        guard try !contains(hash) else { return false }
        try transaction.statement("INSERT INTO body (hash, size, html) VALUES (?, ?, ?)").run(
            hash, html.utf8.count, try transaction.bodies.compress(html))
        return true
    }

    /// `nil` if it is not here, because a peer has not sent it yet or it was dropped for age.
    func html(_ hash: ContentHash) throws -> String? {
        try transaction.statement("SELECT html FROM body WHERE hash = ?").first(hash) { row in
            try row.withBytes(0) { try transaction.bodies.decompress($0) }
        }
    }

    /// The canonical text of a body that is here.
    func text(_ hash: ContentHash) throws -> CanonicalText? {
        try html(hash).map { transaction.textOf($0) }
    }

    // MARK: Bodies that peers have

    /// As new as the newest revision that has it, whichever of them came first.
    func want(_ hash: ContentHash) throws {
        try transaction.statement(
            """
            INSERT OR REPLACE INTO wanted_body (hash, first_seen)
            SELECT body_hash, max(first_seen) FROM revision WHERE body_hash = ? GROUP BY body_hash
            """
        ).run(hash)
    }

    /// False if it was not wanted.
    @discardableResult
    func stopWanting(_ hash: ContentHash) throws -> Bool {
        try transaction.statement("DELETE FROM wanted_body WHERE hash = ?").run(hash)
        return transaction.changedRows > 0
    }

    /// Newest first.
    func wanted(limit: Int, since: Timestamp) throws -> [ContentHash] {
        try transaction.statement(
            "SELECT hash FROM wanted_body WHERE first_seen >= ? ORDER BY first_seen DESC LIMIT ?"
        ).all(since, limit) { try $0.contentHash(0) }
    }

    /// The body is here now: the revisions that have it can be indexed, and their articles folded.
    func release(_ hash: ContentHash) throws {
        try transaction.statement(
            "INSERT OR IGNORE INTO unindexed (revision) SELECT id FROM revision WHERE body_hash = ?"
        ).run(hash)
        try transaction.statement(
            "INSERT OR IGNORE INTO unfolded (article) SELECT article FROM revision WHERE body_hash = ?"
        ).run(hash)
    }
}
