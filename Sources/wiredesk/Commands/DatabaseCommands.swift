import ArgumentParser
import ControlProtocol
import TerminalRendering

/// `wiredesk backup`: a copy of the database, while work goes on.
struct Backup: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database to a file, while work goes on.",
        discussion: "wiredeskd writes the file. `wiredesk restore FILE` brings it back.")

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws { try printOutcome(of: .backup(FileParameters(file: try FilePath.absolute(file)))) }
}

/// `wiredesk restore`: a backup in the database's place.
struct Restore: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the database's place.",
        discussion: """
            The backup is checked first. Where the daemon runs, it takes the database's place when that is restarted; \
            else at once. What was there is kept beside it. Your other nodes notice, and bring back what is newer.
            """)

    @Argument(help: "What `wiredesk backup` wrote.", completion: .file())
    var file: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let path = try FilePath.absolute(file)
        guard try daemon.isRunning else { try DaemonProgram.run("--restore", path) }
        try printOutcome(of: .restore(FileParameters(file: path)))
    }
}

/// `wiredesk db`: the health of the database.
struct Database: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Look after the database.", subcommands: [Check.self, Repair.self])
}

extension Database {
    struct Check: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the whole database and report what is damaged.",
            discussion: "Ends with status 1 if something is.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            let (findings, _) = try daemon.connect().items(of: .databaseCheck, as: Finding.self)
            if case .people = try output.form {
                let screen = Screen(mayPage: !output.noPager)
                try screen.show(FindingText.lines(findings, on: screen.canvas))
            } else {
                try printItems(of: .databaseCheck, as: Finding.self, none: "") { _, _, _, _ in [] }
            }
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.failure.rawValue) }
        }
    }

    struct Repair: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a damaged database right, as far as it can be.",
            discussion: """
                What is derived is made again from the log, and so are its sums; what cannot be read is set aside, and \
                peers that have it send it again. A file that the daemon cannot work with any more is copied as far as \
                it can be read, with the daemon stopped. Says what was wrong, what was done, and what is wrong still; \
                ends with status 1 if something is.
                """)

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            guard try daemon.isRunning else { try DaemonProgram.run("--repair") }
            let form = try output.form
            let result = try daemon.connect().result(of: .databaseRepair, as: JSONValue.self, patience: nil)
            let report = try understood(result, as: RepairReport.self)
            if case .people = form {
                try Screen().show(Self.lines(report))
            } else {
                try MachineOutput(form).show(result)
            }
            if !report.after.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
        }

        private static func lines(_ report: RepairReport) -> [String] {
            func lines(_ head: String, _ list: [String]) -> [String] {
                list.map { "\(head): \(TerminalText.line($0))" }
            }
            let work = lines("was wrong", report.before) + lines("done", report.done)
            guard report.after.isEmpty else {
                return work + lines("still wrong", report.after)
                    + ["Stop wiredeskd and run this again: what can be read is then copied into a new file."]
            }
            return work + ["The database is sound."]
        }
    }
}

extension DaemonOptions {
    /// Whether somebody answers. Who may not talk to the daemon is told so.
    var isRunning: Bool {
        get throws {
            do {
                _ = try connect()
                return true
            } catch let failure as CommandFailure where failure.isNobodyThere {
                return false
            }
        }
    }
}
