import ArgumentParser
import ControlProtocol
import TerminalRendering

/// `wiredesk undo`: takes back what was done.
struct Undo: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back the last thing you did, or the one that `wiredesk log` names.")

    @Argument(help: "An operation of `wiredesk log`; the last one if none is named.")
    var operation: String?

    @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws { try printOutcome(of: .undo(UndoParameters(operation: operation, dryRun: dryRun))) }
}

/// `wiredesk log`: what was done, and can be undone.
struct Log: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "List what you did, the latest first.")

    @Option(name: [.customShort("n"), .long], help: "At most this many.")
    var limit = 20

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printItems(
            of: .log(LogParameters(limit: limit)), as: OperationSummary.self, none: "You have done nothing yet."
        ) { operations, _, canvas, time in
            var table = Table([.init("OPERATION"), .init("WHEN"), .init("WHAT", minimum: 20)])
            for operation in operations {
                var text = TerminalText.line(operation.summary)
                if operation.isUndone { text += " (undone)" }
                table.add([
                    .init(TerminalText.line(operation.operation), .accent), .init(time.full(operation.at), .dim),
                    .init(text, operation.isUndone ? .dim : .plain),
                ])
            }
            return table.lines(on: canvas)
        }
    }
}
