import Folding
import Model

/// The rows of articles and their revisions, and the names by which entries find them.
struct ArticleTables {
    let transaction: Transaction

    /// What a stored revision is: its rows, and whether it is now the one that readers are shown.
    struct StoredRevision {
        var article: Int64
        var revision: Int64
        var isNewArticle: Bool
        var isCurrent: Bool
    }

    /// The local row of the article of this id.
    func row(of id: ArticleID) throws -> Int64? {
        try transaction.statement("SELECT id FROM article WHERE key = ?").first(id) { $0.integer(0) }
    }

    /// A revision on its way into the tables, with what goes there beside what it says.
    struct Arrival {
        var article: Article
        /// Key of the register that carries it.
        var register: RecordKey
        var feed: Int64
        /// The revision's.
        var link: ArticleLink?
        /// UTF-8 bytes of its text, if that is at hand.
        var length: Int?
        /// Of the feed's entry, if it was captured here.
        var entryHash: Int64?
    }

    /// A revision that is not in the tables yet, with the rows that it is to have.
    private typealias NewRevision = (arrival: Arrival, row: StoredRevision, body: BodyTable.Place?)

    /// Stores revisions, each with its article if that is new; the same revision again only lowers when it was first seen.
    ///
    /// - Parameter body: what the revision at this place in the list is to say of its body, `nil` if an earlier one does;
    ///   asked in the order in which they are stored.
    /// - Returns: where each lies.
    func store(_ arrivals: [Arrival], body: (Int) throws -> BodyTable.Place?) throws -> [StoredRevision] {
        var rows = try addArticles(arrivals)
        var new: [NewRevision] = []
        for (place, row) in rows.enumerated() {
            if let row { new.append((arrivals[place], row, try body(place))) }
        }
        try add(new)
        for (place, row) in rows.enumerated() where row == nil {
            rows[place] = try storeRevision(arrivals[place], body: try body(place))
        }
        return rows.compactMap { $0 }
    }

    /// Stores one whose article is here.
    private func storeRevision(_ arrival: Arrival, body: BodyTable.Place?) throws -> StoredRevision {
        guard let known = try row(of: arrival.article.id) else {
            throw StoreError.corrupt("an article is not under its key")
        }
        if let hash = arrival.entryHash { try setEntryHash(hash, of: known) }
        let existing = try transaction.statement("SELECT id FROM revision WHERE article = ? AND key = ?").first(
            known, arrival.register
        ) { $0.integer(0) }
        var stored = StoredRevision(
            article: known, revision: try existing ?? nextRow("SELECT max(id) FROM revision"), isNewArticle: false,
            isCurrent: false)
        if let existing {
            try transaction.statement(
                """
                UPDATE revision SET first_seen = min(first_seen, ?2), length = coalesce(length, ?3) WHERE id = ?1
                """
            ).run(existing, arrival.article.firstSeen, arrival.length)
        } else {
            try add([(arrival, stored, body)])
        }
        stored.isCurrent = try chooseRevision(of: known) == stored.revision
        return stored
    }

    /// Makes rows for those articles that are new, and says where their revisions are to lie; `nil` for those that are here,
    /// and for the second of two that are the same.
    private func addArticles(_ arrivals: [Arrival]) throws -> [StoredRevision?] {
        let article = try nextRow("SELECT max(id) FROM article")
        let revision = try nextRow("SELECT max(id) FROM revision")
        let rows = arrivals.enumerated().map { place, arrival in
            let row = StoredRevision(
                article: article + Int64(place), revision: revision + Int64(place), isNewArticle: true, isCurrent: true)
            return (arrival: arrival, row: row)
        }
        let find = try transaction.statement("SELECT 1 FROM article WHERE id = ?")
        let areNew = try transaction.insertNew(
            """
            INSERT OR FAIL INTO article (id, key, feed, entry_id, first_seen, time, revision, revision_count, entry_hash)
            VALUES
            """, rows, unless: "ON CONFLICT (key) DO NOTHING",
            isStored: { try find.first($0.row.article) { _ in true } ?? false },
            values: { arrival, row in
                let article = arrival.article
                return (
                    row.article, article.id, arrival.feed, article.entryID, article.firstSeen,
                    Self.time(published: article.revision.published, firstSeen: article.firstSeen), row.revision, 1,
                    arrival.entryHash
                )
            })
        return zip(rows, areNew).map { $1 ? $0.row : nil }
    }

