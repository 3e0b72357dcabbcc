import ArgumentParser
import ControlProtocol
import Glibc
import Platform
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
            let program = try Self.daemonProgram()
            let arguments = [program, "--check-config"] + (file.map { ["--config", $0] } ?? [])
            var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
            pointers.append(nil)
            execv(program, pointers)
            throw CommandFailure(.failure, SystemError.last("run", program).description)
        }

        /// `wiredeskd` beside this very program, or else in `PATH`.
        private static func daemonProgram() throws -> String {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
            var directories = Environment.current["PATH"]?.split(separator: ":").map(String.init) ?? []
            if count > 0 {
                let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
                if let slash = own.lastIndex(of: "/") { directories.insert(String(own[..<slash]), at: 0) }
            }
            for directory in directories where access(directory + "/wiredeskd", X_OK) == 0 {
                return directory + "/wiredeskd"
            }
            throw CommandFailure(
                .failure, "there is no wiredeskd beside this command or in PATH", remedy: "install it")
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
