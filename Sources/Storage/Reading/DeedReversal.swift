import Changelog
import Model

/// What to write so that a register says what it said before a deed.
enum DeedReversal {
    /// `nil` if nothing can or need be done: somebody changed the register since, or the kind only ever grows.
    static func value(of step: DeedLog.Step, now: [UInt8]?, notes: FlagTables) throws -> ChangeValue? {
        guard let after = step.after else {
            // Read through a mark of the whole feed, and nothing was said of the article itself since.
            return now == step.before ? .read(ArticleID(key: step.id.key), false) : nil
        }
        guard now == after else { return nil }
        switch try ChangeValue(of: step.id, bytes: after) {
        case .note(let edit): return .note(try reversal(of: edit, notes))
        case .markAllRead, .article, .device: return nil
        case let value?:
            if let before = step.before { return try ChangeValue(of: step.id, bytes: before) }
            return withoutRegister(value)
        case nil: return nil
        }
    }

    /// What a register that was not there meant.
    private static func withoutRegister(_ value: ChangeValue) -> ChangeValue? {
        switch value {
        case .read(let article, _): .read(article, false)
        case .starred(let article, _): .starred(article, false)
        case .hidden(let article, _): .hidden(article, false)
        case .tag(let article, let tag, _): .tag(article, tag: tag, present: false)
        case .pair(let pair, _): .pair(pair, .auto)
        case .savedSearch(var search):
            {
                search.isRemoved = true
                return .savedSearch(search)
            }()
        case .rule(var rule):
            {
                rule.isRemoved = true
                return .rule(rule)
            }()
        case .feed(let url, .subscribed): .feed(url: url, .subscribed(false))
        default: nil
        }
    }

    /// An edit is never taken back; another one is made over it, with the text that it was made over.
    private static func reversal(of edit: NoteEdit, _ notes: FlagTables) throws -> NoteEdit {
        let texts = try edit.supersedes.compactMap { try notes.noteText($0) }.filter { !$0.isEmpty }
        return NoteEdit(
            article: edit.article, nonce: .random(in: 0 ... .max), text: texts.joined(separator: "\n\n"),
            supersedes: [edit.key])
    }
}
