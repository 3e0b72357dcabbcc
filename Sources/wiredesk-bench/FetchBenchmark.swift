import ArgumentParser
import Fetching
import Glibc
import Model

/// Fetches a list of feeds as the daemon would, without parsing or storing: once cold, then with validators.
///
/// The list is one URL a line, as `eval/refresh/gen_feeds.py` writes it; `curl --parallel` over the same list and the same
/// number of connections is the yardstick.
struct FetchBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch a list of feeds, cold and conditional: wall clock, CPU, memory.")

    @Argument(help: "A file with one URL a line; what follows a space is not read.")
    var urls: String

    @Option(help: "Fetches that run at once.")
    var connections = 64

    @Option(help: "Fetches that run at once on one host.")
    var perHost = 6

    @Option(help: "Conditional rounds after the cold one.")
    var rounds = 2

    /// Fetches that are asked for at once: a body waits in memory for whoever asked for it, so the daemon bounds them too.
    private static let askedAtOnce = 128

    func run() async throws {
        let urls = try readURLs()
        var settings = EngineSettings(userAgent: "wiredesk-bench")
        settings.connections = .init(total: connections, perHost: perHost)
        let engine = FetchEngine(settings: settings)
        var validators: [String: Validators] = [:]
        print("round\twall s\tCPU s\tfetched\tnot modified\tfailed\tMB\tpeak MB")
        for round in 0...max(0, rounds) {
            let (wall, cpu) = (ContinuousClock.now, Self.processorSeconds)
            var tally = Tally()
            await withTaskGroup(of: (String, FetchResult).self) { group in
                for (index, url) in urls.enumerated() {
                    if index >= Self.askedAtOnce, let (url, result) = await group.next() {
                        tally.count(result, url, &validators)
                    }
                    var request = FetchRequest(url: url, purpose: .feed, trust: .owner)
                    request.validators = validators[url] ?? Validators()
                    group.addTask { [request] in (url, await engine.fetch(request)) }
                }
                for await (url, result) in group { tally.count(result, url, &validators) }
            }
            let seconds = Double((ContinuousClock.now - wall).milliseconds) / 1000
            print(
                round == 0 ? "cold" : "again", seconds, ((Self.processorSeconds - cpu) * 1000).rounded() / 1000,
                tally.fetched, tally.notModified,
                tally.failed, tally.bytes >> 20, Self.peakMegabytes, separator: "\t")
        }
        await engine.shutdown()
    }

    private func readURLs() throws -> [String] {
        guard let file = fopen(urls, "r") else { throw ValidationError("\(urls) cannot be read") }
        defer { fclose(file) }
        var lines: [String] = []
        while let line = readLine(from: file) {
            if let url = line.split(separator: " ").first, url.first != "#" { lines.append(String(url)) }
        }
        return lines
    }

    private func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
        var buffer: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(buffer) }
        guard getline(&buffer, &capacity, file) > 0, let buffer else { return nil }
        return String(cString: buffer).trimmingASCIIWhitespace()
    }
}

extension FetchBenchmark {
    private struct Tally {
        var fetched = 0
        var notModified = 0
        var failed = 0
        var bytes = 0

        mutating func count(_ result: FetchResult, _ url: String, _ validators: inout [String: Validators]) {
            switch result {
            case .fetched(let body):
                fetched += 1
                bytes += body.bytes.count
                validators[url] = body.answer.validators
            case .notModified: notModified += 1
            case .failed: failed += 1
            }
        }
    }

    /// User and system time of this process, all threads.
    private static var processorSeconds: Double {
        let usage = usage
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    private static var peakMegabytes: Int { usage.ru_maxrss / 1024 }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage
    }
}
