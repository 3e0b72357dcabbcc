import ArgumentParser
import ControlProtocol

/// Two articles.
struct PairArguments: ParsableArguments {
    @Argument(help: "A copy.", completion: .stories)
    var left: String

    @Argument(help: "Another one.", completion: .stories)
    var right: String

    @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
    var dryRun = false

    var parameters: PairParameters { PairParameters(left: left, right: right, dryRun: dryRun) }
}

/// `wiredesk split`: two articles are not copies of one story, whatever folding says.
struct Split: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that two articles are different stories.",
        discussion: "Your word counts more than folding, here and on your other machines.")

    @OptionGroup var pair: PairArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws { try printOutcome(of: .split(pair.parameters)) }
}

/// `wiredesk join`: two articles are copies of one story, whatever folding says.
struct Join: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that two articles are copies of one story.",
        discussion: "Your word counts more than folding, here and on your other machines.")

    @OptionGroup var pair: PairArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws { try printOutcome(of: .join(pair.parameters)) }
}
