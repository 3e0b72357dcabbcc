import Folding
import GRDB
import Model

/// Articles of which only the headline is kept, while stories are formed anew: their fingerprints cannot be taken again,
/// so those that there are stay in force.
struct Headlines {
    let transaction: Transaction

    private static let batch = 500

    /// Remembers the fingerprints, before all that was worked out is forgotten.
    func setAside() throws {
        try transaction.database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.headline;
                CREATE TEMP TABLE headline (article INTEGER PRIMARY KEY, fingerprint BLOB);
                INSERT INTO headline
                    SELECT article.id, text.fingerprint FROM dropped
                    JOIN revision ON revision.id = dropped.revision
                    JOIN article ON article.id = revision.article AND article.revision = revision.id
                    LEFT JOIN text ON text.key = article.folded_text
                    WHERE extent < 2 AND NOT EXISTS (SELECT 1 FROM body WHERE hash = revision.body_hash);
                """)
    }

    /// Folds what was set aside. An article without a fingerprint stands alone.
    func fold() throws {
        // Not kept: the temporary table is another one next time.
        let next = try transaction.statement(
            composed: """
                SELECT article.id, article.key, revision.content_hash, headline.fingerprint FROM temp.headline
                JOIN article ON article.id = headline.article JOIN revision ON revision.id = article.revision
                WHERE article.id > ? ORDER BY article.id LIMIT ?
                """)
        let summaries = StorySummaries(transaction: transaction)
        var last: Int64 = 0
        while true {
            let headlines = try next.all(last, Self.batch) { row in
                let fingerprint = row.isNull(3) ? nil : row.withBytes(3) { Fingerprint(decoding: $0) }
                return (
                    row: row.integer(0), id: try row.articleID(1), content: try row.contentHash(2),
                    fingerprint: fingerprint ?? Fingerprint(of: CanonicalText(""))
                )
            }
            guard let end = headlines.last?.row else { break }
            var folding = FoldingWork(transaction: transaction)
            for headline in headlines {
                try folding.fold(headline.id, headline.content, headline.fingerprint)
            }
            for story in try folding.finish() { try summaries.refresh(story) }
            last = end
        }
        try transaction.database.execute(sql: "DROP TABLE temp.headline")
    }
}
