package import Model
package import Storage

/// The one that writes polls into the store, as many in one transaction as came while the last was committed.
///
/// A transaction's cost is mostly its fsync; under load hundreds of feeds share one, and a single feed waits for nobody.
package actor IngestWriter {
    /// What a poll brought: entries with what the next poll needs, or only the latter.
    package enum Work: Sendable {
        case entries(FeedIngest)
        case nothing(feed: FeedID, poll: PollState, outcome: FetchOutcome)
    }

    private typealias Waiting = (work: Work, done: CheckedContinuation<Result<IngestReport, StoreError>, Never>)

    /// Entries of one transaction: enough to spread its cost, few enough that other writers get their turn.
    private static let mostEntries = 2000

    private let store: Store
    private let executor = BlockingExecutor.serial("ingest")
    private var waiting: [Waiting] = []
    private var flushIsDue = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(store: Store) { self.store = store }

    /// Returns once `work` is durable.
    func commit(_ work: Work) async -> Result<IngestReport, StoreError> {
        await withCheckedContinuation { done in
            waiting.append((work, done))
            guard !flushIsDue else { return }
            flushIsDue = true
            Task { self.flush() }
        }
    }

    private func flush() {
        flushIsDue = false
        while !waiting.isEmpty { write(nextBatch()) }
    }

    private func nextBatch() -> [Waiting] {
        var entries = 0
        var count = 0
        for item in waiting {
            if case .entries(let ingest) = item.work { entries += ingest.entries.count }
            guard count == 0 || entries <= Self.mostEntries else { break }
            count += 1
        }
        defer { waiting.removeFirst(count) }
        return Array(waiting.prefix(count))
    }

    private func write(_ batch: [Waiting]) {
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
    }
}
