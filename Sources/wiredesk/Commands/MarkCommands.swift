import ArgumentParser
import ControlProtocol

/// Which stories something is done to.
struct TargetArguments: ParsableArguments {
    @Argument(
        help: "Stories, by as much of their ids as names them; - reads ids from standard input.", completion: .stories)
    var ids: [String] = []

    @Option(name: [.short, .long], help: "All stories that a query finds.")
    var query: String?

    @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
    var dryRun = false

    mutating func validate() throws {
        if ids.isEmpty == (query == nil) {
            throw ValidationError("Name stories by their ids, or by --query.")
        }
    }

    func target() throws -> Target {
        if let query { return Target(query: query) }
        return Target(ids: try Self.resolved(ids))
    }

    /// The ids, with the first word of every line of standard input in place of `-`.
    static func resolved(_ ids: [String]) throws -> [String] {
        var result: [String] = []
        for id in ids {
            guard id == "-" else {
                result.append(id)
                continue
            }
            while let line = readLine() {
                if let word = line.split(whereSeparator: \.isWhitespace).first { result.append(String(word)) }
            }
        }
        guard !result.isEmpty else { throw CommandFailure(.usage, "no ids came from standard input") }
        return result
    }
}

/// A command that sets one mark of stories: the method has the command's name.
protocol MarkCommand: DaemonCommand {
    static var mark: Mark { get }
    var target: TargetArguments { get }
}

extension MarkCommand {
    func run() throws {
        let parameters = MarkParameters(target: try target.target(), dryRun: target.dryRun)
        try printOutcome(of: .mark(Self.mark, parameters))
    }
}

struct Read: MarkCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mark stories as read: all their copies, and those that come later.")
    static let mark = Mark.read

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}

struct Unread: MarkCommand {
    static let configuration = CommandConfiguration(abstract: "Mark stories as unread.")
    static let mark = Mark.unread

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}

struct Star: MarkCommand {
    static let configuration = CommandConfiguration(abstract: "Star stories.")
    static let mark = Mark.star

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}

struct Unstar: MarkCommand {
    static let configuration = CommandConfiguration(abstract: "Take the star away.")
    static let mark = Mark.unstar

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}

struct Hide: MarkCommand {
    static let configuration = CommandConfiguration(abstract: "Hide stories from lists; `is:hidden` still finds them.")
    static let mark = Mark.hide

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}

struct Unhide: MarkCommand {
    static let configuration = CommandConfiguration(abstract: "Show hidden stories again.")
    static let mark = Mark.unhide

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions
}
