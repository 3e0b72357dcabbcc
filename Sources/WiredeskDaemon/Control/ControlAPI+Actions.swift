import ControlProtocol
import Model
import Querying
import Storage

extension ControlAPI {
    /// Stories that an outcome names; more are only counted.
    private static let mostNamed = 20

    func mark(_ mark: Mark, _ parameters: MarkParameters) throws -> ActionOutcome {
        let act: ReadingAct
        let words: String
        switch mark {
        case .read: (act, words) = (.read(true), "marked as read")
        case .unread: (act, words) = (.read(false), "marked as unread")
        case .star: (act, words) = (.star(true), "starred")
        case .unstar: (act, words) = (.star(false), "no longer starred")
        case .hide: (act, words) = (.hide(true), "hidden")
        case .unhide: (act, words) = (.hide(false), "no longer hidden")
        }
        return try perform([act], on: parameters.target, words: words, dryRun: parameters.dryRun)
    }

    func tag(_ parameters: TagParameters) throws -> ActionOutcome {
        let add = parameters.add ?? []
        let remove = parameters.remove ?? []
        guard !add.isEmpty || !remove.isEmpty else {
            throw ControlError(.badParameters, "no tag to add or to remove", remedy: "name one in “add” or “remove”")
        }
        let words = (add.map { "+\($0)" } + remove.map { "-\($0)" }).joined(separator: " ")
        return try perform(
            add.map { .tag($0, true) } + remove.map { .tag($0, false) }, on: parameters.target,
            words: "tagged \(words)", dryRun: parameters.dryRun)
    }

    func note(_ parameters: NoteParameters) throws -> ActionOutcome {
        let words = parameters.text.isEmpty ? "without its note" : "noted"
        return try perform(
            [.note(parameters.text)], on: Target(ids: [parameters.id]), words: words, dryRun: parameters.dryRun)
    }

    func rule(together: Bool, _ parameters: PairParameters) throws -> ActionOutcome {
        let (left, right) = (try article(named: parameters.left), try article(named: parameters.right))
        let words = together ? "one story from now on" : "two stories from now on"
        guard !parameters.dryRun else {
            return ActionOutcome(summary: "would be \(words)", matched: 2, changed: 2, dryRun: true)
        }
        let deed = try store.rule(together, left, right, title: "\(together ? "join" : "split") \(left) \(right)")
        core.events.wake()
        guard let deed else { return ActionOutcome(summary: "already \(words)", matched: 2, changed: 0) }
        let stories = try [left, right].compactMap { try store.article($0).story }
        let summaries = try Set(stories).sorted().map { try presentation.summary(try store.story($0)) }
        return ActionOutcome(
            operation: String(deed.id), summary: words, matched: 2, changed: 2, stories: summaries)
    }

    func undo(_ parameters: UndoParameters) throws -> ActionOutcome {
        let number = try parameters.operation.map { text in
            guard let number = Int64(text) else {
                throw ControlError(.badParameters, "“\(text)” is no operation", remedy: "see them with: wiredesk log")
            }
            return number
        }
        if parameters.dryRun {
            let deed = try store.deeds(limit: Store.largestPage).first { deed in
                number.map { deed.id == $0 } ?? !deed.isUndone
            }
            guard let deed, !deed.isUndone else { throw StoreError.nothingToUndo }
            return ActionOutcome(
                summary: "would take back: \(deed.title)", matched: deed.changes, changed: deed.changes, dryRun: true)
        }
        let deed = try store.undo(number)
        core.events.wake()
        // Without an operation: what was taken back cannot be taken back again.
        return ActionOutcome(
            summary: "taken back: \(deed.title) (operation \(deed.id))", matched: deed.changes, changed: deed.changes)
    }

    func operations(_ parameters: LogParameters, _ reply: ReplyWriter) throws {
        let deeds = try store.deeds(limit: parameters.limit ?? 50)
        reply.items(
            deeds.map {
                OperationSummary(operation: String($0.id), at: $0.time, summary: $0.title, isUndone: $0.isUndone)
            })
    }

    // MARK: -

    private func perform(
        _ acts: [ReadingAct], on target: Target, words: String, dryRun: Bool
    ) throws -> ActionOutcome {
        let selection: Selection
        let matched: [Storage.StorySummary]
        let count: Int
        switch try target.choice {
        case .ids(let ids):
            let articles = try ids.map { try article(named: $0) }
            selection = .articles(articles)
            matched = try ids.map { try story(of: $0).0 }
            count = Set(matched.map(\.id)).count
        case .query(let text):
            let query = try query(text)
            selection = .query(query)
            matched = try store.stories(query, limit: Self.mostNamed).stories
            count = try store.count(query)
        }
        let summary = "\(count) \(count == 1 ? "story" : "stories") \(words)"
        if dryRun {
            return ActionOutcome(
                summary: "would be: " + summary, matched: count, changed: count, dryRun: true,
                stories: try matched.prefix(Self.mostNamed).map(presentation.summary))
        }
        let deed = try store.perform(acts, on: selection, title: summary)
        core.events.wake()
        guard let deed else {
            return ActionOutcome(summary: "nothing to do: \(summary) already", matched: count, changed: 0)
        }
        let changed = matched.prefix(Self.mostNamed).compactMap { try? store.story($0.id) }
        return ActionOutcome(
            operation: String(deed.id), summary: summary, matched: count, changed: count,
            stories: try changed.map(presentation.summary))
    }
}
