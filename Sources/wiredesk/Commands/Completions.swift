import ArgumentParser
import ControlProtocol
import TerminalRendering

/// What a word may become, asked of the daemon. Nothing if it is away: a shell that completes is no place for an error.
enum Completions {
    static func words(_ kind: CompleteParameters.Kind, prefix: String) -> [String] {
        let request = Request.complete(CompleteParameters(kind: kind, prefix: prefix.isEmpty ? nil : prefix))
        guard let connection = try? DaemonConnection.open(socket: nil),
            let (items, _) = try? connection.items(of: request, as: CompletionCandidate.self)
        else { return [] }
        return items.map { TerminalText.line($0.word) }
    }
}

extension CompletionKind {
    static let feeds = CompletionKind.custom { _, _, prefix in Completions.words(.feeds, prefix: prefix) }

    static let stories = CompletionKind.custom { _, _, prefix in Completions.words(.stories, prefix: prefix) }

    static let peers = CompletionKind.custom { _, _, prefix in Completions.words(.peers, prefix: prefix) }

    static let tags = CompletionKind.custom { _, _, prefix in Completions.words(.tags, prefix: prefix) }

    /// `+TAG`, or a story.
    static let tagChanges = CompletionKind.custom { _, _, prefix in
        guard prefix.hasPrefix("+") else { return Completions.words(.stories, prefix: prefix) }
        return Completions.words(.tags, prefix: String(prefix.dropFirst())).map { "+" + $0 }
    }

    static let eventKinds = CompletionKind.list(Event.Kind.allCases.map(\.rawValue))
}
