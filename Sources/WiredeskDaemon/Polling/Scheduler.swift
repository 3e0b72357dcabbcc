import Fetching
import Logging
import Model
import Platform
import ServiceLifecycle
import Storage

/// Polls every feed when it is due, and on demand. Its loop is what the service manager's watchdog watches.
actor Scheduler {
    /// Polls at one time, those that wait to be written included. The engine bounds connections by itself; more polls
    /// would only hold memory.
    private static let mostPolls = 72
    /// The longest sleep of the loop: a wall clock that was set, or a machine that slept, is noticed within it.
    private static let longestSleep = Duration.seconds(20)

    private let writer: IngestWriter
    private let events: EventHub
    private let notifier: ServiceNotifier
    private let watchdogInterval: Duration?
    private let onMove: @Sendable (FeedID, _ target: String) async -> Void
    private let whenQuiet: @Sendable () async -> Void
    private let log: Logger
    private let time: any TimeSource
    private let waker = Waker()

    private var poller: FeedPoller
    private var judge: PollJudge
    private var plans: [FeedID: FeedPlan] = [:]
    private var agenda = PollAgenda()
    private var runs: [RefreshRun] = []
    private var lastTick: (wall: Timestamp, monotonic: Duration)?
    private(set) var lastRefresh: Timestamp?

    /// - Parameters:
    ///   - onMove: told of a feed that moved for good.
    ///   - whenQuiet: called whenever the last poll under way has ended.
    init(
        poller: FeedPoller, writer: IngestWriter, events: EventHub, notifier: ServiceNotifier,
        watchdogInterval: Duration?, time: any TimeSource, log: Logger,
        onMove: @escaping @Sendable (FeedID, _ target: String) async -> Void,
        whenQuiet: @escaping @Sendable () async -> Void
    ) {
        self.poller = poller
        self.writer = writer
        self.events = events
        self.notifier = notifier
        self.watchdogInterval = watchdogInterval
        self.time = time
        self.log = log
        self.onMove = onMove
        self.whenQuiet = whenQuiet
        judge = PollJudge(startedAt: Timestamp(milliseconds: time.unixMilliseconds))
    }

    private var now: Timestamp { Timestamp(milliseconds: time.unixMilliseconds) }

    // MARK: What others ask of it

    /// Takes over the feeds as they are now, after a start, a reload or a change of the subscriptions.
    func use(_ plans: [FeedPlan], poller: FeedPoller) {
        self.poller = poller
        var renewed: [FeedID: FeedPlan] = [:]
        for var plan in plans {
            // What is remembered here is newer than what was read from the store if a poll is under way.
            if agenda.running.contains(plan.id), let current = self.plans[plan.id] { plan.poll = current.poll }
            renewed[plan.id] = plan
        }
        let gone = self.plans.keys.filter { renewed[$0] == nil }
        self.plans = renewed
        for id in gone {
            agenda.remove(id)
            if !agenda.running.contains(id) { settle(id, report: nil, failure: "no longer subscribed to") }
        }
        for (id, plan) in renewed { agenda.set(id, dueAt: plan.poll.due) }
        let polled = renewed.values.filter { $0.poll.nextPoll != nil }
        for (id, poll) in judge.resume(polled, at: now) { remember(poll, of: id) }
        waker.wake()
    }

    /// Polls `feeds`, or all, at once, and returns when each of them was polled.
    func refresh(
        _ feeds: [FeedID]?, progress: @escaping @Sendable (RefreshRun.Progress) -> Void
    ) async -> RefreshRun.Outcome {
        let wanted = feeds ?? plans.values.sorted { $0.title < $1.title }.map(\.id)
        let run = RefreshRun(feeds: wanted.filter { plans[$0] != nil }, startedAt: time.monotonic, progress: progress)
        guard !run.isFinished else { return run.outcome(at: time.monotonic) }
        runs.append(run)
        let polled = wanted.compactMap { run.pending.contains($0) ? plans[$0] : nil }
        let turns = HostTurns.spread(polled) { WebAddress($0.address)?.authority ?? "" }
        for plan in turns { agenda.demand(plan.id) }
        waker.wake()
        await withCheckedContinuation { run.resumeAtEnd($0) }
        return run.outcome(at: time.monotonic)
    }

    var activity: (polling: Int, progress: RefreshRun.Progress?, next: Timestamp?) {
        (agenda.running.count, runs.first?.progress, agenda.next)
    }

    func plan(of feed: FeedID) -> FeedPlan? { plans[feed] }

    // MARK: The loop

    /// Runs until the task is cancelled or the process is asked to end; polls that are under way are then cancelled.
    func run() async {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                while !Task.isCancelled, !Task.isShuttingDownGracefully {
                    notifier.send(.watchdog)
                    noteSleep()
                    startDue(in: &group)
                    await waker.sleep(atMost: timeToSleep())
                }
                group.cancelAll()
            }
        } onCancelOrGracefulShutdown: { [waker] in
            waker.wake()
        }
        for run in runs { run.giveUp() }
    }

    private func startDue(in group: inout DiscardingTaskGroup) {
        let moment = now
        while agenda.running.count < Self.mostPolls, let id = agenda.start(at: moment) {
            guard let plan = plans[id] else {
                agenda.finish(id)
                continue
            }
            for run in runs { run.starts(id, title: plan.title) }
            let poller = poller
            group.addTask {
                let result = await poller.poll(plan)
                await self.finish(plan, result, poller)
                if await self.isQuiet { await self.whenQuiet() }
            }
        }
    }

    private func timeToSleep() -> Duration {
        let longest = min(Self.longestSleep, watchdogInterval ?? Self.longestSleep)
        guard agenda.running.count < Self.mostPolls, let next = agenda.next else { return longest }
        return min(longest, max(.milliseconds(50), next - now))
    }

    private func remember(_ poll: PollState, of feed: FeedID) {
        guard plans[feed] != nil else { return }
        plans[feed]?.poll = poll
        agenda.set(feed, dueAt: poll.due)
    }

    /// A machine that slept comes back with everything overdue: the polls are spread, not fired at once.
    private func noteSleep() {
        let tick = (wall: now, monotonic: time.monotonic)
        defer { lastTick = tick }
        guard let last = lastTick, tick.monotonic - last.monotonic > Self.longestSleep * 3 else { return }
        let overdue = agenda.due(at: tick.wall)
        log.info(
            "back after \((tick.monotonic - last.monotonic).components.seconds) s away",
            metadata: ["overdue": "\(overdue.count)"])
        for (id, poll) in judge.resume(overdue.compactMap { plans[$0] }, at: tick.wall) { remember(poll, of: id) }
    }

    private var isQuiet: Bool { agenda.isQuiet }

    private func finish(_ plan: FeedPlan, _ result: PollResult, _ poller: FeedPoller) async {
        if case .failed(.cancelled, _, _) = result.ending { return settle(plan.id, report: nil, failure: "cancelled") }
        let moment = now
        var judged = judge.judge(result, of: plans[plan.id] ?? plan, at: moment)
        for id in judged.forgiven {
            guard let plan = plans[id] else { continue }
            remember(judge.rescheduled(plan, forgiven: true, at: moment), of: id)
        }
        switch await writer.commit(judged.work, pollsUnderWay: agenda.running.count) {
        case .success(let report):
            remember(judged.work.poll, of: plan.id)
            for reason in report.refused {
                log.warning("entry refused: \(reason)", metadata: ["feed": "\(plan.address)"])
            }
            if let target = judged.movedTo { await moved(plan, target) }
            reportHealth(of: plan, failure: judged.failure)
            events.wake()
            if judged.failure == nil { await poller.fetchPictures(for: plan) }
            settle(plan.id, report: report, failure: judged.failure, unchanged: judged.work.isUnchanged)
        case .failure(let error):
            // Nothing of the poll was stored; the feed is asked again after a pause, in which the disk may have got room.
            log.error("cannot store what a poll brought: \(error)", metadata: ["feed": "\(plan.address)"])
            judged.failure = error.description
            var poll = plans[plan.id]?.poll ?? plan.poll
            poll.nextPoll = moment + .seconds(60)
            remember(poll, of: plan.id)
            settle(plan.id, report: nil, failure: judged.failure)
        }
    }

    private func moved(_ plan: FeedPlan, _ target: String) async {
        log.notice("feed moved for good", metadata: ["feed": "\(plan.address)", "to": "\(target)"])
        await onMove(plan.id, target)
    }

    private func reportHealth(of plan: FeedPlan, failure: String?) {
        if let failure {
            let level: Logger.Level = plan.poll.failures == 0 ? .warning : .debug
            log.log(level: level, "feed fails: \(failure)", metadata: ["feed": "\(plan.address)"])
        } else if plan.poll.failures > 0 {
            log.info("feed works again", metadata: ["feed": "\(plan.address)"])
        }
    }

    private func settle(_ id: FeedID, report: IngestReport?, failure: String?, unchanged: Bool = false) {
        agenda.finish(id)
        let title = plans[id]?.title ?? ""
        for run in runs { run.finished(id, title: title, report: report, failure: failure, unchanged: unchanged) }
        if runs.contains(where: \.isFinished) {
            runs.removeAll(where: \.isFinished)
            lastRefresh = now
        }
        waker.wake()
    }
}

extension PollState {
    /// When the feed is to be polled; `nil` if it was stopped for good, which its memory says.
    fileprivate var due: Timestamp? { nextPoll ?? (lastAttempt == nil ? Timestamp(milliseconds: 0) : nil) }
}

extension IngestWriter.Work {
    var poll: PollState {
        switch self {
        case .entries(let ingest): ingest.poll
        case .nothing(_, let poll, _): poll
        }
    }

    var isUnchanged: Bool {
        if case .nothing(_, _, let outcome) = self { !outcome.failed } else { false }
    }
}
