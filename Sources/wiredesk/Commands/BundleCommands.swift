import ArgumentParser
import ControlProtocol
import Glibc
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

        @Option(
            name: .customLong("for"), help: ArgumentHelp("What this peer is not known to have.", valueName: "peer"),
            completion: .peers)
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
