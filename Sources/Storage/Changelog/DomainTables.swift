import Changelog
import Folding
import Model

/// The rows that follow from registers, and what follows from those rows in turn.
///
/// Local and remote changes take the same way: the register first, then `follow`. What it touches is collected, so
/// that a story is worked out once however many of its articles a transaction changes; `settle` does that at the end.
final class DomainTables {
    let transaction: Transaction
    /// Of changes that are followed, as far as they were normalised before the transaction.
    var links: ArticleLink.BySpelling = [:]
    /// Rows of articles that are new, side by side.
    private var newArticles: ClosedRange<Int64>?
    /// Others whose flags, mark or sight changed.
    private var touchedArticles: Set<Int64> = []
    /// Stories whose copies changed in any way.
    private var touchedStories: Set<Int64> = []
    /// What happened to articles, in order.
    private var events: [(kind: StoreEvent.Kind, article: Int64)] = []
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
        try follow([applied])
        return applied
    }

    /// Brings the rows in line with changes that the registers have taken, in their order.
    func follow(_ changes: [AppliedChange]) throws {
        var arrivals: [ArticleTables.Arrival] = []
        for change in changes {
            if case .article(let article) = change.value {
                let link = article.revision.link.map { links[$0] ?? ArticleLink($0) }
                arrivals.append(
                    ArticleTables.Arrival(
                        article: article, register: change.register.id.key, feed: try feedRow(article.feedURL),
                        link: link))
            } else {
                try store(arrivals)
                arrivals = []
                try follow(change)
            }
        }
        try store(arrivals)
    }

    private func follow(_ change: AppliedChange) throws {
        let flags = FlagTables(transaction: transaction)
        let clock = change.register.version.clock
        switch change.value {
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
        case .article, nil: break
        }
    }

    /// Stores revisions that came from a peer: their bodies may be missing, and folding and indexing them wait.
    private func store(_ arrivals: [ArticleTables.Arrival]) throws {
        guard !arrivals.isEmpty else { return }
        let articles = ArticleTables(transaction: transaction)
        let bodies = BodyTable(transaction: transaction)
        var wanted: Set<ContentHash> = []
        var areWanted: Set<Int> = []
        let rows = try articles.store(arrivals) { place in
            let body = arrivals[place].article.revision.bodyHash
            guard try bodies.standing(of: body) == nil, wanted.insert(body).inserted else { return nil }
            areWanted.insert(place)
            return .wanted
        }
        for (place, row) in rows.enumerated() {
            note(row)
            if !areWanted.contains(place) { try attend(to: arrivals[place], row) }
        }
        try articles.add(
            zip(arrivals, rows).compactMap { arrival, row in
                arrival.link.flatMap(Alias.init).map { (alias: $0, feed: arrival.feed, article: row.article) }
            })
    }

    /// The body of a revision that says nothing of it is here, or wanted for another one too.
    private func attend(to arrival: ArticleTables.Arrival, _ stored: ArticleTables.StoredRevision) throws {
        let bodies = BodyTable(transaction: transaction)
        let body = arrival.article.revision.bodyHash
        guard let standing = try bodies.standing(of: body) else { return }
        if standing.body == nil {
            try bodies.want(body, of: standing)
        } else {
            try bodies.release([(stored.revision, stored.article)])
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
    func follow(_ stored: ArticleTables.StoredRevision, _ article: Article, _ entry: IngestEntry) {
        index(
            IndexedText(
                revision: stored.revision, title: article.revision.title, text: entry.text,
                authors: article.revision.authors))
        if stored.isCurrent {
            fold(
                UnfoldedArticle(
                    row: stored.article, id: article.id, contentHash: article.revision.contentHash,
                    text: entry.foldable, isNew: stored.isNewArticle))
        }
        note(stored)
    }

    /// Folds an article when the transaction settles.
    func fold(_ article: UnfoldedArticle) { unfolded.append(article) }

    /// Makes a revision searchable when the transaction settles.
    func index(_ text: IndexedText) { unindexed.append(text) }

    /// Works out an article's story anew when the transaction settles: its body has come.
    func reconsider(_ article: Int64) throws { touchedStories.formUnion(try story(of: article)) }

    private func note(_ stored: ArticleTables.StoredRevision) {
        if stored.isNewArticle {
            newArticles = (newArticles?.lowerBound ?? stored.article)...stored.article
        } else {
            touchedArticles.insert(stored.article)
        }
        events.append((stored.isNewArticle ? .articleAdded : .articleRevised, stored.article))
    }

    private func touch(_ id: ArticleID) throws {
        guard let row = try ArticleTables(transaction: transaction).row(of: id) else { return }
        touchedArticles.insert(row)
        events.append((.flagsChanged, row))
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
        try EventLog(transaction: transaction).append(events)
        let flags = FlagTables(transaction: transaction)
        if let newArticles { touchedArticles.formUnion(try flags.spokenOf(newArticles)) }
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
        events = []
        newArticles = nil
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
