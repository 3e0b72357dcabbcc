package import Model

/// When a feed is polled next, and why.
package enum PollDecision: Hashable, Sendable {
    case at(Timestamp, because: PollReason)
    case never(because: StopReason)
}

/// Decides the next poll of a feed from what is known of it. Pure and repeatable: the same state and circumstances
/// give the same decision, whenever it is asked for.
package enum PollSchedule {
    /// What holds for all feeds at the moment.
    package struct Circumstances: Hashable, Sendable {
        package var now: Timestamp
        /// When the daemon was last able to start polling after a time in which it was not: its start, the end of a
        /// sleep, the return of the network.
        package var resumedAt: Timestamp?
        /// Over how long the polls that were missed until then are spread.
        package var catchUpWindow: Duration

        package init(now: Timestamp, resumedAt: Timestamp? = nil, catchUpWindow: Duration = .zero) {
            self.now = now
            self.resumedAt = resumedAt
            self.catchUpWindow = catchUpWindow
        }
    }

    /// 20 feeds a second: well below what one node fetches, so that a person's own commands find it idle.
    package static func catchUpWindow(overdueFeeds: Int) -> Duration {
        min(.milliseconds(50) * max(0, overdueFeeds - 20), .seconds(15 * 60))
    }

    package static let publicationsRead = 30

    package static func decide(_ state: FeedPollState, _ circumstances: Circumstances) -> PollDecision {
        if let stopped = state.stopped { return .never(because: stopped) }
        guard let lastPoll = state.lastPollAt else { return .at(circumstances.now, because: .first) }
        let (moment, reason) =
            afterPause(state, lastPoll) ?? afterFailure(state, lastPoll) ?? afterSuccess(state, lastPoll)
        if let resumed = circumstances.resumedAt, moment < resumed, lastPoll < resumed {
            return .at(resumed + circumstances.catchUpWindow * state.phaseFraction, because: .catchingUp)
        }
        return .at(moment, because: reason)
    }
}

// MARK: - The three ways in which a poll can have ended

extension PollSchedule {
    private typealias Choice = (moment: Timestamp, reason: PollReason)

    private static func afterPause(_ state: FeedPollState, _ lastPoll: Timestamp) -> Choice? {
        guard let retryAt = state.retryAt else { return nil }
        // All feeds of a host got the same moment: a minute or a tenth of the wait, whichever is less, parts them.
        let spread = min(.seconds(60), max(.zero, retryAt - lastPoll) / 10)
        return (retryAt + spread * state.phaseFraction, .retryAfter(retryAt))
    }

    private static func afterFailure(_ state: FeedPollState, _ lastPoll: Timestamp) -> Choice? {
        guard let failure = state.lastFailure else { return nil }
        let failures = max(1, state.consecutiveFailures)
        let most = state.interval.most
        switch failure {
        case .offline:
            let wait = offlineWait * (1 + state.phaseFraction / 2)
            return (lastPoll + wait, .offline)
        case .permanent:
            let first = max(rhythm(state, lastPoll).period, permanentWait)
            let wait = doubled(first, times: failures - 1, most: max(most, longestPermanentWait))
            return (lastPoll + jittered(wait, state), .backOff(failures: failures, isPermanent: true))
        case .transient, .rateLimited, .gone, .cancelled:
            let wait = doubled(transientWait, times: failures - 1, most: most)
            return (lastPoll + jittered(wait, state), .backOff(failures: failures, isPermanent: false))
        }
    }

    private static func afterSuccess(_ state: FeedPollState, _ lastPoll: Timestamp) -> Choice {
        let (period, reason, isMandatory) = rhythm(state, lastPoll)
        // On its own grid the feed keeps its distance to the others. The first step onto the grid may be short; what
        // the publisher asked for is kept but for the moments that a poll takes.
        let least = isMandatory ? period - min(period / 10, .seconds(300)) : period / 2
        var choice: Choice = (onGrid(atOrAfter: lastPoll + least, period: period, state), reason)
        if case .fixed = state.interval { return choice }
        if let fresh = state.freshUntil, fresh > choice.moment {
            choice = (fresh + max(.seconds(60), period / 8) * state.phaseFraction, .fresh(until: fresh))
        }
        if let moment = outsideSkipped(choice.moment, state) { choice = (moment, .skipped) }
        return choice
    }

    /// The first retries are quick, for most failures pass within minutes.
    private static let transientWait = Duration.seconds(5 * 60)
    private static let permanentWait = Duration.seconds(3600)
    private static let longestPermanentWait = Duration.seconds(24 * 3600)
    /// The return of the network is noticed by itself; this is for when it is not.
    private static let offlineWait = Duration.seconds(120)
}

// MARK: - The feed's rhythm

