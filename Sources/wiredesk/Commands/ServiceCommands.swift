import ArgumentParser
import ControlProtocol
import Platform
import TerminalRendering

/// `wiredesk status`: what the daemon is doing.
struct Status: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "Show what the daemon is doing.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printResult(of: .status, as: StatusReport.self) { StatusText(report: $0, canvas: $1, time: $2).lines }
    }
}

/// `wiredesk doctor`: what is wrong, and what to do about it.
struct Doctor: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for what is wrong, and say what to do about it.",
        discussion: "Ends with status 1 if something is.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let connection = try daemon.connect()
        let form = try output.form
        let (items, completion) = try connection.items(of: .doctor, as: JSONValue.self)
        let findings = try items.map { try understood($0, as: Finding.self) }
        if case .people = form {
            let screen = Screen(mayPage: !output.noPager)
            try screen.show(FindingText.lines(findings, on: screen.canvas))
        } else {
            try MachineOutput(form).show(items, completion)
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.failure.rawValue) }
    }
}

/// `wiredesk rebuild`: derives again what can be derived.
struct Rebuild: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Derive stories, fingerprints and the full-text index again, and report differences.",
        discussion: "There must be none. Ends with status 1 if there are.")

    @Flag(help: "Only the stories.")
    var stories = false

    @Flag(help: "Only the fingerprints.")
    var fingerprints = false

    @Flag(help: "Only the full-text index.")
    var index = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let request = Request.rebuild(
            RebuildParameters(stories: stories, fingerprints: fingerprints, index: index))
        let connection = try daemon.connect()
        let form = try output.form
        let progress = ProgressLine()
        defer { progress.clear() }
        var result: JSONValue?
        try connection.replies(to: request, payload: JSONValue.self, event: RebuildProgress.self, patience: nil) {
            switch $0 {
            case .event(let state): progress.show("Rebuilding the \(state.part): \(state.done) of \(state.total)")
            case .result(let report): result = report
            case .item, .done, .error: break
            }
        }
        progress.clear()
        guard let result else { throw CommandFailure.connectionLost }
        let report = try understood(result, as: RebuildReport.self)
        if case .people = form {
            try Screen().show(report.parts.flatMap(Self.lines))
        } else {
            try MachineOutput(form).show(result)
        }
        if report.parts.contains(where: { $0.differences > 0 }) { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private static func lines(_ part: RebuildReport.Part) -> [String] {
        let verdict =
            part.differences == 0
            ? "no difference" : Quantities.count(part.differences, "difference", "differences")
        let checked = Quantities.grouped(part.checked)
        return ["\(TerminalText.line(part.part)): \(checked) checked, \(verdict)"]
            + part.details.map { "  " + TerminalText.line($0) }
    }
}

/// `wiredesk metrics`: counters for a monitoring system.
struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the daemon's metrics as OpenMetrics text.")

    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try Screen.writeDocument(try daemon.connect().result(of: .metrics, as: MetricsText.self).text)
    }
}
