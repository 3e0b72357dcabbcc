package import Model

extension Store {
    /// Stores what polls of any number of feeds brought, in one transaction: articles, revisions, registers, index,
    /// stories, validators. After a crash either all of it is there or nothing.
    ///
    /// A feed that is no longer known is passed over; an entry that no peer would take is named in the report and
    /// keeps nothing else back.
    package func ingest(_ batch: [FeedIngest]) throws(StoreError) -> [IngestReport] {
        try change { domain, replica in
            let transaction = domain.transaction
            let feeds = FeedTable(transaction: transaction)
            return try batch.map { ingest in
                guard let (row, url) = try feeds.find(ingest.feed) else { return IngestReport(feed: ingest.feed) }
                var intake = try EntryIntake(domain: domain, feed: row, feedURL: url)
                try intake.take(ingest.entries, unchanged: ingest.unchanged, &replica)
                try feeds.describe(row, title: ingest.publishedTitle, siteURL: ingest.siteURL)
                var outcome = ingest.outcome
                outcome.added = intake.report.added.count
                try feeds.setPoll(ingest.poll, of: row)
                try feeds.add(outcome, to: row)
                return intake.report
            }
        }
    }

    /// Stores polls that brought no entries: not modified, the same body, failures.
    package func record(_ polls: [(feed: FeedID, poll: PollState, outcome: FetchOutcome)]) throws(StoreError) {
        try write { transaction in
            let feeds = FeedTable(transaction: transaction)
            for poll in polls {
                guard let (row, _) = try feeds.find(poll.feed) else { continue }
                try feeds.setPoll(poll.poll, of: row)
                try feeds.add(poll.outcome, to: row)
            }
        }
    }

    /// Gives articles of peers stories of their own, at most `limit`, if their texts are older than what is asked for.
    ///
    /// - Parameter article: where the last call ended; 0 for all.
    package func showHeadlines(
        olderThan oldest: Timestamp, after article: Int64, limit: Int = 500
    ) throws(StoreError) -> (last: Int64, isEnd: Bool) {
        try write { try Headlines(transaction: $0).show(olderThan: oldest, after: article, limit: limit) }
    }

    /// Folds and indexes articles that came from peers, at most `limit` of each. Returns how many were done: 0 when
    /// nothing waits.
    package func foldPending(limit: Int = 500) throws(StoreError) -> Int {
        let done = try change { domain, _ in try PendingWork(domain: domain).run(limit: limit) }
        try tidy()
        return done
    }

    /// What `ingest` leaves to be done once those who waited for it go on: merges what was indexed into the full-text
    /// index, in steps between which others can write, learns what is in the table of anchors, and has the log begin anew.
    package func tidy() throws(StoreError) {
        func step(_ transaction: Transaction) throws -> Bool {
            try transaction.memory.anchors.surveyTable(in: transaction)
            return try SearchIndex(transaction: transaction).merge()
        }
        while try write(lasting: false, step) {}
        shortenLog(hasTime: true)
    }
}
