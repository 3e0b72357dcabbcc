package import Model

/// Which feed is polled next: those that somebody asked for, in the order of asking, then those that are due, the
/// longest overdue first. Never one that is being polled.
package struct PollAgenda: Sendable {
    /// What is due, but for the feeds that are being polled.
    private var queue = DueQueue()
    private var moments: [FeedID: Timestamp] = [:]
    private var demanded: [FeedID] = []
    private var demandedNext = 0
    private var isDemanded: Set<FeedID> = []
    package private(set) var running: Set<FeedID> = []

    package init() {}

    /// Whether no feed is being polled, and none waits that was asked for.
    package var isQuiet: Bool { running.isEmpty && isDemanded.isEmpty }

    /// When the next feed is due that is not being polled.
    package var next: Timestamp? { queue.first?.moment }

    /// Feeds that are due at `moment`, those that are being polled included. Looks at all of them.
    package func due(at moment: Timestamp) -> [FeedID] { moments.filter { $0.value <= moment }.map(\.key) }

    /// A feed is due at `moment`; at none if that is `nil`.
    package mutating func set(_ feed: FeedID, dueAt moment: Timestamp?) {
        moments[feed] = moment
        if !running.contains(feed) { queue.set(feed, dueAt: moment) }
    }

    /// The feed is polled no more.
    package mutating func remove(_ feed: FeedID) {
        moments[feed] = nil
        queue.remove(feed)
        isDemanded.remove(feed)
    }

    /// Asks for a poll now, whatever the schedule says; a feed that is asked for already, or being polled, keeps its turn.
    package mutating func demand(_ feed: FeedID) {
        if !running.contains(feed), isDemanded.insert(feed).inserted { demanded.append(feed) }
    }

    /// Takes the next feed to poll at `moment`, which counts as being polled from now on.
    package mutating func start(at moment: Timestamp) -> FeedID? {
        guard let feed = nextDemanded() ?? nextDue(at: moment) else { return nil }
        running.insert(feed)
        queue.remove(feed)
        return feed
    }

    /// The feed is polled no longer.
    package mutating func finish(_ feed: FeedID) {
        running.remove(feed)
        queue.set(feed, dueAt: moments[feed])
    }

    private mutating func nextDemanded() -> FeedID? {
        while demandedNext < demanded.count {
            let feed = demanded[demandedNext]
            demandedNext += 1
            if isDemanded.remove(feed) != nil, !running.contains(feed) { return feed }
        }
        demanded = []
        demandedNext = 0
        return nil
    }

    private func nextDue(at moment: Timestamp) -> FeedID? {
        queue.first.flatMap { $0.moment <= moment ? $0.feed : nil }
    }
}
