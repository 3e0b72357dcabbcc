package import Changelog
import GRDB

/// How much there is, for `status`.
package struct StoreCounts: Hashable, Sendable {
    package var feeds: Int
    package var failingFeeds: Int
    package var articles: Int
    /// Articles that were dropped for age, and those of which only the headline is kept.
    package var droppedArticles: Int
    package var headlines: Int
    package var bodies: Int
    package var stories: Int
    package var unread: Int
    package var updated: Int
    package var starred: Int
    /// Bodies that peers have and this node does not.
    package var wantedBodies: Int
    /// Articles and revisions of peers that wait to be folded and indexed.
    package var pending: Int
    package var quarantined: Int
    /// Of the file, without the write-ahead log.
    package var bytes: Int64
}

extension Store {
    package func counts() throws(StoreError) -> StoreCounts {
        try read { transaction in
            func count(_ sql: StaticString) throws -> Int {
                try transaction.statement(sql).first { $0.count(0) } ?? 0
            }
            let dropped = try DroppedTable(transaction: transaction).counts()
            return StoreCounts(
                feeds: try count("SELECT count(*) FROM feed WHERE subscribed"),
                failingFeeds: try count(
                    "SELECT count(*) FROM feed_poll JOIN feed ON feed.id = feed WHERE subscribed AND failures > 0"),
                articles: try count("SELECT count(*) FROM article") - dropped.articles,
                droppedArticles: dropped.articles, headlines: dropped.headlines,
                bodies: try count("SELECT coalesce(sum(count), 0) FROM body"),
                stories: try count("SELECT count(*) FROM story WHERE copies > 0"),
                unread: try count("SELECT count(*) FROM story WHERE copies > 0 AND state = 0"),
                updated: try count("SELECT count(*) FROM story WHERE copies > 0 AND state = 2"),
                starred: try count("SELECT count(*) FROM story WHERE copies > 0 AND starred"),
                wantedBodies: try count("SELECT count(*) FROM revision WHERE wanted IS NOT NULL"),
                pending: try count("SELECT (SELECT count(*) FROM unfolded) + (SELECT count(*) FROM unindexed)"),
                quarantined: try count("SELECT count(*) FROM quarantine"),
                bytes: Int64(try count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")))
        }
    }

    /// The sum over the replicated state: equal on peers that agree.
    package func digest() throws(StoreError) -> StateDigest {
        try read { transaction in
            let tables = RegisterTables(transaction)
            return StateDigest(groups: try (0..<StateDigest.groupCount).map { try tables.digestGroup($0) })
        }
    }

    /// This node's own counters; `nil` before its first change.
    package func node() throws(StoreError) -> NodeState? {
        try read { try RegisterTables($0).node() }
    }
}

extension Store {
    /// Looks for damage; one line for each problem, none if all is well. Reads everything.
    package func check() throws(StoreError) -> [String] {
        let problems = try read { try Check(transaction: $0).problems() }
        do {
            try maintain { try $0.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") }
            return problems
        } catch {
            return problems + ["the full-text index is damaged: \(error.message)"]
        }
    }

    /// Puts right what can be: see `Repair`. Nothing else can be written meanwhile.
    ///
    /// - Throws: `StoreError.corrupt` if the file itself is so damaged that only a copy of what can still be read helps
    ///   (`Salvage`).
    package func repair() throws(StoreError) -> RepairReport {
        let before = try check()
        try maintain { try $0.execute(sql: "REINDEX") }
        let done = try change { domain, replica in
            var repair = Repair(domain: domain)
            try repair.run(&replica)
            return repair.done
        }
        return RepairReport(before: before, done: done, after: try check())
    }

    /// Makes derived data again and says what was otherwise before. Nothing else can be written meanwhile.
    package func rebuild(_ parts: Set<DerivedData>) throws(StoreError) -> RebuildReport {
        try change { domain, _ in
            let rebuild = Rebuild(domain: domain)
            var report = parts.contains(.stories) ? try rebuild.stories() : RebuildReport()
            if parts.contains(.search) { report.indexed = try rebuild.search() }
            return report
        }
    }

    /// Writes a copy of the database to `target` while work goes on; it appears there whole or not at all. Opened as a
    /// store, it takes a new origin by itself, because it is another file.
    package func backup(to target: String) throws(StoreError) {
        do { try BackupFile(target: target).write { try copyAll(to: $0) } } catch {
            throw StoreError(error, path: target)
        }
    }
}
