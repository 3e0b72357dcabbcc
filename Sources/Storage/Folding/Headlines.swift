import Folding
import GRDB
import Model

/// Articles of which only the headline is here: their texts were dropped for age, or are not asked for, or are yet to
/// come. There is nothing to fold them by but fingerprints that were taken before.
struct Headlines {
    let transaction: Transaction

    private static let batch = 500
    /// That of no text: it has an article stand alone.
    private static let none = FoldableText(Fingerprint(of: CanonicalText("")))

    private func fold(_ headlines: [UnfoldedArticle]) throws {
        var folding = FoldingWork(transaction: transaction)
        for headline in headlines { try folding.fold(headline) }
        let summaries = StorySummaries(transaction: transaction)
        for story in try folding.finish() { try summaries.refresh(story) }
    }

    // MARK: Texts that are not asked for

    /// Gives articles after the row `article` stories of their own, at most `limit`, if they wait for texts that are older
    /// than `oldest` and so are not asked for. Returns the row to go on after, and whether there may be more.
    func show(olderThan oldest: Timestamp, after article: Int64, limit: Int) throws -> (last: Int64, isEnd: Bool) {
        let waiting = try transaction.statement(
            """
            SELECT article.id, article.key, revision.content_hash FROM article
            JOIN revision ON revision.id = article.revision
            WHERE article.id > ? AND folded_text IS NULL
                AND (SELECT wanted FROM revision AS holder WHERE holder.body_hash = revision.body_hash
                    ORDER BY holder.id LIMIT 1) < ?
            ORDER BY article.id LIMIT ?
            """
        ).all(article, oldest, limit) { row in
            UnfoldedArticle(
                row: row.integer(0), id: try row.articleID(1), contentHash: try row.contentHash(2),
                text: Self.none)
        }
        try fold(waiting)
        if waiting.count == limit, let last = waiting.last { return (last.row, false) }
        return (try transaction.statement("SELECT max(id) FROM article").first { $0.integer(0) } ?? 0, true)
    }

    // MARK: While all stories are formed anew

    /// Remembers the fingerprints, before all that was worked out is forgotten.
    func setAside() throws {
        try transaction.database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.headline;
                CREATE TEMP TABLE headline (article INTEGER PRIMARY KEY, content BLOB, fingerprint BLOB);
                INSERT INTO headline
                    SELECT article.id, coalesce(folded_content, content_hash), text.fingerprint FROM article
                    JOIN revision ON revision.id = article.revision
                    LEFT JOIN dropped ON dropped.revision = revision.id
                    LEFT JOIN text ON text.id = article.folded_text
                    WHERE (SELECT body FROM revision AS holder WHERE holder.body_hash = revision.body_hash
                            ORDER BY holder.id LIMIT 1) IS NULL
                        AND (article.folded_text IS NOT NULL OR dropped.extent < 2);
                """)
    }

    /// Folds what was set aside.
    func foldAgain() throws {
        // Not kept: the temporary table is another one next time.
        let next = try transaction.statement(
            composed: """
                SELECT article.id, article.key, headline.content, headline.fingerprint
                FROM temp.headline JOIN article ON article.id = headline.article
                WHERE article.id > ? ORDER BY article.id LIMIT ?
                """)
        var last: Int64 = 0
        while true {
            let headlines = try next.all(last, Self.batch) { row in
                UnfoldedArticle(
                    row: row.integer(0), id: try row.articleID(1), contentHash: try row.contentHash(2),
                    text: row.withBytes(3) { Fingerprint(decoding: $0) }.map(FoldableText.init) ?? Self.none)
            }
            guard let end = headlines.last?.row else { break }
            try fold(headlines)
            last = end
        }
        try transaction.database.execute(sql: "DROP TABLE temp.headline")
    }
}
