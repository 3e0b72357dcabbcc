import Changelog
import GRDB
import Model

/// What was wrong with a database, what was done about it, and what is wrong still; a line each.
package struct RepairReport: Hashable, Sendable {
    package var before: [String]
    package var done: [String]
    package var after: [String]

    package init(before: [String], done: [String], after: [String]) {
        self.before = before
        self.done = done
        self.after = after
    }
}

/// Puts a damaged database right, inside one transaction: what is derived is made again from the registers, the books
/// from what they keep books of, and what cannot be read is set aside, so that peers send it again. An article whose
/// register is lost gets another from its row.
struct Repair {
    let domain: DomainTables
    private var transaction: Transaction { domain.transaction }
    private(set) var done: [String] = []

    init(domain: DomainTables) { self.domain = domain }

    mutating func run(_ replica: inout Replica<RegisterTables>) throws {
        let events = EventLog(transaction: transaction)
        let lastEvent = try events.last()
        try setAsideRegisters()
        try dropDangling()
        try DictionaryTable(transaction: transaction).dropUnreadable()
        try dropUnreadableBodies()
        try restoreRegisters(&replica)
        try followAll()
        note(try replica.recount())
        try settleBodies()
        try derive()
        // Nothing has happened that a reader should hear of.
        try transaction.statement("DELETE FROM event WHERE number > ?").run(lastEvent)
    }

    private mutating func note(_ count: Int, _ what: String) {
        if count > 0 { done.append("\(count) \(what)") }
    }

    private mutating func note(_ recount: Replica<RegisterTables>.Recount) {
        if recount.digestDiffered { done.append("the digest was worked out again from the registers") }
        if recount.countersDiffered {
            done.append("the counters were behind the registers: this node goes on under a new origin")
        }
    }
}

// MARK: - What cannot be read

extension Repair {
    private static let batch = 500

    /// Registers that say nothing that a register can say go to the quarantine, under no peer's name.
    private mutating func setAsideRegisters() throws {
        let next = try transaction.statement(
            """
            SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
            WHERE lseq > ? ORDER BY lseq LIMIT ?
            """)
        var last = Int64.min
        var count = 0
        while true {
            var damaged: [(lseq: Int64, kind: Int64, key: [UInt8], value: [UInt8], reason: String)] = []
            let read: [Void] = try next.all(last, Self.batch) { row in
                last = row.integer(8)
                if let reason = Self.defect(of: row) {
                    damaged.append((last, row.integer(0), row.bytes(1), row.bytes(7), reason))
                }
            }
            for item in damaged {
                try transaction.statement(
                    "INSERT INTO quarantine (peer, received, kind, key, reason, value) VALUES (x'', ?, ?, ?, ?, ?)"
                ).run(transaction.now, item.kind, item.key, "damaged in this database: \(item.reason)", item.value)
                try transaction.statement("DELETE FROM register WHERE lseq = ?").run(item.lseq)
            }
            count += damaged.count
            if read.isEmpty { break }
        }
        note(count, "registers could not be read, and were set aside: peers that have them send them again")
    }

