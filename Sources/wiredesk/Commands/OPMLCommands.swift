import ArgumentParser
import ControlProtocol
import Glibc
import Platform

/// `wiredesk opml …`: lists of feeds in the format that other readers know.
struct OPML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opml", abstract: "Take feeds from other readers, and give them to others.",
        subcommands: [Import.self, Export.self])

    struct Import: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Subscribe to the feeds of an OPML file. Its folders become tags.")

        @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["opml", "xml"]))
        var file: String

        @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
        var dryRun = false

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        /// As a request has to fit in one line, with what JSON makes of quotes.
        private static let limit = LineLimit.request / 2

        func run() throws {
            let text = String(decoding: try bytes(), as: UTF8.self)
            try printOutcome(of: .importOPML(OPMLImportParameters(text: text, dryRun: dryRun)))
        }

        private func bytes() throws -> [UInt8] {
            do throws(FileContents.Failure) {
                return try FileContents.read(file == "-" ? "/dev/stdin" : file, limit: Self.limit)
            } catch {
                if file == "-", case .notRegular = error { return try standardInput() }
                throw CommandFailure(.failure, error.description)
            }
        }

        private func standardInput() throws -> [UInt8] {
            var bytes: [UInt8] = []
            while let line = readLine(strippingNewline: false) {
                bytes += Array(line.utf8)
                guard bytes.count <= Self.limit else {
                    throw CommandFailure(.failure, "standard input is larger than \(Self.limit) bytes")
                }
            }
            return bytes
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print all feeds as OPML.")

        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try Screen.writeDocument(try daemon.connect().result(of: .exportOPML, as: OPMLText.self).text)
        }
    }
}
