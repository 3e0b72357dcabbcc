import Model

/// Bodies that peers have, of articles that are older than what this node keeps: they are not waited for, unless the
/// reader starred, tagged or noted the article.
struct LateBodies {
    let transaction: Transaction
    let limits: AgeLimits

    /// A revision that has the body.
    private struct Waiting {
        var revision: Int64
        var row: Int64
        var article: ArticleID
        /// Whether readers are shown it.
        var isCurrent: Bool
        var isFolded: Bool
        /// When the article was last seen to change.
        var latest: Timestamp
    }

    /// Settles at most `limit` bodies. Returns how many: 0 when none is left.
    func settle(limit: Int) throws -> Int {
        let late = try transaction.statement(
            "SELECT body_hash FROM revision WHERE wanted < ? ORDER BY wanted LIMIT ?"
        ).all(limits.oldestBody, limit) { try $0.contentHash(0) }
        let flags = FlagTables(transaction: transaction)
        for hash in late {
            let waiting = try waiting(for: hash)
            if try waiting.contains(where: { try flags.isMarked($0.article) }) {
                // As if it had been seen today: asked for among the others.
                try transaction.statement(
                    "UPDATE revision SET wanted = ? WHERE body_hash = ? AND wanted IS NOT NULL"
                ).run(transaction.now, hash)
            } else {
                try giveUp(hash, for: waiting)
            }
        }
        return late.count
    }

    private func giveUp(_ hash: ContentHash, for waiting: [Waiting]) throws {
        let bodies = BodyTable(transaction: transaction)
        try bodies.drop(hash)
        let dropped = DroppedTable(transaction: transaction)
        for waiting in waiting {
            let extent = extent(for: waiting)
            try dropped.add(waiting.revision, extent)
            // An article that is in no story waited for this.
            guard extent == .text, !waiting.isFolded else { continue }
            try bodies.release([(waiting.revision, waiting.row)])
        }
    }

    /// An article that is in a story, by an earlier text, stays or goes with that.
    private func extent(for waiting: Waiting) -> DroppedTable.Extent {
        guard waiting.isCurrent else { return .earlierText }
        guard let oldest = limits.articles, waiting.latest < oldest, !waiting.isFolded else { return .text }
        return .article
    }

    private func waiting(for hash: ContentHash) throws -> [Waiting] {
        try transaction.statement(
            """
            SELECT revision.id, article.id, article.key, article.revision = revision.id, folded_text IS NOT NULL,
                (SELECT max(first_seen) FROM revision AS other WHERE other.article = article.id)
            FROM revision JOIN article ON article.id = revision.article WHERE revision.body_hash = ?
            """
        ).all(hash) { row in
            Waiting(
                revision: row.integer(0), row: row.integer(1), article: try row.articleID(2),
                isCurrent: row.flag(3), isFolded: row.flag(4), latest: row.moment(5))
        }
    }
}
