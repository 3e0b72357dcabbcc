import Changelog
import Folding
import Model

/// Articles of peers that wait to be folded, and revisions that wait to be made searchable: both need the body, and
/// neither may slow a sync down.
struct PendingWork {
    let domain: DomainTables
    private var transaction: Transaction { domain.transaction }

    init(domain: DomainTables) { self.domain = domain }

    /// At most `limit` of each; how many were done.
    func run(limit: Int) throws -> Int { try index(limit: limit) + fold(limit: limit) }

    func index(limit: Int) throws -> Int {
        let waiting = try transaction.statement("SELECT revision FROM unindexed ORDER BY revision LIMIT ?").all(limit) {
            $0.integer(0)
        }
        let done = try transaction.statement("DELETE FROM unindexed WHERE revision = ?")
        for revision in waiting {
            try done.run(revision)
            try index(revision: revision)
        }
        return waiting.count
    }

    private func index(revision: Int64) throws {
        let found = try transaction.statement(
            """
            SELECT revision.title, revision.body_hash, register.kind, register.key, register.value
            FROM revision JOIN register ON register.key = revision.key AND register.kind = ?2
            WHERE revision.id = ?1
            """
        ).first(revision, Int64(ChangeKind.articleRevision.code)) { row in
            (title: row.text(0), body: try row.contentHash(1), key: try row.key(3), value: row.bytes(4))
        }
        guard let found, let text = try text(of: revision, body: found.body) else { return }
        let id = RegisterID(kind: .articleRevision, key: found.key)
        guard case .article(let article)? = try ChangeValue(of: id, bytes: found.value) else { return }
        // Of a headline that is kept alone the length is known from before.
        try transaction.statement("UPDATE revision SET length = max(coalesce(length, 0), ?) WHERE id = ?").run(
            text.text.utf8.count, revision)
        domain.index(
            IndexedText(revision: revision, title: found.title, text: text, authors: article.revision.authors))
    }

    private func fold(limit: Int) throws -> Int {
        let waiting = try transaction.statement(
            """
            SELECT unfolded.article, article.key, revision.body_hash, revision.content_hash, revision.id FROM unfolded
            JOIN article ON article.id = unfolded.article
            JOIN revision ON revision.id = article.revision
            ORDER BY unfolded.article LIMIT ?
            """
        ).all(limit) { row in
            (
                row: row.integer(0), id: try row.articleID(1), body: try row.contentHash(2),
                content: try row.contentHash(3), revision: row.integer(4)
            )
        }
        let done = try transaction.statement("DELETE FROM unfolded WHERE article = ?")
        for article in waiting {
            try done.run(article.row)
            guard let text = try text(of: article.revision, body: article.body) else { continue }
            try domain.reconsider(article.row)
            domain.fold(
                UnfoldedArticle(
                    row: article.row, id: article.id, contentHash: article.content,
                    text: FoldableText(Fingerprint(of: text))))
        }
        return waiting.count
    }

    /// What a revision goes by: nothing but its headline if its body was dropped for age. `nil` if its article was dropped
    /// too, or if the body is yet to come.
    private func text(of revision: Int64, body: ContentHash) throws -> CanonicalText? {
        let dropped = try DroppedTable(transaction: transaction).extent(of: revision)
        guard dropped != .article else { return nil }
        return try BodyTable(transaction: transaction).text(body) ?? (dropped == nil ? nil : CanonicalText(""))
    }
}
