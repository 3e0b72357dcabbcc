import Changelog
package import Model

extension Store {
    /// Brings the subscriptions in line with the configuration file: what it lists is subscribed to with its settings,
    /// what it listed before and lists no more is not. Feeds that were added by a command or a peer stay.
    ///
    /// Settings that did not change since the file was last read are left alone, so that a node does not take back
    /// what another changed.
    package func configure(_ feeds: [FeedSubscription]) throws(StoreError) {
        try change { domain, replica in
            let table = FeedTable(transaction: domain.transaction)
            let before = Set(try table.configured())
            let after = Set(feeds.map(\.id))
            for feed in feeds {
                let known = try table.subscription(of: feed.id)
                for setting in feed.settings where known == nil || known?.settings.contains(setting) == false {
                    try domain.write(.feed(url: feed.url, setting), &replica)
                }
                try table.setConfigured(try table.row(forURL: feed.url), true)
            }
            for feed in before.subtracting(after) {
                guard let (row, url) = try table.find(feed) else { continue }
                try domain.write(.feed(url: url, .subscribed(false)), &replica)
                try table.setConfigured(row, false)
            }
            guard before != after else { return }
            try EventLog(transaction: domain.transaction).append(.feedsChanged)
        }
    }

    /// Subscribes to a feed, or changes settings of one that is subscribed to.
    package func subscribe(_ feed: FeedSubscription) throws(StoreError) {
        try change { domain, replica in
            for setting in feed.settings { try domain.write(.feed(url: feed.url, setting), &replica) }
            try EventLog(transaction: domain.transaction).append(.feedsChanged)
        }
    }

    /// Ends a subscription; its articles stay.
    package func unsubscribe(_ feed: FeedID) throws(StoreError) {
        try change { domain, replica in
            guard let (_, url) = try FeedTable(transaction: domain.transaction).find(feed) else {
                throw StoreError.noSuchFeed(feed.description)
            }
            try domain.write(.feed(url: url, .subscribed(false)), &replica)
            try EventLog(transaction: domain.transaction).append(.feedsChanged)
        }
    }

    /// Accepts that a feed has moved: it is polled at `address` from now on, under the same name as ever. `nil` goes
    /// back to where it was.
    package func move(_ feed: FeedID, to address: String?) throws(StoreError) {
        try change { domain, replica in
            guard let (row, url) = try FeedTable(transaction: domain.transaction).find(feed) else {
                throw StoreError.noSuchFeed(feed.description)
            }
            try domain.write(.feed(url: url, .address(address)), &replica)
            try EventLog(transaction: domain.transaction).append(.feedMoved, feed: row, detail: address ?? url)
        }
    }

    /// Feeds that are subscribed to, or with `all` every feed that articles came from, in order of title.
    package func feeds(all: Bool = false) throws(StoreError) -> [FeedSummary] {
        try read { try FeedTable(transaction: $0).summaries(all: all) }
    }

    package func pollState(of feed: FeedID) throws(StoreError) -> PollState {
        try read { transaction in
            let table = FeedTable(transaction: transaction)
            guard let row = try table.row(of: feed) else { throw StoreError.noSuchFeed(feed.description) }
            return try table.poll(row) ?? PollState()
        }
    }

    /// The last answers of a feed, newest first.
    package func outcomes(of feed: FeedID, limit: Int = 20) throws(StoreError) -> [FetchOutcome] {
        try read { transaction in
            let table = FeedTable(transaction: transaction)
            guard let row = try table.row(of: feed) else { throw StoreError.noSuchFeed(feed.description) }
            return try table.outcomes(of: row, limit: limit)
        }
    }
}
