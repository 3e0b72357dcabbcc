import ControlProtocol
import Platform
import TerminalRendering

/// How the command ends, as wiredesk(1) documents it.
enum ExitStatus: Int32 {
    case done = 0
    case failure = 1
    case usage = 2
    /// Some of it was done, and some failed.
    case partial = 3
    /// EX_UNAVAILABLE of sysexits(3): the daemon does not answer.
    case unreachable = 69
    /// EX_TEMPFAIL: it may work in a moment.
    case tryAgain = 75
    /// EX_CONFIG
    case configuration = 78
}

/// Why the command did not do what was asked, and what to do about it.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String
    let remedy: String?
    /// No daemon runs; all others mean that one does, or cannot be told.
    private(set) var isNobodyThere = false

    init(_ status: ExitStatus, _ message: String, remedy: String? = nil) {
        self.status = status
        self.message = message
        self.remedy = remedy
    }
}

extension CommandFailure {
    /// Nobody answers on any of the sockets.
    static func notRunning(_ sockets: [String], userID: UInt32) -> CommandFailure {
        let manager = userID == 0 ? "systemctl" : "systemctl --user"
        var failure = CommandFailure(
            .unreachable, "wiredeskd is not running: nothing answers on \(sockets.joined(separator: " or "))",
            remedy: "start it with `\(manager) start wiredeskd`, or without systemd with `wiredeskd --foreground`")
        failure.isNobodyThere = true
        return failure
    }

    static func noPermission(_ socket: String) -> CommandFailure {
        CommandFailure(
            .unreachable, "you may not talk to the wiredeskd on \(socket)",
            remedy: "ask to be added to the group that owns the socket: `ls -l \(socket)` shows it")
    }

    static let connectionLost = CommandFailure(
        .tryAgain, "wiredeskd closed the connection before it had answered",
        remedy: "try again; `journalctl -u wiredeskd` (with --user for your own) says what happened")

    static func noAnswer(_ patience: Duration) -> CommandFailure {
        CommandFailure(
            .tryAgain, "wiredeskd has not answered for \(patience.wholeMilliseconds / 1000) seconds",
            remedy: "try again; `journalctl -u wiredeskd` (with --user for your own) says what it is doing")
    }

    static func notUnderstood(_ reason: any Error) -> CommandFailure {
        CommandFailure(
            .failure, "wiredeskd answered what this command does not understand: \(reason.inWords)",
            remedy: "use the wiredesk and wiredeskd of one release")
    }

    /// What the daemon says no to.
    ///
    /// - Parameter query: what it was asked to look for, to point at the word that was not understood.
    init(_ error: ControlError, query: String? = nil) {
        let status: ExitStatus =
            switch error.code {
            case .badRequest, .unknownMethod, .badParameters, .badQuery, .ambiguous: .usage
            case .busy, .unavailable: .tryAgain
            case .configuration: .configuration
            case .unsupportedVersion, .notFound, .notPermitted, .failed: .failure
            }
        let place = error.position.flatMap { position in query.flatMap { Self.pointer(into: $0, at: position) } }
        let details = [place, error.remedy].compactMap(\.self)
        self.init(status, error.message, remedy: details.isEmpty ? nil : details.joined(separator: "\n"))
    }

    /// The query, and under it a mark at a byte offset.
    private static func pointer(into query: String, at offset: Int) -> String? {
        guard let index = query.utf8.index(query.startIndex, offsetBy: offset, limitedBy: query.endIndex) else {
            return nil
        }
        // Between two dots, for a line loses the spaces at its ends.
        let columns = DisplayWidth.columns(TerminalText.line("." + query[..<index] + ".")) - 2
        return TerminalText.line(query) + "\n" + String(repeating: " ", count: columns) + "^"
    }
}
