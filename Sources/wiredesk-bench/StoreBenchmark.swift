import ArgumentParser
import Model
import Storage

/// `wiredesk-bench store`: what it costs to take articles into a store that holds more and more of them.
struct StoreBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Store, index and fold made-up articles, and see how the cost grows with what is there.",
        discussion: """
            A line for each size: articles a CPU second in transactions of 2,000, over the last tenth of that size, and how \
            long one article alone takes until it is durable. Both hold all that is done with an article: revision, \
            register, full-text index, fingerprint, anchors, story.
            """)

    @Option(help: "Articles at the end.")
    var articles = 100_000

    @Option(help: "Keep the database in this directory, and go on from what is there.")
    var directory: String?

    private static let batch = 2000
    /// Of one poll.
    private static let entries = 50
    private static let singles = 1000

    func run() throws {
        let made = try MadeUpStore(in: directory)
        var count = try made.store.counts().articles
        guard articles >= count + Self.batch + Self.singles else {
            throw ValidationError("There are \(count) articles; ask for \(Self.batch + Self.singles) more at least.")
        }
        var news = MadeUpNews(seed: UInt64(count + 1))
        // A feed may list a text twice that it has once, so entries can be more than articles.
        var entry = 2 * count
        func take(_ number: Int) throws -> (articles: Int, processor: Duration, wall: Duration) {
            let polls = stride(from: 0, to: number, by: Self.entries).map { _ in
                let texts = (0..<min(Self.entries, number)).map { _ in news.next() }
                defer { entry += texts.count }
                return made.poll(of: entry / Self.entries, texts, from: entry)
            }
            let start = ContinuousClock.now
            var added = 0
            let processor = try ProcessorTime.spent {
                added = try made.store.ingest(polls).map(\.added.count).reduce(0, +)
            }
            count += added
            return (added, processor, ContinuousClock.now - start)
        }
        print("articles  a CPU second  a second  alone: p50 ms  p99 ms   file MB")
        var size = min(max(10_000, count + Self.batch + Self.singles), articles)
        while size <= articles {
            var last: [(articles: Int, processor: Duration, wall: Duration)] = []
            while count + Self.batch + Self.singles <= size {
                last.append(try take(Self.batch))
                if last.count > max(5, size / 10 / Self.batch) { last.removeFirst() }
            }
            var alone: [Duration] = []
            for _ in 0..<Self.singles { alone.append(try take(1).wall) }
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

    private static func milliseconds(_ duration: Duration) -> String {
        "\(Double(duration.components.attoseconds / 10_000_000_000_000) / 100 + Double(duration.components.seconds) * 1000)"
    }
}
