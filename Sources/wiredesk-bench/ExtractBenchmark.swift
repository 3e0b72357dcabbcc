import ArgumentParser
import ArticleExtraction
import Glibc
import Markup

/// Pages a second through the whole extractor, on one thread.
struct ExtractBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Take the articles from pages, in CPU seconds.",
        discussion: "Reading the files is not counted. The best of the rounds is shown: other work only slows."
    )

    @Option(help: "How often every page is read.")
    var rounds = 3

    @Argument(help: ArgumentHelp("HTML pages on disk.", valueName: "file"))
    var files: [String]

    func run() throws {
        let pages = files.compactMap(Self.read).map { Page(bytes: $0) }
        let bytes = pages.reduce(0) { $0 + $1.bytes.count }
        guard !pages.isEmpty else { throw ValidationError("None of the files can be read.") }
        for (name, work) in Self.stages {
            var best = Double.infinity
            for _ in 0..<max(1, rounds) {
                let start = Self.cpuSeconds()
                for page in pages { work(page) }
                best = min(best, Self.cpuSeconds() - start)
            }
            let rate = Int(Double(pages.count) / best)
            let volume = Int(Double(bytes) / best / 1_000_000)
            print(
                "\(name): \(rate) pages and \(volume) MB a CPU second, of \(pages.count) pages, \(bytes / 1_000_000) MB"
            )
        }
    }

    private static let stages: [(name: String, work: @Sendable (Page) -> Void)] = [
        ("decode", { _ = TextDecoder.decode($0.bytes).utf8.count }),
        ("decode and tree", { _ = HTMLTree(TextDecoder.decode($0.bytes).utf8).nodes.count }),
        ("sanitise", { _ = Sanitizer.sanitize($0.bytes, base: nil).count }),
        ("extract", { _ = try? ArticleExtractor.extract($0) }),
    ]

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return result }
            result += chunk[..<count]
        }
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
