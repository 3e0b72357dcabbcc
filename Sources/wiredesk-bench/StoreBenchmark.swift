import ArgumentParser
import Model
import Storage

/// `wiredesk-bench store`: what it costs to take articles into a store that holds more and more of them.
struct StoreBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Store, index and fold made-up articles, and see how the cost grows with what is there.",
        discussion: """
            A line for each size: articles a CPU second in transactions of 2,000, and how long one article alone takes \
            until it is durable. Both hold all that is done with an article: revision, register, full-text index, \
            fingerprint, anchors, story.
            """)

    @Option(help: "Articles at the end.")
    var articles = 100_000

    @Option(help: "Keep the database in this directory, to look at it.")
    var directory: String?

    private static let batch = 2000
    private static let singles = 500

    func run() throws {
        let made = try MadeUpStore(in: directory)
        var news = MadeUpNews(seed: 1)
        var count = 0
        func take(_ number: Int) throws -> (articles: Int, processor: Duration, wall: Duration) {
            let poll = made.poll((0..<number).map { _ in news.next() }, from: count)
            count += number
            let start = ContinuousClock.now
            let processor = try ProcessorTime.spent { _ = try made.store.ingest([poll]) }
            return (number, processor, ContinuousClock.now - start)
        }
        print("articles  a CPU second  a second  alone: p50 ms  p99 ms   file MB")
        var size = min(10_000, articles)
        while size <= articles {
            var last: [(articles: Int, processor: Duration, wall: Duration)] = []
            while count + Self.singles < size {
                last.append(try take(min(Self.batch, size - Self.singles - count)))
                if last.count > 5 { last.removeFirst() }
            }
            var alone: [Duration] = []
            while count < size { alone.append(try take(1).wall) }
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
            size = size == articles ? .max : min(size * 10 / 3, articles)
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        "\(Double(duration.components.attoseconds / 10_000_000_000_000) / 100 + Double(duration.components.seconds) * 1000)"
    }
}
