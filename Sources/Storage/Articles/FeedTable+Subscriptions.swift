import Changelog
import Model

extension FeedTable {
    /// Feeds that the configuration file listed when it was last read.
    func configured() throws -> [FeedID] {
        try transaction.statement("SELECT key FROM feed WHERE configured").all { FeedID(key: try $0.key(0)) }
    }

    func setConfigured(_ feed: Int64, _ value: Bool) throws {
        try transaction.statement("UPDATE feed SET configured = ? WHERE id = ?").run(value, feed)
    }

    /// The settings of a feed that is subscribed to.
    func subscription(of feed: FeedID) throws -> FeedSubscription? {
        try transaction.statement(
            """
            SELECT url, title, folder, interval, full_text, user_agent, proxy, http1_only FROM feed
            WHERE key = ? AND subscribed
            """
        ).first(feed) { Self.subscription($0, from: 0) }
    }

    func summaries(all: Bool) throws -> [FeedSummary] {
        let found = try transaction.statement(
            """
            SELECT feed.url, feed.title, feed.folder, feed.interval, feed.full_text, feed.user_agent, feed.proxy,
                feed.http1_only, feed.id, feed.address, coalesce(feed.title, feed.published_title, feed.url) AS name,
                feed.site_url, feed.configured,
                (SELECT count(*) FROM article WHERE article.feed = feed.id AND NOT EXISTS (
                    SELECT 1 FROM dropped WHERE dropped.revision = article.revision AND dropped.extent = 2)),
                (SELECT count(*) FROM article JOIN story ON story.id = article.story
                    WHERE article.feed = feed.id AND NOT article.is_hidden AND story.state = 0)
            FROM feed WHERE feed.subscribed OR ? ORDER BY name COLLATE NOCASE, feed.url
            """
        ).all(all) { row in
            let subscription = Self.subscription(row, from: 0)
            let summary = FeedSummary(
                id: subscription.id, url: subscription.url, address: row.optionalText(9), title: row.text(10),
                siteURL: row.optionalText(11), subscription: subscription, isConfigured: row.flag(12),
                articles: row.count(13), unread: row.count(14), poll: PollState(), lastOutcome: nil)
            return (row: row.integer(8), summary: summary)
        }
        return try found.map { found in
            var summary = found.summary
            summary.poll = try poll(found.row) ?? PollState()
            summary.lastOutcome = try lastOutcome(of: found.row)
            return summary
        }
    }

    private static func subscription(_ row: Row, from column: Int32) -> FeedSubscription {
        FeedSubscription(
            url: row.text(column), title: row.optionalText(column + 1),
            tags: FeedTags.read(row.optionalText(column + 2)),
            interval: row.optionalInteger(column + 3), fullText: row.isNull(column + 4) ? nil : row.flag(column + 4),
            userAgent: row.optionalText(column + 5), proxy: row.optionalText(column + 6),
            http1Only: row.isNull(column + 7) ? nil : row.flag(column + 7))
    }
}