extension PollSchedule {
    /// The interval, why it is that, and whether the publisher asked for no less.
    private static func rhythm(
        _ state: FeedPollState, _ lastPoll: Timestamp
    ) -> (period: Duration, reason: PollReason, isMandatory: Bool) {
        switch state.interval {
        case .fixed(let period): return (max(period, .seconds(60)), .fixed(period), false)
        case .adaptive(let least, let most):
            let bounds = (least: max(least, .seconds(60)), most: max(most, least, .seconds(60)))
            var (period, reason) = observedRhythm(state, lastPoll, bounds)
            var isMandatory = false
            // A ttl in seconds where minutes are meant would silence a feed for months: our own bound holds.
            if let timeToLive = state.hints.timeToLive.map({ min($0, bounds.most) }), timeToLive > period {
                (period, reason, isMandatory) = (timeToLive, .timeToLive(timeToLive), true)
            }
            if let update = state.hints.updatePeriod.map({ min($0, bounds.most) }), update > period {
                (period, reason, isMandatory) = (update, .updatePeriod(update), true)
            }
            return (period, reason, isMandatory)
        }
    }

    /// Half the median time between publications: by Nyquist's rule, and so a piece of news is on average a quarter of
    /// that late. After a long silence the interval grows with it.
    private static func observedRhythm(
        _ state: FeedPollState, _ lastPoll: Timestamp, _ bounds: (least: Duration, most: Duration)
    ) -> (Duration, PollReason) {
        func bounded(_ period: Duration) -> Duration { min(max(period, bounds.least), bounds.most) }
        let sessions = sessions(of: state.publications, upTo: lastPoll, apart: bounds.least)
        guard let newest = sessions.first else { return (bounded(.seconds(3600)), .unknownRhythm) }
        let silence = lastPoll - newest
        let gaps = zip(sessions, sessions.dropFirst()).map { $0 - $1 }.sorted()
        let gap = gaps.isEmpty ? max(silence, .seconds(3600)) : gaps[gaps.count / 2]
        if silence > gap * 4 && silence / 8 > gap / 2 { return (bounded(silence / 8), .quiet(since: newest)) }
        return gaps.isEmpty ? (bounded(gap / 2), .unknownRhythm) : (bounded(gap / 2), .rhythm(every: gap))
    }

    /// Publications, newest first; what came out together counts once, or a site that publishes ten articles every
    /// Monday would look like one that publishes all the time. Dates in the future are not believed.
    private static func sessions(of publications: [Timestamp], upTo end: Timestamp, apart: Duration) -> [Timestamp] {
        var sessions: [Timestamp] = []
        for moment in publications.lazy.filter({ $0 <= end }).sorted(by: >).prefix(publicationsRead) {
            if let last = sessions.last, last - moment < apart { continue }
            sessions.append(moment)
        }
        return sessions
    }
}

// MARK: - Spreading

extension PollSchedule {
    /// The first moment from `earliest` on that lies at the feed's phase within `period`.
    private static func onGrid(atOrAfter earliest: Timestamp, period: Duration, _ state: FeedPollState) -> Timestamp {
        let period = max(1, period.milliseconds)
        let phase = Int64(Double(period) * state.phaseFraction)
        let past = (earliest.milliseconds &- phase) % period
        let missing = past == 0 ? 0 : past > 0 ? period - past : -past
        return Timestamp(milliseconds: earliest.milliseconds &+ missing)
    }

    /// Three quarters to five quarters of `wait`.
    private static func jittered(_ wait: Duration, _ state: FeedPollState) -> Duration {
        let seed = state.phase ^ UInt64(state.consecutiveFailures) &* 0x9E37_79B9_7F4A_7C15
        return wait * (0.75 + fraction(of: mixed(seed)) / 2)
    }

    private static func doubled(_ wait: Duration, times: Int, most: Duration) -> Duration {
        var wait = wait
        for _ in 0..<max(0, times) where wait < most { wait *= 2 }
        return min(wait, max(most, .seconds(60)))
    }

    /// The first moment from `moment` on that is in no hour and on no day the publisher asked to skip; `nil` if `moment`
    /// itself is one, or if every hour of the week is skipped, which nobody means.
    private static func outsideSkipped(_ moment: Timestamp, _ state: FeedPollState) -> Timestamp? {
        let hints = state.hints
        guard hints.skipHours != 0 || hints.skipDays != 0 else { return nil }
        let firstHour = moment.seconds / 3600
        for hour in firstHour...(firstHour + 8 * 24) {
            // 1970-01-01 was a Thursday: weekday 4, Sunday first.
            let weekday = ((hour / 24 + 4) % 7 + 7) % 7
            let hourOfDay = (hour % 24 + 24) % 24
            guard hints.skipHours >> UInt32(hourOfDay) & 1 == 0, hints.skipDays >> UInt8(weekday) & 1 == 0 else {
                continue
            }
            if hour == firstHour { return nil }
            return Timestamp(seconds: hour * 3600) + .seconds(3599) * state.phaseFraction
        }
        return nil
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers come out unrelated.
    fileprivate static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// 0 up to but not including 1.
    fileprivate static func fraction(of value: UInt64) -> Double { Double(value >> 11) / Double(UInt64(1) << 53) }
}

extension FeedPollState {
    fileprivate var phaseFraction: Double { PollSchedule.fraction(of: PollSchedule.mixed(phase)) }
}

extension PollInterval {
    fileprivate var most: Duration {
        switch self {
        case .adaptive(let least, let most): max(least, most)
        case .fixed(let period): max(period, .seconds(12 * 3600))
        }
    }
}
