import Model
import Platform
import Storage

/// One refresh that somebody asked for and waits for: which of its feeds are still to come, and what the others brought.
///
/// Belongs to the scheduler, which alone touches it.
final class RefreshRun {
    struct Progress: Sendable {
        var done = 0
        var total: Int
        var unchanged = 0
        var failed = 0
        var added = 0
        var revised = 0
        var current: String?
    }

    struct Outcome: Sendable {
        var progress: Progress
        var failures: [(feed: FeedID, title: String, problem: String)]
        var duration: Duration
        /// The daemon ended first.
        var isComplete: Bool
    }

    private(set) var pending: Set<FeedID>
    private(set) var progress: Progress
    private var failures: [(feed: FeedID, title: String, problem: String)] = []
    private let startedAt: Duration
    private let report: @Sendable (Progress) -> Void
    private var waiting: CheckedContinuation<Void, Never>?
    private var gaveUp = false

    init(feeds: [FeedID], startedAt: Duration, progress: @escaping @Sendable (Progress) -> Void) {
        pending = Set(feeds)
        self.progress = Progress(total: pending.count)
        self.startedAt = startedAt
        report = progress
    }

    var isFinished: Bool { pending.isEmpty || gaveUp }

    func starts(_ feed: FeedID, title: String) {
        guard pending.contains(feed) else { return }
        progress.current = title
        report(progress)
    }

    func finished(_ feed: FeedID, title: String, report: IngestReport?, failure: String?, unchanged: Bool) {
        guard pending.remove(feed) != nil else { return }
        progress.done += 1
        progress.added += report?.added.count ?? 0
        progress.revised += report?.revised.count ?? 0
        if unchanged { progress.unchanged += 1 }
        if let failure {
            progress.failed += 1
            failures.append((feed, title, failure))
        }
        self.report(progress)
        if pending.isEmpty { resume() }
    }

    /// The daemon ends: who waits is told what was done so far.
    func giveUp() {
        gaveUp = true
        resume()
    }

    /// Resumed at the end, which has not come yet.
    func resumeAtEnd(_ continuation: CheckedContinuation<Void, Never>) { waiting = continuation }

    func outcome(at moment: Duration) -> Outcome {
        Outcome(progress: progress, failures: failures, duration: moment - startedAt, isComplete: pending.isEmpty)
    }

    private func resume() {
        waiting?.resume()
        waiting = nil
    }
}
