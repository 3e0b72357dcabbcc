import ArgumentParser
import Folding
import Model
import Platform

/// `wiredesk fold`: folding on its own, over texts from anywhere, with no daemon and no store.
struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the copies of one story among texts.",
        discussion: """
            Reads JSON Lines on standard input, an article a line: {"id", "text", "title"?, "source"?, "time"?}, text \
            with one paragraph a line, and writes {"id", "cluster"}: copies of one story have the same cluster. \
            Needs no daemon and keeps nothing.
            """)

    @Flag(help: "Fold the articles on standard input.")
    var jsonl = false

    @Option(parsing: .upToNextOption, help: "Two ids.")
    var explain: [String] = []

    func run() throws {
        var lines = FoldInput()
        var maintainer = StoryMaintainer(FoldingMemory())
        var order: [(id: String, article: ArticleID)] = []
        var seen: Set<String> = []
        var wanted: [String: CanonicalText] = [:]
        while let line = try lines.next() {
            let text = CanonicalText(line.text)
            if !explain.isEmpty {
                if explain.contains(line.id) { wanted[line.id] = text }
                continue
            }
            let article = ArticleID(feedURL: "", entryID: line.id)
            _ = try maintainer.insert(article, contentHash: text.hash, fingerprint: Fingerprint(of: text))
            if seen.insert(line.id).inserted { order.append((line.id, article)) }
        }
        if explain.count == 2, let a = wanted[explain[0]], let b = wanted[explain[1]] {
            let e = Explanation(a, b)
            print(e.comparison, e.wordCounts)
            for v in e.differences { print("  fact", v) }
            for p in e.passages { print("  passage", p.wordCount, p.placeInFirst, p.placeInSecond, p.text.prefix(200)) }
        }
        let stories = maintainer.store.stories
        var output = ""
        for (id, article) in order {
            output +=
                "{\"id\":\"\(id)\",\"cluster\":\"\(stories[article].map { String($0.hash.hex.prefix(16)) } ?? "")\"}\n"
        }
        print(output, terminator: "")
    }
}
