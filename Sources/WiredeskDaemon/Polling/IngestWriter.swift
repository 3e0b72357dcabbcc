package import Model
package import Storage

/// The one that writes polls into the store, many in one transaction.
///
/// Much of a transaction's cost is the same for one feed and for fifty: its fsync, and the pages of the indexes, which
/// any entry changes. Under load feeds share one; a single feed waits for nobody.
package actor IngestWriter {
    /// What a poll brought: entries with what the next poll needs, or only the latter.
    package enum Work: Sendable {
        case entries(FeedIngest)
        case nothing(feed: FeedID, poll: PollState, outcome: FetchOutcome)
    }

    private typealias Waiting = (work: Work, done: CheckedContinuation<Result<IngestReport, StoreError>, Never>)

    /// How long a transaction waits to grow.
    private static let patience = Duration.milliseconds(150)

    private let store: Store
    private let executor = BlockingExecutor.serial("ingest")
    private var queue = IngestQueue<Waiting>()
    private var flushIsDue = false
    private var timerRuns = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(store: Store) { self.store = store }

    /// Returns once `work` is durable.
    ///
    /// - Parameter pollsUnderWay: this one and those that may bring something soon.
    func commit(_ work: Work, pollsUnderWay: Int) async -> Result<IngestReport, StoreError> {
        await withCheckedContinuation { done in
            queue.append((work, done), entries: work.entryCount)
            if queue.mayGrow(pollsUnderWay: pollsUnderWay) { startTimer() } else { startFlush() }
        }
    }

    private func startFlush() {
        guard !flushIsDue else { return }
        flushIsDue = true
        Task { self.flush() }
    }

    private func startTimer() {
        guard !timerRuns else { return }
        timerRuns = true
        Task {
            try? await Task.sleep(for: Self.patience)
            timerRuns = false
            startFlush()
        }
    }

    private func flush() {
        flushIsDue = false
        while let hasEntries = writeNext() {
            // Once what was written is let go of, as others bring more by now. If it fails, whatever comes next fails too,
            // and tells.
            if hasEntries { try? store.tidy() }
        }
    }

    /// Writes what goes into one transaction. Whether there were entries; `nil` if nothing waits.
    private func writeNext() -> Bool? {
        let batch = queue.takeBatch()
        guard !batch.isEmpty else { return nil }
        var ingests: [(FeedIngest, Waiting)] = []
        var records: [(feed: FeedID, poll: PollState, outcome: FetchOutcome)] = []
        var recorded: [(FeedID, Waiting)] = []
        for item in batch {
            switch item.work {
            case .entries(let ingest): ingests.append((ingest, item))
            case .nothing(let feed, let poll, let outcome):
                records.append((feed, poll, outcome))
                recorded.append((feed, item))
            }
        }
        if !ingests.isEmpty {
            do {
                let reports = try store.ingest(ingests.map(\.0))
                for (report, (_, item)) in zip(reports, ingests) { item.done.resume(returning: .success(report)) }
            } catch {
                for (_, item) in ingests { item.done.resume(returning: .failure(error)) }
            }
        }
        if !records.isEmpty {
            do {
                try store.record(records)
                for (feed, item) in recorded { item.done.resume(returning: .success(IngestReport(feed: feed))) }
            } catch {
                for (_, item) in recorded { item.done.resume(returning: .failure(error)) }
            }
        }
        return !ingests.isEmpty
    }
}

extension IngestWriter.Work {
    fileprivate var entryCount: Int {
        switch self {
        case .entries(let ingest): ingest.entries.count
        case .nothing: 0
        }
    }
}
