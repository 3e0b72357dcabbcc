import Changelog
import Folding
import Model

/// The rows that follow from registers, and what follows from those rows in turn.
///
/// Local and remote changes take the same way: the register first, then `follow`. What it touches is collected, so
/// that a story is worked out once however many of its articles a transaction changes; `settle` does that at the end.
final class DomainTables {
    let transaction: Transaction
    /// Articles whose flags, mark or sight changed.
    private var touchedArticles: Set<Int64> = []
    /// Stories whose copies changed in any way.
    private var touchedStories: Set<Int64> = []
    /// Articles to fold, with the text where it is at hand.
    private var unfolded: [UnfoldedArticle] = []
    private var rulings: [(pair: Folding.ArticlePair, ruling: Ruling?)] = []
    /// The feed of the article before.
    private var lastFeed: (url: String, row: Int64)?
    /// Revisions to make searchable.
    private var unindexed: [IndexedText] = []

    init(_ transaction: Transaction) { self.transaction = transaction }

    /// Writes a local change with the rows that follow from it; `nil` if the register says so already, unless it is to
    /// be said again.
    @discardableResult
    func write(
        _ value: ChangeValue, again: Bool = false, _ replica: inout Replica<RegisterTables>
    ) throws -> AppliedChange? {
        guard let applied = try replica.write(value, again: again) else { return nil }
        try follow(applied)
        return applied
    }

    /// Brings the rows in line with a change that the registers have taken.
    func follow(_ change: AppliedChange) throws {
        let flags = FlagTables(transaction: transaction)
        let clock = change.register.version.clock
        switch change.value {
        case .article(let article): try follow(article, register: change.register.id.key)
        case .read(let article, let on):
            try flags.setRead(article, on, clock: clock)
            try touch(article)
        case .starred(let article, let on):
            try flags.setStarred(article, on)
            try touch(article)
        case .hidden(let article, let on):
            try flags.setHidden(article, on)
            try touch(article)
        case .markAllRead(let feed, let through):
            try flags.markAllRead(feed, through: through, clock: clock)
            touchedArticles.formUnion(try flags.articles(of: feed, through: through))
        case .tag(let article, let tag, let present):
            try flags.setTag(article, tag, present: present)
            try touch(article)
        case .note(let edit):
            try flags.add(edit)
            try touch(edit.article)
        case .feed(let url, let setting): try FeedTable(transaction: transaction).apply(setting, url: url)
        case .pair(let pair, let verdict):
            guard let pair = Folding.ArticlePair(pair.first, pair.second) else { return }
            rulings.append((pair, verdict.ruling))
        case .rule(let rule): try SharedTables(transaction: transaction).set(rule)
        case .savedSearch(let search): try SharedTables(transaction: transaction).set(search)
        case .device(let entry): try SharedTables(transaction: transaction).set(entry, register: change.register.id.key)
        case nil: break
        }
    }

    /// A revision came from a peer: its body may be missing, and folding and indexing it wait.
    private func follow(_ article: Article, register key: RecordKey) throws {
        let feed = try feedRow(article.feedURL)
        let articles = ArticleTables(transaction: transaction)
        let bodies = BodyTable(transaction: transaction)
        let body = article.revision.bodyHash
        let standing = try bodies.standing(of: body)
        let link = article.revision.link.map(ArticleLink.init)
        let stored = try articles.store(
            article, link: link, register: key, feed: feed, body: standing == nil ? .wanted : nil, length: nil)
        if let alias = link.flatMap(Alias.init) { try articles.add(alias, feed: feed, article: stored.article) }
        touchedArticles.insert(stored.article)
        try note(stored)
        guard let standing else { return }
        if standing.body == nil {
            try bodies.want(body, of: standing)
        } else {
            try bodies.release(revision: stored.revision, of: stored.article)
        }
    }

    /// A peer's articles come in the order in which it took them, and so many of one feed together.
    private func feedRow(_ url: String) throws -> Int64 {
        if let last = lastFeed, last.url == url { return last.row }
        let row = try FeedTable(transaction: transaction).row(forURL: url)
        lastFeed = (url, row)
        return row
    }

    /// A revision was captured here, and its text is at hand.
    func follow(
        _ stored: ArticleTables.StoredRevision, _ article: Article, _ text: CanonicalText, _ fingerprint: Fingerprint
    ) throws {
        index(
            IndexedText(
                revision: stored.revision, title: article.revision.title, text: text,
                authors: article.revision.authors))
        touchedArticles.insert(stored.article)
        if stored.isCurrent {
            fold(
                UnfoldedArticle(
                    row: stored.article, id: article.id, contentHash: article.revision.contentHash,
                    fingerprint: fingerprint))
        }
        try note(stored)
    }

    /// Folds an article when the transaction settles.
    func fold(_ article: UnfoldedArticle) { unfolded.append(article) }

    /// Makes a revision searchable when the transaction settles.
    func index(_ text: IndexedText) { unindexed.append(text) }

    /// Works out an article's story anew when the transaction settles: its body has come.
    func reconsider(_ article: Int64) throws { touchedStories.formUnion(try story(of: article)) }

    private func note(_ stored: ArticleTables.StoredRevision) throws {
        try EventLog(transaction: transaction).append(
            stored.isNewArticle ? .articleAdded : .articleRevised, article: stored.article)
    }

    private func touch(_ id: ArticleID) throws {
        guard let row = try ArticleTables(transaction: transaction).row(of: id) else { return }
        touchedArticles.insert(row)
        try EventLog(transaction: transaction).append(.flagsChanged, article: row)
        touchedStories.formUnion(try story(of: row))
    }

    private func story(of article: Int64) throws -> [Int64] {
        try transaction.statement("SELECT story FROM article WHERE id = ? AND story IS NOT NULL").all(article) {
            $0.integer(0)
        }
    }
}

extension DomainTables {
    /// Folds what is to be folded, and works out every story that was touched. The last act of each transaction that
    /// changed registers.
    func settle() throws {
        let flags = FlagTables(transaction: transaction)
        for article in touchedArticles where try flags.refresh(article: article) {
            touchedStories.formUnion(try story(of: article))
        }
        var folding = FoldingWork(transaction: transaction)
        for article in unfolded { try folding.fold(article) }
        for (pair, ruling) in rulings { try folding.rule(ruling, on: pair) }
        touchedStories.formUnion(try folding.finish())
        let summaries = StorySummaries(transaction: transaction)
        for story in touchedStories { try summaries.refresh(story) }
        // Last, and together: FTS5 writes out what it has gathered at every savepoint, and SQLite opens one for each
        // statement that may fail half-way.
        let search = SearchIndex(transaction: transaction)
        for text in unindexed { try search.add(text) }
        search.note(rows: unindexed.count)
        touchedArticles = []
        touchedStories = []
        unfolded = []
        rulings = []
        unindexed = []
    }
}

extension PairVerdict {
    var ruling: Ruling? {
        switch self {
        case .auto: nil
        case .together: .together
        case .apart: .apart
        }
    }
}
