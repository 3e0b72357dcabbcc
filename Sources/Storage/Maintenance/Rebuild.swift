import Folding
import GRDB
package import Model

/// What can be made again from the articles and the reader's word.
package enum DerivedData: Hashable, Sendable, CaseIterable {
    case stories
    case search
}

/// What a rebuild found to be otherwise than it had been kept: nothing, if all is well.
package struct RebuildReport: Hashable, Sendable {
    package var articles = 0
    package var stories = 0
    /// Articles whose story, or its state, was another one; the first hundred.
    package var differences: [Difference] = []
    package var differenceCount = 0
    package var indexed = 0

    package struct Difference: Hashable, Sendable {
        package var article: ArticleID
        package var before: StoryID?
        package var after: StoryID?
    }
}

/// Makes derived data again, inside one transaction.
struct Rebuild {
    let domain: DomainTables
    private var transaction: Transaction { domain.transaction }

    private static let batch = 500
    private static let reportedDifferences = 100

    init(domain: DomainTables) { self.domain = domain }

    func stories() throws -> RebuildReport {
        let database = transaction.database
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.before_rebuild;
                CREATE TEMP TABLE before_rebuild (article INTEGER PRIMARY KEY, story BLOB, state INTEGER);
                INSERT INTO before_rebuild
                    SELECT article.id, story.hash, story.state
                    FROM article LEFT JOIN story ON story.id = article.story;
                DELETE FROM unfolded;
                """)
        let headlines = Headlines(transaction: transaction)
        try headlines.setAside()
        try FoldingTables(transaction).removeAll()
        try forEachArticle { domain.fold($0) }
        try headlines.foldAgain()
        var report = RebuildReport()
        report.articles = try count("SELECT count(*) FROM article")
        report.stories = try count("SELECT count(*) FROM story WHERE copies > 0")
        report.differenceCount = try count(
            """
            SELECT count(*) FROM temp.before_rebuild AS before JOIN article ON article.id = before.article
            LEFT JOIN story ON story.id = article.story
            WHERE (before.story, before.state) IS NOT (story.hash, story.state)
            """)
        report.differences = try transaction.statement(
            composed: """
                SELECT article.key, before.story, story.hash
                FROM temp.before_rebuild AS before JOIN article ON article.id = before.article
                LEFT JOIN story ON story.id = article.story
                WHERE (before.story, before.state) IS NOT (story.hash, story.state) LIMIT ?
                """
        ).all(Self.reportedDifferences) { row in
            RebuildReport.Difference(
                article: try row.articleID(0), before: row.isNull(1) ? nil : try row.storyID(1),
                after: row.isNull(2) ? nil : try row.storyID(2))
        }
        try database.execute(sql: "DROP TABLE temp.before_rebuild")
        return report
    }

    /// Indexes what is shown now; rows of superseded revisions are gone after this.
    func search() throws -> Int {
        try transaction.database.execute(
            sql: """
                INSERT INTO search (search) VALUES ('delete-all');
                DELETE FROM unindexed;
                INSERT INTO unindexed SELECT revision FROM article WHERE revision IS NOT NULL;
                """)
        let pending = PendingWork(domain: domain)
        var indexed = 0
        while true {
            let count = try pending.index(limit: Self.batch)
            if count == 0 { return indexed }
            try domain.settle()
            while try SearchIndex(transaction: transaction).merge() {}
            indexed += count
        }
    }

    /// Goes through all articles whose body is here, a batch at a time.
    private func forEachArticle(_ body: (UnfoldedArticle) throws -> Void) throws {
        let next = try transaction.statement(
            """
            SELECT article.id, article.key, revision.body_hash, revision.content_hash
            FROM article JOIN revision ON revision.id = article.revision
            WHERE article.id > ? AND NOT EXISTS (SELECT 1 FROM dropped WHERE dropped.revision = revision.id AND extent = 2)
            ORDER BY article.id LIMIT ?
            """)
        let bodies = BodyTable(transaction: transaction)
        var last: Int64 = 0
        while true {
            let articles = try next.all(last, Self.batch) { row in
                (
                    row: row.integer(0), id: try row.articleID(1), body: try row.contentHash(2),
                    content: try row.contentHash(3)
                )
            }
            guard let end = articles.last?.row else { return }
            for article in articles {
                guard let text = try bodies.text(article.body) else { continue }
                try body(
                    UnfoldedArticle(
                        row: article.row, id: article.id, contentHash: article.content,
                        text: FoldableText(Fingerprint(of: text))))
            }
            try domain.settle()
            last = end
        }
    }

    private func count(_ sql: StaticString) throws -> Int {
        // Not kept: the temporary table is another one next time.
        try transaction.statement(composed: sql.description).first { $0.count(0) } ?? 0
    }
}
