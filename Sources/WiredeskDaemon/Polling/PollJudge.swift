import FeedParsing
import Fetching
package import Model
package import Storage

/// Turns how a poll went into what is stored of it, and when the next one is. Pure but for what it remembers of the
/// network as a whole.
package struct PollJudge: Sendable {
    private var connectivity = Connectivity()
    /// When polling last became possible: the start, the end of an outage.
    private var resumedAt: Timestamp
    private var catchUpWindow: Duration = .zero

    package init(startedAt: Timestamp) { resumedAt = startedAt }

    /// Polling became possible again, with so many feeds overdue.
    package mutating func resume(at moment: Timestamp, overdueFeeds: Int) {
        resumedAt = moment
        catchUpWindow = PollSchedule.catchUpWindow(overdueFeeds: overdueFeeds)
    }

    package struct Judged {
        package var work: IngestWriter.Work
        /// A feed's address moved for good.
        package var movedTo: String?
        /// Feeds whose last failure was not their own.
        package var forgiven: [FeedID] = []
        package var failure: String?
    }

    package mutating func judge(_ result: PollResult, of plan: FeedPlan, at moment: Timestamp) -> Judged {
        var memory = plan.memory
        var poll = plan.poll
        var judged = Judged(work: .nothing(feed: plan.id, poll: poll, outcome: outcome(of: result, plan, message: "")))
        poll.lastAttempt = moment
        switch result.ending {
        case .failed(let failure, let message, let evidence):
            let (counted, forgiven) = judgeFailure(failure, evidence, of: plan, at: moment)
            judged.forgiven = forgiven
            memory.state.note(.failed(counted), at: moment)
            poll.failures = memory.state.consecutiveFailures
            judged.failure = message
            settle(&poll, memory, at: moment)
            judged.work = .nothing(feed: plan.id, poll: poll, outcome: outcome(of: result, plan, message: message))
        case .unchanged(let message):
            judged.movedTo = noteSuccess(&poll, &memory, result, plan, at: moment)
            keepValidators(of: result, in: &poll)
            settle(&poll, memory, at: moment)
            judged.work = .nothing(feed: plan.id, poll: poll, outcome: outcome(of: result, plan, message: message))
        case .brought(let feed, let entries, let unchanged, let hash, let notes):
            memory.listing = feed.listing
            memory.state.publications = publications(memory.state.publications, feed, at: moment)
            memory.state.hints = PublisherHints(feed.pollingHints)
            judged.movedTo = noteSuccess(&poll, &memory, result, plan, at: moment)
            poll.bodyHash = hash
            keepValidators(of: result, in: &poll)
            settle(&poll, memory, at: moment)
            let message = ["\(feed.entryCount) entries, \(entries.count) new or changed"] + notes.prefix(3)
            judged.work = .entries(
                FeedIngest(
                    feed: plan.id, publishedTitle: feed.title, siteURL: feed.link, entries: entries,
                    unchanged: unchanged, poll: poll,
                    outcome: outcome(of: result, plan, message: message.joined(separator: "; "))))
        }
        return judged
    }

    /// The next polls of feeds that were polled before, by the settings of now: those that are late, be it because they
    /// were missed or because their intervals were shortened, are spread.
    package mutating func resume(_ plans: [FeedPlan], at moment: Timestamp) -> [(feed: FeedID, poll: PollState)] {
        let late = plans.count { plan in
            switch PollSchedule.decide(plan.memory.state, PollSchedule.Circumstances(now: moment)) {
            case .at(let next, _): next <= moment
            case .never: false
            }
        }
        resume(at: moment, overdueFeeds: late)
        return plans.map { ($0.id, rescheduled($0, forgiven: false, at: moment)) }
    }

    /// The next poll of a feed whose settings changed, or whose last failure was forgiven.
    package func rescheduled(_ plan: FeedPlan, forgiven: Bool, at moment: Timestamp) -> PollState {
        var memory = plan.memory
        var poll = plan.poll
        if forgiven { memory.state.forgiveLastFailure() }
        settle(&poll, memory, at: moment)
        return poll
    }

    private mutating func judgeFailure(
        _ failure: FailureClass, _ evidence: Connectivity.Evidence?, of plan: FeedPlan, at moment: Timestamp
    ) -> (FailureClass, forgiven: [FeedID]) {
        guard let evidence, let host = WebAddress(plan.address)?.authority, !host.isEmpty else {
            return (failure, [])
        }
        let wasOffline = connectivity.offlineSince != nil
        switch connectivity.note(feed: plan.id, host: host, evidence, at: moment) {
        case .ofTheNetwork(let forgiven): return (.offline, forgiven)
        case .ofTheFeed:
            if wasOffline { resumedAt = moment }
            // A host without an address, while others answer, is the feed's own trouble.
            return (failure == .offline ? .transient : failure, [])
        }
    }

    private mutating func noteSuccess(
        _ poll: inout PollState, _ memory: inout PollMemory, _ result: PollResult, _ plan: FeedPlan,
        at moment: Timestamp
    ) -> String? {
        if let host = WebAddress(plan.address)?.authority {
            let wasOffline = connectivity.offlineSince != nil
            _ = connectivity.note(feed: plan.id, host: host, .reached, at: moment)
            if wasOffline { resumedAt = moment }
        }
        memory.state.note(.answered, freshUntil: result.answer?.freshness.until, at: moment)
        poll.lastSuccess = moment
        poll.failures = 0
        let target = result.answer?.permanentTarget
        guard case .move(let target) = memory.redirects.note(address: plan.address, target: target, at: moment) else {
            return nil
        }
        return target
    }

    /// The newest answer's validators belong to the document that is stored: a 304 may bring new ones (RFC 9111 §4.3.4),
    /// and a 200 with the same document does when a server was moved. A 304 that names none leaves them as they are.
    private func keepValidators(of result: PollResult, in poll: inout PollState) {
        guard let answer = result.answer, answer.status != 304 || !answer.validators.isEmpty else { return }
        poll.etag = answer.validators.etag
        poll.lastModified = answer.validators.lastModified
    }

    private func settle(_ poll: inout PollState, _ memory: PollMemory, at moment: Timestamp) {
        poll.memory = memory.bytes
        let circumstances = PollSchedule.Circumstances(
            now: moment, resumedAt: resumedAt, catchUpWindow: catchUpWindow)
        switch PollSchedule.decide(memory.state, circumstances) {
        case .at(let next, let reason):
            poll.nextPoll = next
            poll.reason = reason.words
        case .never(let reason):
            poll.nextPoll = nil
            poll.reason = reason.words
        }
    }

    private func publications(_ known: [Timestamp], _ feed: FeedOutline, at moment: Timestamp) -> [Timestamp] {
        let listed = feed.publications.filter { $0 <= moment }
        return Array(Set(known + listed).sorted(by: >).prefix(PollSchedule.publicationsRead))
    }

    private func outcome(of result: PollResult, _ plan: FeedPlan, message: String) -> FetchOutcome {
        var failed = false
        if case .failed = result.ending { failed = true }
        return FetchOutcome(
            time: result.startedAt, status: result.answer?.status ?? 0, failed: failed, message: message,
            bytes: result.answer?.wireBytes ?? 0, duration: result.answer?.timing.total ?? .zero)
    }
}

extension PublisherHints {
    init(_ hints: PollingHints) {
        self.init(
            timeToLive: hints.timeToLive, updatePeriod: hints.updateInterval,
            skipHours: hints.skipHours.filter { (0..<24).contains($0) }.reduce(0) { $0 | 1 << UInt32($1) },
            // The feed counts from Monday as 1, the schedule from Sunday as 0.
            skipDays: hints.skipDays.filter { (1...7).contains($0) }.reduce(0) { $0 | 1 << UInt8($1 % 7) })
    }
}
