import Changelog
import Model

/// The rows of feeds.
struct FeedTable {
    let transaction: Transaction

    func row(of id: FeedID) throws -> Int64? {
        try transaction.statement("SELECT id FROM feed WHERE key = ?").first(id) { $0.integer(0) }
    }

    /// The row of a feed, and the address that article ids are made from.
    func find(_ id: FeedID) throws -> (row: Int64, url: String)? {
        try transaction.statement("SELECT id, url FROM feed WHERE key = ?").first(id) { ($0.integer(0), $0.text(1)) }
    }

    /// What the feed says of itself; `nil` leaves what it said before.
    func describe(_ feed: Int64, title: String?, siteURL: String?) throws {
        try transaction.statement(
            """
            UPDATE feed SET published_title = coalesce(?2, published_title), site_url = coalesce(?3, site_url)
            WHERE id = ?1
            """
        ).run(feed, title, siteURL)
    }

    /// The row of the feed at `url`, made if there is none.
    func row(forURL url: String) throws -> Int64 {
        let id = FeedID(url: url)
        if let row = try row(of: id) { return row }
        try transaction.statement("INSERT INTO feed (key, url) VALUES (?, ?)").run(id, url)
        return transaction.lastInsertedRow
    }

    /// Takes over one setting that is shared by all nodes.
    func apply(_ setting: FeedSetting, url: String) throws {
        let row = try row(forURL: url)
        switch setting {
        case .subscribed(let value):
            try transaction.statement("UPDATE feed SET subscribed = ?2 WHERE id = ?1").run(row, value)
        case .title(let value):
            try transaction.statement("UPDATE feed SET title = ?2 WHERE id = ?1").run(row, value)
        case .tags(let value):
            try transaction.statement("UPDATE feed SET folder = ?2 WHERE id = ?1").run(row, FeedTags.text(of: value))
        case .interval(let value):
            try transaction.statement("UPDATE feed SET interval = ?2 WHERE id = ?1").run(row, value)
        case .fullText(let value):
            try transaction.statement("UPDATE feed SET full_text = ?2 WHERE id = ?1").run(row, value)
        case .userAgent(let value):
            try transaction.statement("UPDATE feed SET user_agent = ?2 WHERE id = ?1").run(row, value)
        case .address(let value):
            try transaction.statement("UPDATE feed SET address = ?2 WHERE id = ?1").run(row, value)
        case .proxy(let value):
            try transaction.statement("UPDATE feed SET proxy = ?2 WHERE id = ?1").run(row, value)
        case .http1Only(let value):
            try transaction.statement("UPDATE feed SET http1_only = ?2 WHERE id = ?1").run(row, value)
        }
    }
}
