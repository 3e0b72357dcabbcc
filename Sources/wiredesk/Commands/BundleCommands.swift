import ArgumentParser
import ControlProtocol
import Glibc
import Platform
import TerminalRendering

/// `wiredesk bundle`: changes in a file, for carrying by hand.
struct Bundle: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write changes into a file, or take them from one.",
        discussion: """
            A bundle is signed by the node that wrote it, and not encrypted. Bundles may be taken in any order, any \
            number of times. wiredeskd reads and writes the file, so its user must be allowed to.
            """,
        subcommands: [Export.self, Import.self])
}

extension Bundle {
    struct Export: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "Write changes and articles into a file.")

        @Argument(help: "The file to write.", completion: .file())
        var file: String

        @Flag(help: "Everything; so it is without the other two.")
        var all = false

        @Option(name: .customLong("for"), help: ArgumentHelp("What this peer is not known to have.", valueName: "peer"))
        var peer: String?

        @Option(
            help: ArgumentHelp("What the writer of this earlier bundle did not have then.", valueName: "bundle"),
            completion: .file())
        var since: String?

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        mutating func validate() throws {
            if (all ? 1 : 0) + (peer == nil ? 0 : 1) + (since == nil ? 0 : 1) > 1 {
                throw ValidationError("--all, --for and --since exclude each other.")
            }
        }

        func run() throws {
            let parameters = BundleExportParameters(
                file: try FilePath.absolute(file), peer: peer, since: try since.map(FilePath.absolute))
            try printResult(of: .bundleExport(parameters), as: BundleReport.self) { report, _, _ in
                BundleText.lines(report)
            }
        }
    }

    struct Import: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "Take what a bundle of a peer holds.")

        @Argument(help: "The file to read.", completion: .file())
        var file: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            let parameters = FileParameters(file: try FilePath.absolute(file))
            try printResult(of: .bundleImport(parameters), as: BundleReport.self) { report, _, _ in
                BundleText.lines(report)
            }
        }
    }
}

/// `wiredesk backup`: a copy of the database, while work goes on.
struct Backup: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database to a file, while work goes on.",
        discussion: "wiredeskd writes the file. With the daemon stopped, `wiredeskd --restore FILE` brings it back.")

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws { try printOutcome(of: .backup(FileParameters(file: try FilePath.absolute(file)))) }
}

/// `wiredesk db`: the health of the database.
struct Database: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Look after the database.", subcommands: [Check.self])
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
}

/// Paths that the daemon can follow, whose working directory is another one.
enum FilePath {
    static func absolute(_ path: String) throws -> String {
        if path.hasPrefix("/") { return path }
        guard let directory = getcwd(nil, 0) else {
            throw CommandFailure(.failure, "the working directory cannot be read", remedy: "name an absolute path")
        }
        defer { free(directory) }
        return String(cString: directory) + "/" + path
    }
}