    /// One more than the largest, as SQLite would choose it (sqlite.org/autoinc.html).
    private func nextRow(_ largest: StaticString) throws -> Int64 {
        try transaction.statement(largest).first { $0.integer(0) + 1 } ?? 1
    }

    private func add(_ revisions: [NewRevision]) throws {
        try transaction.insert(
            """
            INSERT OR FAIL INTO revision (id, key, article, first_seen, content_hash, body_hash, title, link, site, agency,
                dateline, language, published, length, body, wanted) VALUES
            """, revisions
        ) { arrival, row, body in
            let revision = arrival.article.revision
            let (body, wanted): (Int64?, Timestamp?) =
                switch body {
                case .here(let row): (row, nil)
                case .wanted: (nil, arrival.article.firstSeen)
                case nil: (nil, nil)
                }
            return (
                row.revision, arrival.register, row.article, arrival.article.firstSeen, revision.contentHash,
                revision.bodyHash, revision.title, revision.link, arrival.link?.site, revision.agency?.rawValue,
                revision.dateline, revision.language, revision.published, arrival.length, body, wanted
            )
        }
    }

    /// Shows the revision that was seen last, ties by key, and takes the first sight and the time from the earliest: a
    /// function of the set of revisions, in whichever order they came.
    private func chooseRevision(of article: Int64) throws -> Int64 {
        let revisions = try transaction.statement(
            "SELECT id, first_seen, published FROM revision WHERE article = ? ORDER BY first_seen, key"
        ).all(article) { (row: $0.integer(0), firstSeen: $0.moment(1), published: $0.optionalMoment(2)) }
        guard let first = revisions.first, let last = revisions.last else {
            throw StoreError.corrupt("an article has no revision")
        }
        try transaction.statement(
            "UPDATE article SET revision = ?2, revision_count = ?3, first_seen = ?4, time = ?5 WHERE id = ?1"
        ).run(
            article, last.row, revisions.count, first.firstSeen,
            Self.time(published: first.published, firstSeen: first.firstSeen))
        return last.row
    }

    /// What lists are ordered by: the publisher's date, unless it lies after the first sight or before the web.
    static func time(published: Timestamp?, firstSeen: Timestamp) -> Timestamp {
        guard let published, published <= firstSeen, published >= earliestPlausible else { return firstSeen }
        return published
    }

    private static let earliestPlausible = Timestamp(year: 1991, month: 8, day: 6)
}

/// Ways in which a feed's entry names its article; the raw values are in the schema.
enum AliasKind: Int64 {
    case entryID = 0
    case link = 1
}

/// One name of an article within its feed.
struct Alias: Hashable {
    let kind: AliasKind
    /// 63 bits of SHA-256.
    let hash: Int64

    init(_ kind: AliasKind, _ text: String) {
        self.kind = kind
        hash = Int64(ContentHash(of: text).prefix >> 1)
    }
}

extension ArticleTables {
    /// A name that an article of a feed is given.
    typealias Naming = (alias: Alias, feed: Int64, article: Int64)

    /// The first to take a name keeps it.
    func add(_ namings: [Naming]) throws {
        try transaction.insert("INSERT OR IGNORE INTO alias (feed, kind, hash, article) VALUES", namings) { naming in
            (naming.feed, naming.alias.kind.rawValue, naming.alias.hash, naming.article)
        }
    }

    func setEntryHash(_ hash: Int64, of article: Int64) throws {
        try transaction.statement("UPDATE article SET entry_hash = ? WHERE id = ?").run(hash, article)
    }
}
