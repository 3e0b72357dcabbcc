import ArgumentParser
import ControlProtocol
import TerminalRendering

/// `wiredesk config …`: the configuration file.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration, or have it read again.", subcommands: [Check.self, Reload.self])

    /// Reads the file as the daemon would. The daemon's own program does it, which knows every setting; it need not
    /// be running.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Name every mistake in the configuration, with line, column and remedy.",
            discussion: "Ends with status 78 if there are any.")

        @Argument(help: "The file; the one that the daemon would read if none is named.", completion: .file())
        var file: String?

        func run() throws {
            if let file { try DaemonProgram.run("--check-config", "--config", file) }
            try DaemonProgram.run("--check-config")
        }
    }

    /// Has the running daemon read the file again.
    struct Reload: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have the daemon read its configuration again.",
            discussion: "If the file is broken, the old settings stay in force, and the command ends with status 78.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            let form = try output.form
            let result = try daemon.connect().result(of: .reload, as: JSONValue.self)
            let outcome = try understood(result, as: ReloadOutcome.self)
            if case .people = form {
                try Screen().show([TerminalText.line(outcome.summary)] + outcome.faults.map(TerminalText.line))
            } else {
                try MachineOutput(form).show(result)
            }
            if !outcome.faults.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
        }
    }
}
