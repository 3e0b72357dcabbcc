import ArgumentParser
import ControlProtocol
import Glibc

/// `wiredesk watch`: events as they happen.
struct Watch: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show events as they happen.",
        discussion: """
            If the daemon is restarted meanwhile, the events since the last one that was shown follow once it is back. \
            --since goes on from the number of an event that a program has seen before.
            """)

    @Option(help: "Begin after the event of this number.")
    var since: Int64?

    @Option(name: .customLong("kind"), help: "Only events of this kind; may be given again.", completion: .eventKinds)
    var kinds: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    mutating func validate() throws {
        for kind in kinds where Event.Kind(rawValue: kind) == nil {
            let known = Event.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no kind “\(kind)”; the kinds are \(known).")
        }
    }

    func run() throws {
        let form = try output.form
        let screen = Screen()
        var last = since
        var connection = try daemon.connect()
        while true {
            do {
                try follow(connection, since: last) { event, raw in
                    last = event.number
                    if case .people = form {
                        try Screen.write(EventText.line(event, on: screen.canvas, at: Screen.time) + "\n")
                    } else {
                        try MachineOutput(form).stream(raw)
                    }
                }
            } catch let failure as CommandFailure where failure.status == .tryAgain {
                Screen.warn("wiredesk: wiredeskd is away; waiting for it")
                connection = try reconnect()
            }
        }
    }

    private func follow(
        _ connection: DaemonConnection, since: Int64?, each: (Event, JSONValue) throws -> Void
    ) throws {
        let parameters = WatchParameters(
            since: since, kinds: kinds.isEmpty ? nil : kinds.compactMap(Event.Kind.init(rawValue:)))
        try connection.replies(to: .watch(parameters), payload: JSONValue.self, event: JSONValue.self, patience: nil) {
            guard case .event(let raw) = $0 else { return }
            // A kind that only a newer daemon knows is none that was asked for.
            guard let event = try? raw.decoded(as: Event.self) else { return }
            try each(event, raw)
        }
        throw CommandFailure.connectionLost
    }

    /// Tries again every second: connecting to a local socket costs nothing.
    private func reconnect() throws -> DaemonConnection {
        while true {
            sleep(1)
            do {
                return try daemon.connect()
            } catch let failure as CommandFailure where failure.status == .unreachable || failure.status == .tryAgain {
                continue
            }
        }
    }
}
