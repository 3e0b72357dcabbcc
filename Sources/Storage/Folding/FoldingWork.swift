import Folding
import Model

/// An article that has yet to find its story.
struct UnfoldedArticle {
    var row: Int64
    var id: ArticleID
    var contentHash: ContentHash
    var fingerprint: Fingerprint
}

/// The folding of one transaction: articles and rulings go in, the stories to work out anew come out.
struct FoldingWork {
    private let transaction: Transaction
    private var maintainer: StoryMaintainer<FoldingTables>
    private var touched: Set<StoryID> = []
    private var retired: Set<StoryID> = []

    init(transaction: Transaction) {
        self.transaction = transaction
        maintainer = StoryMaintainer(FoldingTables(transaction))
    }

    mutating func fold(_ article: UnfoldedArticle) throws {
        try fold(article.id, article.contentHash, article.fingerprint)
    }

    mutating func fold(_ article: ArticleID, _ contentHash: ContentHash, _ fingerprint: Fingerprint) throws {
        note(try maintainer.insert(article, contentHash: contentHash, fingerprint: fingerprint))
    }

    mutating func rule(_ ruling: Ruling?, on pair: Folding.ArticlePair) throws {
        note(try maintainer.overrule(pair, ruling))
    }

    mutating func remove(_ article: ArticleID) throws {
        note(try maintainer.remove(article))
    }

    private mutating func note(_ changes: StoryChanges) {
        touched.formUnion(changes.touched)
        touched.subtract(changes.retired)
        retired.formUnion(changes.retired)
        retired.subtract(changes.touched)
    }

    /// Drops the stories that are no more; the rows of those that changed.
    mutating func finish() throws -> Set<Int64> {
        let find = try transaction.statement("SELECT id FROM story WHERE hash = ?")
        for story in retired {
            guard let row = try find.first(story, read: { $0.integer(0) }) else { continue }
            try transaction.statement("UPDATE article SET story = NULL WHERE story = ?").run(row)
            try transaction.statement("DELETE FROM story WHERE id = ?").run(row)
        }
        var rows: Set<Int64> = []
        for story in touched {
            if let row = try find.first(story, read: { $0.integer(0) }) { rows.insert(row) }
        }
        touched = []
        retired = []
        try maintainer.store.settleAnchors()
        return rows
    }
}
