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
}
