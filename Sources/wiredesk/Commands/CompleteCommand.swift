import ArgumentParser
import ControlProtocol
import TerminalRendering

/// `wiredesk _complete KIND PREFIX`: what the shells' completions ask for. Silent if the daemon is away: a shell that
/// completes is no place for an error.
struct Complete: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "_complete", shouldDisplay: false)

    @Argument var kind: String
    @Argument var prefix = ""

    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        guard let kind = CompleteParameters.Kind(rawValue: kind) else { return }
        for candidate in Self.candidates(kind, prefix: prefix, socket: daemon.socket) { print(candidate) }
    }

    static func candidates(_ kind: CompleteParameters.Kind, prefix: String, socket: String? = nil) -> [String] {
        let request = Request.complete(CompleteParameters(kind: kind, prefix: prefix.isEmpty ? nil : prefix))
        guard let connection = try? DaemonConnection.open(socket: socket),
            let (items, _) = try? connection.items(of: request, as: CompletionCandidate.self)
        else { return [] }
        return items.map { TerminalText.line($0.word) }
    }
}

extension CompletionKind {
    static let feeds = CompletionKind.custom { _, _, prefix in Complete.candidates(.feeds, prefix: prefix) }

    static let stories = CompletionKind.custom { _, _, prefix in Complete.candidates(.stories, prefix: prefix) }

    /// With the sign that adds or removes it, where there is one.
    static let tags = CompletionKind.custom { _, _, prefix in
        let sign = prefix.prefix(1) == "+" || prefix.prefix(1) == "-" ? String(prefix.prefix(1)) : ""
        return Complete.candidates(.tags, prefix: String(prefix.dropFirst(sign.count))).map { sign + $0 }
    }

    static let eventKinds = CompletionKind.list(Event.Kind.allCases.map(\.rawValue))
}
