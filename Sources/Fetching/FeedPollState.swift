package import Model

/// What the schedule knows of one feed. A value: the daemon stores it, `PollSchedule` reads it.
package struct FeedPollState: Hashable, Sendable {
    /// Any number that stays with the feed: its place within an interval, so that feeds spread out and stay spread out
    /// over restarts.
    package var phase: UInt64
    package var interval: PollInterval
    /// When its entries were published, or first seen where they have no usable date; any order. The newest
    /// `PollSchedule.publicationsRead` count.
    package var publications: [Timestamp]
    package var hints: PublisherHints
    package var freshUntil: Timestamp?

    package private(set) var lastPollAt: Timestamp?
    package private(set) var lastFailure: FailureClass?
    /// In a row, up to now; outages of our own network and pauses that the server asked for are not counted.
    package private(set) var consecutiveFailures: Int
    package private(set) var retryAt: Timestamp?
    package private(set) var stopped: StopReason?

    package init(phase: UInt64, interval: PollInterval) {
        self.phase = phase
        self.interval = interval
        publications = []
        hints = PublisherHints()
        consecutiveFailures = 0
    }

    /// As it was stored.
    package init(
        phase: UInt64, interval: PollInterval, publications: [Timestamp], hints: PublisherHints,
        freshUntil: Timestamp?, lastPollAt: Timestamp?, lastFailure: FailureClass?, consecutiveFailures: Int,
        retryAt: Timestamp?, stopped: StopReason?
    ) {
        self.phase = phase
        self.interval = interval
        self.publications = publications
        self.hints = hints
        self.freshUntil = freshUntil
        self.lastPollAt = lastPollAt
        self.lastFailure = lastFailure
        self.consecutiveFailures = max(0, consecutiveFailures)
        self.retryAt = retryAt
        self.stopped = stopped
    }
}

package enum StopReason: Hashable, Sendable {
    /// The server answered 410.
    case gone(since: Timestamp)
    case byOwner

    package var words: String {
        switch self {
        case .gone(let since): "not polled: the server said on \(since.iso8601) that the feed is gone for good (410)"
        case .byOwner: "not polled: stopped by you"
        }
    }
}

package enum PollInterval: Hashable, Sendable {
    /// By the feed's own rhythm, within these bounds.
    case adaptive(least: Duration, most: Duration)
    /// As the owner says, whatever the publisher hints at; only Retry-After is stronger.
    case fixed(Duration)

    /// Below a quarter of an hour servers start to complain; a feed that is quiet for years still is asked twice a day.
    package static let usual = PollInterval.adaptive(least: .seconds(15 * 60), most: .seconds(12 * 3600))
}

/// What a feed says about when to ask for it.
package struct PublisherHints: Hashable, Sendable {
    /// `<ttl>` of RSS 2.0.
    package var timeToLive: Duration?
    /// `sy:updatePeriod` divided by `sy:updateFrequency`.
    package var updatePeriod: Duration?
    /// Bit n: the hour n of the day, in UTC.
    package var skipHours: UInt32
    /// Bit n: the weekday n, Sunday first, in UTC.
    package var skipDays: UInt8

    package init(timeToLive: Duration? = nil, updatePeriod: Duration? = nil, skipHours: UInt32 = 0, skipDays: UInt8 = 0)
    {
        self.timeToLive = timeToLive
        self.updatePeriod = updatePeriod
        self.skipHours = skipHours & 0xFF_FFFF
        self.skipDays = skipDays & 0x7F
    }
}

/// How a poll ended, for the schedule.
package enum PollOutcome: Hashable, Sendable {
    /// 200 or 304.
    case answered
    /// With the class that it was judged to be.
    case failed(FailureClass)

    /// A failure as `Connectivity` judged it: `offline` is left only if the network was at fault.
    package init(_ failure: FetchFailure, judged judgement: Connectivity.Judgement) {
        switch (judgement, failure.failureClass) {
        case (.ofTheNetwork, .cancelled): self = .failed(.cancelled)
        case (.ofTheNetwork, _): self = .failed(.offline)
        case (.ofTheFeed, .offline): self = .failed(.transient)
        case (.ofTheFeed, let failureClass): self = .failed(failureClass)
        }
    }
}

extension FeedPollState {
    /// The state after a poll that ended at `moment`.
    package mutating func note(_ outcome: PollOutcome, freshUntil: Timestamp? = nil, at moment: Timestamp) {
        switch outcome {
        case .answered:
            self.freshUntil = freshUntil
            settle(nil, at: moment)
            consecutiveFailures = 0
            stopped = nil
        case .failed(.cancelled): break
        case .failed(.gone):
            settle(.gone, at: moment)
            stopped = .gone(since: moment)
        case .failed(.offline):
            settle(.offline, at: moment)
        case .failed(.rateLimited(.some(let retryAt))):
            settle(.rateLimited(retryAt: retryAt), at: moment)
            self.retryAt = retryAt
        case .failed(let failure):
            settle(failure, at: moment)
            consecutiveFailures += 1
        }
    }

    /// A failure that was counted turned out to be an outage of our own network.
    package mutating func forgiveLastFailure() {
        guard consecutiveFailures > 0 else { return }
        consecutiveFailures -= 1
        lastFailure = .offline
    }

    package mutating func stop() { stopped = .byOwner }

    /// Polls again what was stopped, as if for the first time.
    package mutating func resume() {
        stopped = nil
        settle(nil, at: nil)
        consecutiveFailures = 0
    }

    private mutating func settle(_ failure: FailureClass?, at moment: Timestamp?) {
        lastPollAt = moment
        lastFailure = failure
        retryAt = nil
        if failure != nil { freshUntil = nil }
    }
}
