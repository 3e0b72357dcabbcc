import Folding
import Model

/// An article that has yet to find its story.
struct UnfoldedArticle {
    var row: Int64
    var id: ArticleID
    var contentHash: ContentHash
    var text: FoldableText
    /// Whether this transaction stored it, so that it cannot have been folded before.
    var isNew = false
}

/// The folding of one transaction: articles and rulings go in, the stories to work out anew come out.
struct FoldingWork {
    private var maintainer: StoryMaintainer<FoldingTables>
    private var touched: Set<StoryID> = []
    private var retired: Set<StoryID> = []

    init(transaction: Transaction) {
        maintainer = StoryMaintainer(FoldingTables(transaction))
    }

    mutating func fold(_ article: UnfoldedArticle) throws {
        maintainer.store.expect(article)
        note(try maintainer.insert(article.id, contentHash: article.contentHash, text: article.text))
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
        for story in retired { try maintainer.store.remove(story) }
        var rows: Set<Int64> = []
        for story in touched {
            if let row = try maintainer.store.row(of: story) { rows.insert(row) }
        }
        touched = []
        retired = []
        try maintainer.store.settleAnchors()
        return rows
    }
}
