package import Configuration
package import Fetching
package import Model
package import Storage

/// One feed that is polled, with everything that the settings, the owner's peers and the last poll say about it.
package struct FeedPlan: Sendable {
    package let id: FeedID
    /// Where it is asked for: its own URL, or where it moved to.
    package let address: String
    package let title: String
    /// What the local configuration says of it; a feed that was added by command or by a peer has none.
    package let local: FeedSettings?
    package let subscription: FeedSubscription
    package var poll: PollState
    package let interval: PollInterval

    package init(_ summary: Storage.FeedSummary, local: FeedSettings?, refresh: RefreshSettings) {
        id = summary.id
        address = summary.address ?? summary.url
        title = summary.title
        self.local = local
        subscription = summary.subscription
        poll = summary.poll
        let own = local?.interval ?? summary.subscription.interval.map { .seconds($0) }
        interval =
            own.map { .fixed($0) } ?? .adaptive(least: refresh.minimumInterval, most: refresh.maximumInterval)
    }

    package var memory: PollMemory { PollMemory(bytes: poll.memory, phase: id.key.low, interval: interval) }

    package var validators: Validators { Validators(etag: poll.etag, lastModified: poll.lastModified) }

    /// Only the file that the owner of this machine writes may name `file:` URLs and addresses of the local network.
    package var trust: Trust { local == nil ? .derived : .localConfiguration }
}
