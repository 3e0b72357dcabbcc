import ArgumentParser
import Folding
import Model

/// Measures folding in memory, over texts that are made up here.
struct FoldBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fold", abstract: "Fingerprint made-up articles and fold them in memory.")

    @Option(help: "Articles to fold.")
    var articles = 20_000

    @Option(help: "Orders of arrival to try, each with a hundredth of the articles.")
    var orders = 20

    func run() throws {
        let texts = MadeUpNews.articles(articles)
        let words = texts.reduce(0) { $0 + $1.text.utf8.split(separator: 0x20).count }
        print("\(articles) articles of \(words / max(1, articles)) words")

        var fingerprints: [Fingerprint] = []
        let fingerprinting = ProcessorTime.spent { fingerprints = texts.map { Fingerprint(of: $0) } }
        report("normalise and fingerprint", articles, fingerprinting)
        let anchors = fingerprints.reduce(0) { $0 + $1.anchors.count }
        let bytes = fingerprints.reduce(0) { $0 + $1.encoded.count }
        print("  anchors an article: \(tenths(anchors, articles)), fingerprint: \(bytes / max(1, articles)) bytes")

        var maintainer = StoryMaintainer(FoldingMemory())
        var times: [Duration] = []
        for (number, fingerprint) in fingerprints.enumerated() {
            times.append(
                try ProcessorTime.spent {
                    try maintainer.insert(
                        Self.article(number), contentHash: texts[number].hash, text: FoldableText(fingerprint))
                })
        }
        report("fold in memory", articles, times.reduce(.zero, +))
        times.sort()
        print(
            "  p50 \(microseconds(times, 500)) µs, p99 \(microseconds(times, 990)) µs, p999 \(microseconds(times, 999)) µs"
        )
        print("  stories: \(Set(maintainer.store.stories.values).count)")
        try compareOrders(Array(texts.prefix(articles / 100)))
    }

    private func compareOrders(_ texts: [CanonicalText]) throws {
        let fingerprints = texts.map { Fingerprint(of: $0) }
        let hashes = texts.map(\.hash)
        let expected = StoryPartition(
            texts.indices.map {
                StoryPartition.Entry(
                    article: Self.article($0), contentHash: hashes[$0], fingerprint: fingerprints[$0])
            }
        ).stories
        var different = 0
        for seed in 0..<orders {
            var generator = MadeUpNews(seed: UInt64(seed) + 1)
            var maintainer = StoryMaintainer(FoldingMemory())
            for number in generator.shuffled(Array(texts.indices)) {
                try maintainer.insert(
                    Self.article(number), contentHash: hashes[number], text: FoldableText(fingerprints[number]))
            }
            if maintainer.store.stories != expected { different += 1 }
        }
        print("orders of arrival: \(orders) of \(texts.count) articles, different outcomes: \(different)")
    }

    private static func article(_ number: Int) -> ArticleID {
        ArticleID(feedURL: "https://desk.example/feed", entryID: "\(number)")
    }

    private func report(_ what: String, _ count: Int, _ duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        print("\(what): \(Int(Double(count) / max(seconds, 1e-9))) a CPU second")
    }

    private func microseconds(_ sorted: [Duration], _ thousandths: Int) -> Int64 {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, sorted.count * thousandths / 1000)].components.attoseconds
            / 1_000_000_000_000
    }

    private func tenths(_ part: Int, _ whole: Int) -> String {
        let value = part * 10 / max(1, whole)
        return "\(value / 10).\(value % 10)"
    }
}
