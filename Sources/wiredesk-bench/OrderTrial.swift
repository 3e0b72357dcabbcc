import ArgumentParser
import Folding
import FoundationEssentials
import Model
import Platform

/// Tries whether the order in which articles come, change and go leaves a trace in the stories.
struct OrderTrial: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders",
        abstract: "Fold the same articles in many random orders and compare the stories.",
        discussion: """
            Each order also delivers articles twice, brings some with another article's text before their own, removes \
            some and brings them back, and lets strangers come and go. The story ids at the end have to be those that \
            the articles have when formed from scratch.
            """)

    @Option(help: "Articles, one JSON object a line: {\"id\", \"text\"}. Without it, made-up ones.")
    var jsonl: String?

    @Option(help: "Articles of an order, drawn anew for each if there are more.")
    var articles = 1000

    @Option(help: "Orders to try.")
    var orders = 1000

    @Option(help: "The first seed; each order has the next.")
    var seed: UInt64 = 1

    /// Bytes of a file of articles.
    private static let largestFile = 1 << 30

    func run() throws {
        let entries = try texts().enumerated().map { number, text in
            StoryPartition.Entry(
                article: ArticleID(feedURL: "https://desk.example/feed", entryID: "\(number)"),
                contentHash: text.hash, fingerprint: Fingerprint(of: text))
        }
        let isWhole = entries.count <= articles
        let whole = isWhole ? StoryPartition(entries).stories : [:]
        var steps = 0
        var different = 0
        let time = try ProcessorTime.spent {
            for number in 0..<orders {
                var life = ArticleLives(seed: seed &+ UInt64(number), entries, count: articles)
                let stories = try life.play()
                steps += life.steps
                if stories != (isWhole ? whole : StoryPartition(life.remaining).stories) {
                    different += 1
                    print("seed \(seed &+ UInt64(number)): other stories")
                }
            }
        }
        let copies = isWhole ? ", \(Set(whole.values).count) stories" : ""
        print("\(min(entries.count, articles)) of \(entries.count) articles\(copies), \(orders) orders, \(steps) steps")
        print("\(time.components.seconds) CPU seconds; orders with other stories: \(different)")
        if different > 0 { throw ExitCode.failure }
    }

    private func texts() throws -> [CanonicalText] {
        guard let jsonl else { return MadeUpNews.articles(articles) }
        let bytes = try FileContents.read(jsonl, limit: Self.largestFile)
        let decoder = JSONDecoder()
        return try bytes.split(separator: 0x0A).map {
            CanonicalText(try decoder.decode(Line.self, from: Data($0)).text)
        }
    }

    private struct Line: Decodable {
        var text: String
    }
}

/// One random life of a set of articles, at whose end all of them are there.
private struct ArticleLives {
    /// The articles that are there at the end.
    let remaining: [StoryPartition.Entry]
    private(set) var steps = 0

    private let strangers: [StoryPartition.Entry]
    private var random: MadeUpNews
    private var maintainer = StoryMaintainer(FoldingMemory())

    /// An article in so many has a step of its own kind before its last.
    private static let oneIn = 8

    init(seed: UInt64, _ entries: [StoryPartition.Entry], count: Int) {
        random = MadeUpNews(seed: seed)
        let shuffled = random.shuffled(entries)
        remaining = Array(shuffled.prefix(count))
        let others = random.shuffled(entries).prefix(remaining.count / Self.oneIn)
        strangers = others.enumerated().map { number, entry in
            var stranger = entry
            stranger.article = ArticleID(feedURL: "https://stranger.example/feed", entryID: "\(number)")
            return stranger
        }
    }

    /// The stories at the end.
    mutating func play() throws -> [ArticleID: StoryID] {
        for stranger in strangers.prefix(strangers.count / 2) { try insert(stranger) }
        for (number, entry) in remaining.enumerated() {
            switch random.number(below: Self.oneIn) {
            case 0:
                var edited = remaining[random.number(below: remaining.count)]
                edited.article = entry.article
                try insert(edited)
            case 1:
                try insert(entry)
                try remove(entry)
            case 2:
                let earlier = remaining[random.number(below: number + 1)]
                try insert(earlier)
            case 3 where number > 0:
                let earlier = remaining[random.number(below: number)]
                try remove(earlier)
                try insert(earlier)
            case 4:
                if !strangers.isEmpty { try insert(strangers[random.number(below: strangers.count)]) }
            default: break
            }
            try insert(entry)
        }
        for stranger in random.shuffled(strangers) { try remove(stranger) }
        return maintainer.store.stories
    }

    private mutating func insert(_ entry: StoryPartition.Entry) throws {
        steps += 1
        try maintainer.insert(entry.article, contentHash: entry.contentHash, text: FoldableText(entry.fingerprint))
    }

    private mutating func remove(_ entry: StoryPartition.Entry) throws {
        steps += 1
        try maintainer.remove(entry.article)
    }
}
