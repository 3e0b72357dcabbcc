import Changelog
import Model

/// Bodies, each stored once, and those that are wanted of peers.
///
/// A body is found by its hash in the index of revisions: of those that have it, the first to be stored (the *holder*)
/// says where it is, or that it is wanted. An index of the bodies' own would cost each of them another page.
struct BodyTable {
    let transaction: Transaction
    private var rows: BodyRows { BodyRows(transaction: transaction) }

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
        /// That of the holder.
        var article: Int64
        /// The body's row, if it is here.
        var body: Int64?
        var isWanted: Bool
        /// Whether other revisions have the body too.
        var isShared: Bool
    }

    /// `nil` if no revision has the body.
    func standing(of hash: ContentHash) throws -> Standing? {
        let found = try transaction.statement(
            "SELECT id, article, body, wanted IS NOT NULL FROM revision WHERE body_hash = ? ORDER BY id LIMIT 2"
        ).all(hash) { row in
            Standing(
                holder: row.integer(0), article: row.integer(1), body: row.optionalInteger(2), isWanted: row.flag(3),
                isShared: false)
        }
        guard var standing = found.first else { return nil }
        standing.isShared = found.count > 1
        return standing
    }

    /// `nil` if it is not here, because a peer has not sent it yet or it was dropped for age.
    func html(_ hash: ContentHash) throws -> String? {
        guard let row = try standing(of: hash)?.body else { return nil }
        return try rows.html(hash, in: row)
    }

    /// The canonical text of a body that is here.
    func text(_ hash: ContentHash) throws -> CanonicalText? {
        try html(hash).map { transaction.textOf($0) }
    }

    /// Stores the body of a revision that is about to be stored, unless it is here.
    ///
    /// - Returns: what that revision is to say of it.
    func add(_ body: PackedBody) throws -> Place? {
        guard let standing = try standing(of: body.hash) else { return .here(try rows.insert(body)) }
        if standing.body == nil { try add(body, to: standing) }
        return nil
    }

    /// Stores a body that a revision waits for. The revisions that have it can be indexed, and their articles folded.
    func add(_ body: PackedBody, to standing: Standing) throws {
        try release(place(body.hash, in: try rows.insert(body), standing))
    }

    /// Stores those bodies of a peer's pack that a revision waits for: as the pack that came where they are half of it at
    /// least, else each by itself. Returns how many.
    func add(_ unpacked: UnpackedPack) throws -> Int {
        var wanted: [(content: BodyRows.Content, standing: Standing)] = []
        var hashes: [ContentHash?] = []
        var seen: Set<ContentHash> = []
        for content in unpacked.contents {
            hashes.append(nil)
            guard let content, let standing = try standing(of: content.hash), standing.isWanted,
                seen.insert(content.hash).inserted
            else { continue }
            wanted.append((content, standing))
            hashes[hashes.count - 1] = content.hash
        }
        let isOfUse = !wanted.isEmpty && 2 * wanted.count >= hashes.count
        if isOfUse, try DictionaryTable(transaction: transaction).row(of: unpacked.pack.dictionary) != nil {
            let row = try rows.insert(unpacked.pack, hashes: hashes, size: unpacked.size)
            try release(wanted.flatMap { try place($0.content.hash, in: row, $0.standing) })
        } else {
            for (content, standing) in wanted { try add(PackedBody(content.html, hash: content.hash), to: standing) }
        }
        return wanted.count
    }

    /// A revision, and its article.
    typealias Owner = (revision: Int64, article: Int64)

    /// The body lies in `row` now. Returns who has it.
    private func place(_ hash: ContentHash, in row: Int64, _ standing: Standing) throws -> [Owner] {
        try transaction.statement("UPDATE revision SET body = ?, wanted = NULL WHERE id = ?").run(row, standing.holder)
        return try standing.isShared ? owners(of: hash) : [(standing.holder, standing.article)]
    }

    private func owners(of hash: ContentHash) throws -> [Owner] {
        try transaction.statement("SELECT id, article FROM revision WHERE body_hash = ?").all(hash) {
            ($0.integer(0), $0.integer(1))
        }
    }

    /// Drops the body if it is here, and ceases to want it if it is not.
    func drop(_ hash: ContentHash) throws {
        guard let standing = try standing(of: hash) else { return }
        if let row = standing.body { try rows.remove([hash], from: row) }
        try transaction.statement("UPDATE revision SET body = NULL, wanted = NULL WHERE id = ?").run(standing.holder)
    }

    /// Their bodies are here: the revisions can be indexed, and their articles folded.
    func release(_ waiting: [Owner]) throws {
        try transaction.insert("INSERT OR IGNORE INTO unindexed (revision) VALUES", waiting) { $0.revision }
        try transaction.insert("INSERT OR IGNORE INTO unfolded (article) VALUES", waiting) { $0.article }
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
