import ArgumentParser
import Model
import Storage

/// `wiredesk-bench store`: what it costs to take articles into a store that holds more and more of them.
struct StoreBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Store, index and fold made-up articles, and see how the cost grows with what is there.",
        discussion: """
            A line for each size: articles a CPU second and a second in transactions of 2,000, over the last tenth of that \
            size, and how long one article alone takes until it is durable. Both hold all that is done with an article: \
            fingerprint, packing, revision, register, full-text index, anchors, story. As in the daemon, entries are \
            prepared while others are written, and the index is merged once those who wait have their answer: the rates \
            have that too, the time of one article alone does not.
            """)

    @Option(help: "Articles at the end.")
    var articles = 100_000

    @Option(help: "Keep the database in this directory, and go on from what is there.")
    var directory: String?

    private static let batch = 2000
    /// Of one poll.
    private static let entries = 50
    private static let singles = 1000

    func run() async throws {
        let made = try MadeUpStore(in: directory)
        var count = try made.store.counts().articles
        guard articles >= count + Self.batch + Self.singles else {
            throw ValidationError("There are \(count) articles; ask for \(Self.batch + Self.singles) more at least.")
        }
        // A feed may list a text twice that it has once, so entries can be more than articles.
        var source = Source(made: made, news: MadeUpNews(seed: UInt64(count + 1)), entry: 2 * count)
        var prepared = source.next(Self.batch).polls()
        /// Writes a batch while the next is prepared, as polls are while others are written.
        func takeBatch() async throws -> Step {
            let next = source.next(Self.batch)
            let (start, processor) = (ContinuousClock.now, ProcessorTime.now)
            async let preparing = next.polls()
            let added = try made.store.ingest(prepared).map(\.added.count).reduce(0, +)
            try made.store.tidy()
            prepared = await preparing
            count += added
            return Step(articles: added, processor: ProcessorTime.now - processor, wall: ContinuousClock.now - start)
        }
        func takeOne() throws -> Duration {
            let listing = source.next(1)
            let start = ContinuousClock.now
            count += try made.store.ingest(listing.polls()).map(\.added.count).reduce(0, +)
            defer { try? made.store.tidy() }
            return ContinuousClock.now - start
        }
        print("articles  a CPU second  a second  alone: p50 ms  p99 ms   file MB")
        var size = min(max(10_000, count + Self.batch + Self.singles), articles)
        while size <= articles {
            var last: [Step] = []
            while count + Self.batch + Self.singles <= size {
                last.append(try await takeBatch())
                if last.count > max(5, size / 10 / Self.batch) { last.removeFirst() }
            }
            var alone: [Duration] = []
            for _ in 0..<Self.singles { alone.append(try takeOne()) }
            alone.sort()
            let taken = Double(last.map(\.articles).reduce(0, +))
            let columns = [
                "\(count)", "\(Int(taken / (last.map(\.processor).reduce(.zero, +) / .seconds(1))))",
                "\(Int(taken / (last.map(\.wall).reduce(.zero, +) / .seconds(1))))",
                Self.milliseconds(alone[alone.count / 2]), Self.milliseconds(alone[alone.count * 99 / 100]),
                "\(try made.store.counts().bytes >> 20)",
            ]
            print(
                zip(columns, [8, 14, 10, 15, 8, 10]).map {
                    String(repeating: " ", count: max(0, $1 - $0.utf8.count)) + $0
                }.joined())
            let isEnd = count + Self.batch + Self.singles > articles
            size = isEnd ? .max : min(size * 10 / 3, articles)
        }
    }

    private struct Step {
        var articles: Int
        var processor: Duration
        var wall: Duration
    }

    /// What feeds list next.
    private struct Source {
        let made: MadeUpStore
        var news: MadeUpNews
        var entry: Int

        mutating func next(_ count: Int) -> Listing {
            defer { entry += count }
            return Listing(made: made, texts: (0..<count).map { _ in news.next() }, first: entry)
        }
    }

    private struct Listing: Sendable {
        let made: MadeUpStore
        let texts: [CanonicalText]
        let first: Int

        func polls() -> [FeedIngest] {
            stride(from: 0, to: texts.count, by: StoreBenchmark.entries).map { start in
                let entry = first + start
                return made.poll(
                    of: entry / StoreBenchmark.entries,
                    Array(texts[start..<min(start + StoreBenchmark.entries, texts.count)]), from: entry)
            }
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        "\(Double(duration.components.attoseconds / 10_000_000_000_000) / 100 + Double(duration.components.seconds) * 1000)"
    }
}
