import ArgumentParser

@main
struct WiredeskBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk-bench",
        abstract: "Measure Wiredesk on this machine, beside its peers where there are any.",
        subcommands: [
            ParseBenchmark.self, ExtractBenchmark.self, FoldBenchmark.self, OrderTrial.self, StoreBenchmark.self,
            FetchBenchmark.self, SyncBenchmark.self, BlockTraitsCommand.self,
        ]
    )
}
