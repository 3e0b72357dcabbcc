import ArgumentParser
import ControlProtocol

/// `wiredesk refresh`: fetches now.
struct Refresh: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fetch feeds now, whatever the schedule says.",
        discussion: "Ends with status 3 if some feeds could not be fetched, and 1 if none could.")

    @Argument(help: "Feeds by address or id, or by tag as tag:NAME; all if none is named.", completion: .feeds)
    var feeds: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let request = Request.refresh(RefreshParameters(feeds: feeds.isEmpty ? nil : feeds))
        let connection = try daemon.connect()
        let form = try output.form
        let progress = ProgressLine()
        var result: JSONValue?
        defer { progress.clear() }
        try connection.replies(to: request, payload: JSONValue.self, event: RefreshProgress.self, patience: nil) {
            switch $0 {
            case .event(let state): progress.show(RefreshText.progress(state))
            case .result(let value): result = value
            case .item, .done, .error: break
            }
        }
        progress.clear()
        guard let result else { throw CommandFailure.connectionLost }
        let outcome = try understood(result, as: RefreshOutcome.self)
        if case .people = form {
            let screen = Screen()
            try screen.show(RefreshText.lines(outcome, on: screen.canvas))
        } else {
            try MachineOutput(form).show(result)
        }
        guard outcome.progress.failed > 0 else { return }
        let status: ExitStatus = outcome.progress.failed < outcome.progress.total ? .partial : .failure
        throw ExitCode(status.rawValue)
    }
}
