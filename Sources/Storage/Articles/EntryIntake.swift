import Changelog
import Model

/// Takes the entries of one feed into an open transaction, one at a time.
struct EntryIntake {
    let domain: DomainTables
    let feedURL: String
    let feed: Int64
    private(set) var report: IngestReport
    private var namings: [ArticleTables.Naming] = []
    private var transaction: Transaction { domain.transaction }
    private var articles: ArticleTables { ArticleTables(transaction: transaction) }

    init(domain: DomainTables, feed: Int64, feedURL: String) {
        self.domain = domain
        self.feed = feed
        self.feedURL = feedURL
        report = IngestReport(feed: FeedID(url: feedURL))
    }

    mutating func take(
        _ entries: [IngestEntry], unchanged: [UnchangedEntry], _ replica: inout Replica<RegisterTables>
    ) throws {
        report.unchanged += unchanged.count
        let identities = try EntryIdentities(
            of: entries, unchanged: unchanged, feed: feed, feedURL: feedURL, in: articles)
        for (entry, identity) in zip(entries, identities.entries) {
            switch identity {
            case .repeated: report.unchanged += 1
            case .known(let known): try revise(entry, known, &replica)
            case .new: try add(entry, &replica)
            }
        }
        try articles.add(namings)
        namings = []
    }

    private mutating func add(_ entry: IngestEntry, _ replica: inout Replica<RegisterTables>) throws {
        guard let stored = try store(entry, entryID: entry.entryID, &replica) else { return }
        report.added.append(ArticleID(feedURL: feedURL, entryID: entry.entryID))
        try articles.setEntryHash(entry.entryHash, of: stored.article)
    }

    private mutating func revise(
        _ entry: IngestEntry, _ known: ArticleTables.Known, _ replica: inout Replica<RegisterTables>
    ) throws {
        guard entry.entryHash != known.entryHash else {
            report.unchanged += 1
            return
        }
        guard let now = try articles.shown(known.article) else {
            throw StoreError.corrupt("an article has no revision")
        }
        try articles.setEntryHash(entry.entryHash, of: known.article)
        // A body whose markup alone changed, a new date or picture are no news to anybody.
        if now.title == entry.revision.title, now.contentHash == entry.revision.contentHash,
            now.link.map(ArticleLink.init) == entry.link
        {
            report.unchanged += 1
            addAliases(entry, article: known.article, named: now.entryID)
            return
        }
        guard try store(entry, entryID: now.entryID, &replica) != nil else { return }
        report.revised.append(now.id)
    }

    /// Writes the register, the rows that follow from it, the body, and the names. `nil` if the entry was refused or
    /// says what is there already.
    private mutating func store(
        _ entry: IngestEntry, entryID: String, _ replica: inout Replica<RegisterTables>
    ) throws -> ArticleTables.StoredRevision? {
        let article = Article(
            id: ArticleID(feedURL: feedURL, entryID: entryID), feedURL: feedURL, entryID: entryID,
            firstSeen: transaction.now, revision: entry.revision)
        let applied: AppliedChange?
        do {
            applied = try replica.write(.article(article))
        } catch let defect as ValueDefect {
            report.refused.append("\(entry.revision.title.prefix(80)): \(defect)")
            return nil
        }
        guard let applied else {
            report.unchanged += 1
            return nil
        }
        let body = try BodyTable(transaction: transaction).add(entry.body)
        let stored = try articles.store(
            ArticleTables.Arrival(
                article: article, register: applied.register.id.key, feed: feed, link: entry.link, body: body,
                length: entry.text.text.utf8.count))
        addAliases(entry, article: stored.article, named: entryID)
        if !entry.pictures.isEmpty {
            try PictureTable(transaction: transaction).setAddresses(entry.pictures, of: stored.article)
        }
        try domain.follow(stored, article, entry.text, entry.fingerprint)
        return stored
    }

    /// - Parameter entryID: the one that the article has its name from, and is found by without an alias.
    private mutating func addAliases(_ entry: IngestEntry, article: Int64, named entryID: String) {
        if entry.entryID != entryID { namings.append((Alias(.entryID, entry.entryID), feed, article)) }
        if let link = entry.linkAlias { namings.append((link, feed, article)) }
    }
}
