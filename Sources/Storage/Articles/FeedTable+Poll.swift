import Model

extension FeedTable {
    /// Answers that are kept of each feed.
    private static let keptOutcomes = 20

    func poll(_ feed: Int64) throws -> PollState? {
        try transaction.statement(
            """
            SELECT etag, last_modified, body_hash, last_attempt, last_success, next_poll, reason, failures, memory
            FROM feed_poll WHERE feed = ?
            """
        ).first(feed) { row in
            PollState(
                etag: row.optionalText(0), lastModified: row.optionalText(1),
                bodyHash: row.isNull(2) ? nil : try row.contentHash(2), lastAttempt: row.optionalMoment(3),
                lastSuccess: row.optionalMoment(4), nextPoll: row.optionalMoment(5), reason: row.optionalText(6),
                failures: row.count(7), memory: row.bytes(8))
        }
    }

    func setPoll(_ poll: PollState, of feed: Int64) throws {
        try transaction.statement(
            """
            INSERT OR REPLACE INTO feed_poll (feed, etag, last_modified, body_hash, last_attempt, last_success,
                next_poll, reason, failures, memory)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            feed, poll.etag, poll.lastModified, poll.bodyHash, poll.lastAttempt, poll.lastSuccess, poll.nextPoll,
            poll.reason, poll.failures, poll.memory)
    }

    /// Keeps an answer, and says so if the feed began or ceased to fail.
    func add(_ outcome: FetchOutcome, to feed: Int64) throws {
        let before = try lastOutcome(of: feed)
        try transaction.statement(
            """
            INSERT INTO fetch_outcome (feed, time, status, failed, message, bytes, duration, added)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            feed, outcome.time, outcome.status, outcome.failed, outcome.message, outcome.bytes,
            outcome.duration.milliseconds, outcome.added)
        try transaction.statement(
            """
            DELETE FROM fetch_outcome WHERE feed = ?1 AND id <= (
                SELECT id FROM fetch_outcome WHERE feed = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
            """
        ).run(feed, Self.keptOutcomes)
        guard outcome.failed != (before?.failed ?? false) else { return }
        try EventLog(transaction: transaction).append(
            outcome.failed ? .feedFailed : .feedRecovered, feed: feed, detail: outcome.message)
    }

    func lastOutcome(of feed: Int64) throws -> FetchOutcome? { try outcomes(of: feed, limit: 1).first }

    /// Newest first.
    func outcomes(of feed: Int64, limit: Int) throws -> [FetchOutcome] {
        try transaction.statement(
            """
            SELECT time, status, failed, message, bytes, duration, added FROM fetch_outcome
            WHERE feed = ? ORDER BY id DESC LIMIT ?
            """
        ).all(feed, limit) { row in
            FetchOutcome(
                time: row.moment(0), status: row.count(1), failed: row.flag(2), message: row.text(3),
                bytes: row.count(4), duration: .milliseconds(row.integer(5)), added: row.count(6))
        }
    }
}
