import ArgumentParser
import Folding
import FoundationEssentials
import Model
import Platform

/// `wiredesk fold`: folding on its own, over texts from anywhere, with no daemon and no store.
struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the copies of one story among texts.",
        discussion: """
            With --jsonl, standard input has an article a line: {"id", "text", "title"?, "source"?, "time"?}, the text \
            with one paragraph a line. Standard output gets {"id", "cluster"} for each: copies of one story have the \
            same cluster.

            With --explain, two texts are compared and the verdict is explained: two files, or with --jsonl the \
            articles of two ids.

            Needs no daemon and keeps nothing. A line that is no article is named and left out, and the exit code is 3.
            """)

    @Flag(help: "Read articles from standard input, one JSON object a line.")
    var jsonl = false

    @Flag(help: "Say why two texts are or are not copies of one story.")
    var explain = false

    @Argument(help: "For --explain: two files, or with --jsonl two ids.")
    var subjects: [String] = []

    /// Bytes of a file that is compared.
    private static let largestFile = 64 << 20

    func validate() throws {
        guard explain || jsonl else {
            throw ValidationError("Nothing to do: give --jsonl, or --explain with two files.")
        }
        guard subjects.count == (explain ? 2 : 0) else {
            throw ValidationError(explain ? "--explain takes two files or ids." : "Files and ids go with --explain.")
        }
    }

    func run() throws {
        var input = FoldInput()
        if explain {
            let texts = try jsonl ? articles(from: &input) : subjects.map(Self.text(ofFile:))
            FoldReport(names: subjects, texts: texts).print()
        } else {
            try fold(&input)
        }
        if input.refusedLines > 0 { throw ExitCode(3) }
    }

    private func fold(_ input: inout FoldInput) throws {
        var maintainer = StoryMaintainer(FoldingMemory())
        var articles: [(id: String, article: ArticleID)] = []
        while let line = try input.next() {
            let text = CanonicalText(line.text)
            let article = ArticleID(feedURL: "", entryID: line.id)
            if maintainer.store.folded(article) == nil { articles.append((line.id, article)) }
            try maintainer.insert(article, contentHash: text.hash, text: FoldableText(Fingerprint(of: text)))
        }
        let stories = maintainer.store.stories
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let output = FileDescriptor(owning: 1)
        var pending: [UInt8] = []
        for (id, article) in articles {
            guard let story = stories[article] else { continue }
            pending += try encoder.encode(FoldedLine(id: id, cluster: story.description))
            pending.append(0x0A)
            if pending.count > 1 << 16 {
                try output.write(pending)
                pending.removeAll(keepingCapacity: true)
            }
        }
        try output.write(pending)
    }

    private struct FoldedLine: Encodable {
        var id: String
        var cluster: String
    }

    private func articles(from input: inout FoldInput) throws -> [CanonicalText] {
        var found: [String: CanonicalText] = [:]
        while let line = try input.next() {
            if subjects.contains(line.id) { found[line.id] = CanonicalText(line.text) }
        }
        return try subjects.map { id in
            guard let text = found[id] else { throw ValidationError("No article on standard input has the id \(id).") }
            return text
        }
    }

    private static func text(ofFile path: String) throws -> CanonicalText {
        CanonicalText(String(decoding: try FileContents.read(path, limit: largestFile), as: UTF8.self))
    }
}