    private static func defect(of row: Row) -> String? {
        guard let register = try? RegisterTables.register(row) else { return "no register" }
        let version = register.version
        guard Version(clock: version.clock, author: version.author, value: register.value) == version else {
            return "the value is not the one that the version names"
        }
        do throws(ValueDefect) {
            _ = try ChangeValue(of: register.id, bytes: register.value)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private mutating func dropUnreadableBodies() throws {
        let rows = BodyRows(transaction: transaction)
        let next = try transaction.statement("SELECT id FROM body WHERE id > ? ORDER BY id LIMIT ?")
        var last: Int64 = 0
        var count = 0
        while true {
            let batch = try next.all(last, Self.batch) { $0.integer(0) }
            for row in batch {
                if let content = try? rows.content(of: row) {
                    let damaged = Set(content.filter { ContentHash(of: $0.bytes) != $0.hash }.map(\.hash))
                    if !damaged.isEmpty { try rows.remove(damaged, from: row) }
                    count += damaged.count
                } else {
                    // How many there were, its hashes say, if those are there.
                    count += (try? rows.stored(in: row))?.hashes.count { $0 != nil } ?? 1
                    try rows.delete(row)
                }
            }
            guard let end = batch.last else { break }
            last = end
        }
        note(count, "bodies could not be read")
    }

    /// Where each body lies that can be read. Of two that are the same, the later one goes.
    private func listHeld() throws {
        let rows = BodyRows(transaction: transaction)
        let hold = try transaction.statement(composed: "INSERT OR IGNORE INTO temp.held (hash, body) VALUES (?, ?)")
        for row in try transaction.statement("SELECT id FROM body ORDER BY id").all(read: { $0.integer(0) }) {
            guard let stored = try rows.stored(in: row) else { continue }
            var (first, again): (Set<ContentHash>, Set<ContentHash>) = ([], [])
            for hash in stored.hashes {
                guard let hash, !first.contains(hash) else { continue }
                try hold.run(hash, row)
                if transaction.changedRows > 0 { first.insert(hash) } else { again.insert(hash) }
            }
            if !again.isEmpty { try rows.strike(again, from: row) }
        }
    }

    /// Which revision holds which body is worked out anew, as rows of either may have been lost. Whatever is not here,
    /// peers are asked for, unless it was dropped for age.
    private mutating func settleBodies() throws {
        let database = transaction.database
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.held;
                CREATE TEMP TABLE held (hash BLOB PRIMARY KEY, body INTEGER NOT NULL) WITHOUT ROWID;
                """)
        try listHeld()
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.holder;
                CREATE TEMP TABLE holder (revision INTEGER PRIMARY KEY, hash BLOB, body INTEGER, wanted INTEGER);
                INSERT INTO temp.holder
                    SELECT min(revision.id), body_hash, held.body, max(iif(dropped.extent IS NULL, first_seen, NULL))
                    FROM revision
                    LEFT JOIN dropped ON dropped.revision = revision.id
                    LEFT JOIN temp.held ON held.hash = body_hash
                    GROUP BY body_hash;
                UPDATE revision SET body = NULL, wanted = NULL
                    WHERE (body IS NOT NULL OR wanted IS NOT NULL) AND id NOT IN (SELECT revision FROM temp.holder);
                DELETE FROM body WHERE id NOT IN (SELECT body FROM temp.holder WHERE body IS NOT NULL);
                """)
        try database.execute(
            sql: """
                UPDATE revision SET body = holder.body, wanted = NULL FROM temp.holder
                    WHERE revision.id = holder.revision AND revision.body IS NOT holder.body
                """)
        note(transaction.changedRows, "bodies were not where their revisions said")
        try database.execute(
            sql: """
                UPDATE revision SET wanted = holder.wanted FROM temp.holder
                    WHERE revision.id = holder.revision AND holder.body IS NULL AND holder.wanted IS NOT NULL
                        AND revision.wanted IS NULL
                """)
        note(transaction.changedRows, "bodies are missing: peers that have them send them again")
        // Rows that the log brought back before it was known that their bodies are here.
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO unindexed (revision)
                    SELECT revision.id FROM temp.holder JOIN revision ON revision.body_hash = holder.hash
                    WHERE holder.body IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM search_docsize WHERE search_docsize.id = revision.id);
                DROP TABLE temp.held;
                DROP TABLE temp.holder;
                """)
    }
}

// MARK: - Rows and registers

extension Repair {
    /// Local rows whose articles, feeds or deeds are gone, and revisions without an article: the registers bring those
    /// back.
    private mutating func dropDangling() throws {
        var count = 0
        for sql in Self.dangling {
            try transaction.database.execute(sql: sql)
            count += transaction.changedRows
        }
        note(count, "rows that belonged to nothing were dropped")
    }

    private static let dangling = [
        "DELETE FROM revision WHERE article NOT IN (SELECT id FROM article)",
        "DELETE FROM dropped WHERE revision NOT IN (SELECT id FROM revision)",
        "DELETE FROM alias WHERE article NOT IN (SELECT id FROM article)",
        "DELETE FROM feed_poll WHERE feed NOT IN (SELECT id FROM feed)",
        "DELETE FROM fetch_outcome WHERE feed NOT IN (SELECT id FROM feed)",
        "DELETE FROM deed_step WHERE deed NOT IN (SELECT id FROM deed)",
    ]

    /// A revision whose register is lost is captured again, as far as its row tells.
    private mutating func restoreRegisters(_ replica: inout Replica<RegisterTables>) throws {
        let orphans = try transaction.statement(
            """
            SELECT revision.id, feed.url, entry_id, revision.first_seen, revision.title, link, agency, dateline,
                language, published, body_hash, content_hash, article.key, revision.key
            FROM revision JOIN article ON article.id = revision.article JOIN feed ON feed.id = article.feed
            WHERE NOT EXISTS (SELECT 1 FROM register WHERE register.key = revision.key AND kind = ?)
            """
        ).all(Int64(ChangeKind.articleRevision.code)) { row in
            (
                row: row.integer(0), key: try row.key(13),
                article: Article(
                    id: try row.articleID(12), feedURL: row.text(1), entryID: row.text(2), firstSeen: row.moment(3),
                    revision: Revision(
                        link: row.optionalText(5), title: row.text(4),
                        agency: row.optionalText(6).flatMap { Agency(rawValue: $0) }, dateline: row.optionalText(7),
                        language: row.optionalText(8), published: row.optionalMoment(9),
                        bodyHash: try row.contentHash(10), contentHash: try row.contentHash(11)))
            )
        }
        for orphan in orphans {
            // Without what only the register had it has another key, and so another row.
            guard let written = try domain.write(.article(orphan.article), &replica),
                written.register.id.key != orphan.key
            else { continue }
            try transaction.statement("DELETE FROM revision WHERE id = ?").run(orphan.row)
        }
        note(orphans.count, "revisions had lost their register, and got another from what their rows tell")
    }

    /// Everything that the registers say, said again; what was otherwise is counted.
    private mutating func followAll() throws {
        let database = transaction.database
        for (table, columns, isMadeAnew) in Self.said {
            try database.execute(
                sql: """
                    DROP TABLE IF EXISTS temp.said_\(table);
                    CREATE TEMP TABLE said_\(table) AS SELECT \(columns) FROM \(table)
                    """)
            if isMadeAnew { try database.execute(sql: "DELETE FROM \(table)") }
        }
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.kept;
                CREATE TEMP TABLE kept (key BLOB PRIMARY KEY) WITHOUT ROWID;
                INSERT OR IGNORE INTO kept SELECT key FROM revision
                """)
        var revisions = 0
        var last = Int64.min
        // Not kept: the temporary table is another one next time.
        let next = try transaction.statement(
            composed: """
                SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
                WHERE lseq > ?1 AND (kind <> ?2 OR NOT EXISTS (SELECT 1 FROM temp.kept WHERE temp.kept.key = register.key))
                ORDER BY lseq LIMIT ?3
                """)
        while true {
            let page = try next.all(last, Int64(ChangeKind.articleRevision.code), Self.batch) {
                try RegisterTables.register($0)
            }
            guard let end = page.last?.lseq else { break }
            revisions += page.count { $0.id.kind == .articleRevision }
            try domain.follow(
                page.map { register in
                    let value = try? ChangeValue(of: register.id, bytes: register.value)
                    return AppliedChange(register: register, value: value ?? nil, replaced: nil)
                })
            last = end
        }
        try database.execute(sql: "DROP TABLE temp.kept")
        note(revisions, "revisions that the log has were missing, and were put back")
        let flags = FlagTables(transaction: transaction)
        for article in try transaction.statement("SELECT id FROM article").all(read: { $0.integer(0) }) {
            _ = try flags.refresh(article: article)
        }
        try domain.settle()
        for (table, columns, _) in Self.said {
            let differences = try transaction.statement(
                composed: """
                    SELECT (SELECT count(*) FROM (SELECT \(columns) FROM \(table) EXCEPT SELECT * FROM temp.said_\(table)))
                        + (SELECT count(*) FROM (SELECT * FROM temp.said_\(table) EXCEPT SELECT \(columns) FROM \(table)))
                    """
            ).first { $0.count(0) }
            note(differences ?? 0, "rows of \(table) were not as the log says")
            try database.execute(sql: "DROP TABLE temp.said_\(table)")
        }
    }

    /// The tables that say no more than the registers do, and what the registers say in others.
    private static let said: [(table: String, columns: String, isMadeAnew: Bool)] =
        [
            "flag", "feed_mark", "tag", "note", "note_superseded", "ruling", "saved_search", "rule", "rule_action",
            "device",
        ]
        .map { ($0, "*", true) } + [("feed", "*", false), ("article", "key, reading, is_hidden", false)]
}

// MARK: - What is derived

extension Repair {
    private mutating func derive() throws {
        let pending = PendingWork(domain: domain)
        while try pending.index(limit: Self.batch) > 0 {}
        let rebuild = Rebuild(domain: domain)
        note(try rebuild.stories().differenceCount, "articles were in another story than their texts say")
        if try !isSearchSound() {
            note(try rebuild.search(), "articles were indexed again: the full-text index was damaged")
        }
    }

    private func isSearchSound() throws -> Bool {
        do {
            try transaction.database.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return false
        }
    }
}
