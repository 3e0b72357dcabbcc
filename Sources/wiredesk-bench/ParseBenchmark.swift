import ArgumentParser
import FeedParsing
import Glibc

/// `wiredesk-bench parse PATHS…`: how quickly feeds are parsed, sanitised and dated, on one thread.
struct ParseBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Measure the feed parser over files and directories of feeds.",
        discussion: """
            The documents are parsed again and again until the time is full, and the bytes of all of them count. Time \
            is processor time of the one thread, so that other programs on the machine do not count. A line for \
            Python's feedparser, measured alike, follows if python3 can import it.
            """
    )

    @Option(help: "Seconds to measure for.")
    var seconds = 5

    @Flag(help: "Leave out feedparser.")
    var alone = false

    @Argument(help: "Feed documents, or directories of them.")
    var paths: [String]

    func run() throws {
        let files = paths.flatMap { FeedFiles.list($0) }
        let documents = files.compactMap { FeedFiles.read($0) }.filter { !$0.isEmpty }
        let size = documents.reduce(0) { $0 + $1.count }
        guard size > 0 else {
            throw ValidationError("There is nothing to read under \(paths.joined(separator: ", ")).")
        }
        var rounds = 0
        var entries = 0
        var refused = 0
        let start = ThreadTime.now
        repeat {
            for document in documents {
                do {
                    entries += try FeedParser.parse(document, url: "https://feeds.example/feed").entries.count
                } catch {
                    refused += 1
                }
            }
            rounds += 1
        } while ThreadTime.now - start < Double(seconds)
        let time = ThreadTime.now - start
        let rate = Double(size * rounds) / time / 1e6
        print(
            "wiredesk    \(Self.rounded(rate)) MB/s  \(Int(Double(entries) / time)) entries/s  "
                + "(\(documents.count) documents, \(size) bytes, \(entries / rounds) entries, "
                + "\(refused / rounds) refused, \(rounds) rounds)")
        if !alone { PythonPeer.measure(files) }
    }

    static func rounded(_ value: Double) -> String { "\(Int(value)).\(Int(value * 10) % 10)" }
}

/// Seconds of processor time that this thread has used.
private enum ThreadTime {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// The feeds to measure with.
private enum FeedFiles {
    /// `path` itself, or the files under it.
    static func list(_ path: String) -> [String] {
        guard let directory = opendir(path) else { return [path] }
        defer { closedir(directory) }
        var result: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { result += list(path + "/" + name) }
        }
        return result.sorted()
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return result }
            result.append(contentsOf: chunk[..<count])
        }
    }
}

/// feedparser over the same files, in the same run.
private enum PythonPeer {
    private static let program = """
        import sys, time
        try:
            import feedparser
        except ImportError:
            sys.exit("feedparser   not installed")
        documents = [open(name.rstrip("\\n"), "rb").read() for name in sys.stdin]
        start, size, entries = time.process_time(), 0, 0
        for document in documents:
            size += len(document)
            entries += len(feedparser.parse(document).entries)
            if time.process_time() - start > 30: break
        rate = size / (time.process_time() - start)
        print("feedparser  %.1f MB/s  (%d bytes, %d entries, version %s)" % (rate / 1e6, size, entries, feedparser.__version__))
        """

    static func measure(_ files: [String]) {
        let command = "python3 -c '" + program.replacing("'", with: "'\\''") + "'"
        fflush(nil)
        guard let pipe = popen(command, "w") else { return }
        for file in files { fputs(file + "\n", pipe) }
        pclose(pipe)
    }
}
