import Changelog
import Model

/// Takes the entries of one feed's document into an open transaction.
struct EntryIntake {
    private let domain: DomainTables
    private let feedURL: String
    private let articles: FeedArticles
    private(set) var report: IngestReport
    /// Entries whose registers are written, and whose rows are to follow together.
    private var waiting: [Capture] = []
    private var transaction: Transaction { domain.transaction }

    private struct Capture {
        var entry: IngestEntry
        var arrival: ArticleTables.Arrival
    }

    init(domain: DomainTables, feed: Int64, feedURL: String) throws {
        self.domain = domain
        self.feedURL = feedURL
        articles = try FeedArticles(
            ArticleTables(transaction: domain.transaction), feed: feed, feedURL: feedURL)
        report = IngestReport(feed: FeedID(url: feedURL))
    }

    mutating func take(
        _ entries: [IngestEntry], unchanged: [UnchangedEntry], _ replica: inout Replica<RegisterTables>
    ) throws {
        report.unchanged += unchanged.count
        let identities = try EntryIdentities(of: entries, unchanged: unchanged, among: articles)
        for (entry, identity) in zip(entries, identities.entries) {
            switch identity {
            case .repeated: report.unchanged += 1
            case .known(let known): try revise(entry, known, &replica)
            case .new:
                let id = articles.id(ofEntry: entry.entryID)
                if try capture(entry, id, entryID: entry.entryID, &replica) { report.added.append(id) }
            }
        }
        try storeRows()
    }

    private mutating func revise(
        _ entry: IngestEntry, _ known: FeedArticles.Known, _ replica: inout Replica<RegisterTables>
    ) throws {
        guard entry.entryHash != known.entryHash else {
            report.unchanged += 1
            return
        }
        guard let now = try articles.tables.shown(known.article) else {
            throw StoreError.corrupt("an article has no revision")
        }
        // A body whose markup alone changed, a new date or picture are no news to anybody.
        if now.title == entry.revision.title, now.contentHash == entry.revision.contentHash,
            now.link.map(ArticleLink.init) == entry.link
        {
            report.unchanged += 1
            try articles.tables.setEntryHash(entry.entryHash, of: known.article)
            // The first to take a name keeps it.
            try storeRows()
            try articles.tables.add(namings(of: entry, article: known.article, named: now.entryID))
            return
        }
        if try capture(entry, now.id, entryID: now.entryID, &replica) {
            report.revised.append(now.id)
        } else {
            // It is not to be looked at again each time.
            try articles.tables.setEntryHash(entry.entryHash, of: known.article)
        }
    }

    /// Writes the register of an entry, whose article is called `id`. False if it was refused or says what is there already.
    private mutating func capture(
        _ entry: IngestEntry, _ id: ArticleID, entryID: String, _ replica: inout Replica<RegisterTables>
    ) throws -> Bool {
        let article = Article(
            id: id, feedURL: feedURL, entryID: entryID, firstSeen: transaction.now, revision: entry.revision)
        let applied: AppliedChange?
        do {
            applied = try replica.write(.article(article))
        } catch let defect as ValueDefect {
            report.refused.append("\(entry.revision.title.prefix(80)): \(defect)")
            return false
        }
        guard let applied else {
            report.unchanged += 1
            return false
        }
        let arrival = ArticleTables.Arrival(
            article: article, register: applied.register.id.key, feed: articles.feed, link: entry.link,
            length: entry.text.text.utf8.count, entryHash: entry.entryHash)
        waiting.append(Capture(entry: entry, arrival: arrival))
        return true
    }

    /// Stores the rows that follow from the registers, the bodies, and the names.
    private mutating func storeRows() throws {
        guard !waiting.isEmpty else { return }
        let bodies = BodyTable(transaction: transaction)
        var stored: Set<ContentHash> = []
        let rows = try articles.tables.store(waiting.map(\.arrival)) { place in
            let body = waiting[place].entry.body
            // The revision that has it may not be in its table yet.
            return stored.insert(body.hash).inserted ? try bodies.add(body) : nil
        }
        var namings: [ArticleTables.Naming] = []
        for (capture, row) in zip(waiting, rows) {
            let (entry, article) = (capture.entry, capture.arrival.article)
            namings += self.namings(of: entry, article: row.article, named: article.entryID)
            if !entry.pictures.isEmpty {
                try PictureTable(transaction: transaction).setAddresses(entry.pictures, of: row.article)
            }
            domain.follow(row, article, entry)
        }
        try articles.tables.add(namings)
        waiting = []
    }

    /// - Parameter entryID: the one that the article has its name from, and is found by without an alias.
    private func namings(of entry: IngestEntry, article: Int64, named entryID: String) -> [ArticleTables.Naming] {
        var namings: [ArticleTables.Naming] = []
        if entry.entryID != entryID { namings.append((Alias(.entryID, entry.entryID), articles.feed, article)) }
        if let link = entry.linkAlias { namings.append((link, articles.feed, article)) }
        return namings
    }
}
