import ArgumentParser
import TerminalRendering

/// In which form results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp("One JSON document.", discussion: "Its keys are stable within the version that “v” names."))
    var json = false

    @Flag(help: "JSON Lines: one object a line for each item.")
    var jsonl = false

    @Option(help: ArgumentHelp("A line for each item, such as '{short}\\t{title}'.", valueName: "template"))
    var format: String?

    @Flag(help: "Do not page, however long the output is.")
    var noPager = false

    mutating func validate() throws {
        if (json ? 1 : 0) + (jsonl ? 1 : 0) + (format == nil ? 0 : 1) > 1 {
            throw ValidationError("--json, --jsonl and --format exclude each other.")
        }
        _ = try form
    }

    enum Form {
        case people
        case json
        case jsonLines
        case template(FormatTemplate)
    }

    var form: Form {
        get throws {
            if json { return .json }
            if jsonl { return .jsonLines }
            guard let format else { return .people }
            do throws(FormatTemplate.Fault) {
                return .template(try FormatTemplate(format))
            } catch {
                throw ValidationError("--format: \(error.description)")
            }
        }
    }
}

/// Which daemon is talked to.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The daemon's socket, instead of the usual ones.", valueName: "path"),
        completion: .file())
    var socket: String?

    func connect() throws -> DaemonConnection { try DaemonConnection.open(socket: socket) }
}
