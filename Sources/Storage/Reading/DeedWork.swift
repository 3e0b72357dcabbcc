import Changelog
import Model
import Querying

/// One deed of the reader in the making: each change it makes is noted with what was there before.
struct DeedWork {
    let domain: DomainTables
    private(set) var steps: [DeedLog.Step] = []
    private var transaction: Transaction { domain.transaction }

    init(domain: DomainTables) { self.domain = domain }

    /// More stories are never changed by one deed.
    private static let largestSelection = 100_000

    mutating func write(
        _ value: ChangeValue, again: Bool = false, _ replica: inout Replica<RegisterTables>
    ) throws {
        guard let applied = try domain.write(value, again: again, &replica) else { return }
        steps.append(
            DeedLog.Step(
                id: applied.register.id, before: applied.replaced?.value, after: applied.register.value))
    }

    mutating func perform(
        _ act: ReadingAct, on selection: Selection, _ replica: inout Replica<RegisterTables>
    ) throws {
        for story in try stories(selection) {
            switch act {
            case .read(true):
                // One that was revised since it was read is read again, or the story would stay updated.
                for copy in story.copies where copy.reading != .read || copy.hasGained {
                    try write(.read(copy.id, true), again: copy.hasGained, &replica)
                }
            case .read(false):
                for copy in story.copies where copy.reading != .keptUnread {
                    try write(.read(copy.id, false), &replica)
                }
            case .hide(let on):
                for copy in story.copies where copy.isHidden != on { try write(.hidden(copy.id, on), &replica) }
            case .star(true): try write(.starred(story.chosen, true), &replica)
            case .star(false):
                for copy in story.copies where copy.isStarred { try write(.starred(copy.id, false), &replica) }
            case .tag(let tag, true): try add(tag, to: story.chosen, &replica)
            case .tag(let tag, false):
                for copy in story.copies where try FlagTables(transaction: transaction).tags(of: copy.id).contains(tag)
                {
                    try write(.tag(copy.id, tag: tag, present: false), &replica)
                }
            case .note(let text): try setNote(text, of: story.chosen, &replica)
            }
        }
    }

    private mutating func add(
        _ tag: String, to article: ArticleID, _ replica: inout Replica<RegisterTables>
    ) throws {
        let isPlain = tag.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x2C }
        guard (1...Limits.tagBytes).contains(tag.utf8.count), isPlain else {
            throw StoreError.badTag(tag, limit: Limits.tagBytes)
        }
        guard try FlagTables(transaction: transaction).tags(of: article).count < Limits.tagsPerArticle else {
            throw StoreError.tooManyTags(limit: Limits.tagsPerArticle)
        }
        try write(.tag(article, tag: tag, present: true), &replica)
    }

    private mutating func setNote(
        _ text: String, of article: ArticleID, _ replica: inout Replica<RegisterTables>
    ) throws {
        guard text.utf8.count <= Limits.noteBytes else { throw StoreError.noteTooLong(limit: Limits.noteBytes) }
        let open = try FlagTables(transaction: transaction).openNotes(of: article)
        guard open.map(\.text) != [text], !(open.isEmpty && text.isEmpty) else { return }
        let edit = NoteEdit(article: article, nonce: .random(in: 0 ... .max), text: text, supersedes: open.map(\.key))
        try write(.note(edit), &replica)
    }

    /// Everything of a feed that was first seen up to `through` is read: one change, however many articles.
    mutating func markAllRead(
        _ feed: FeedID, through: Timestamp, _ replica: inout Replica<RegisterTables>
    ) throws {
        let affected = try transaction.statement(
            """
            SELECT article.key FROM article JOIN feed ON feed.id = article.feed
            WHERE feed.key = ? AND article.first_seen <= ? AND article.reading <> 1
            """
        ).all(feed, through) { try $0.articleID(0) }
        try write(.markAllRead(feed, through: through), &replica)
        steps += affected.map { DeedLog.Step(id: RegisterID(kind: .read, key: $0.key), before: nil, after: nil) }
    }
}

extension DeedWork {
    /// A story that was selected, with what each copy says now.
    private struct SelectedStory {
        /// The article that was named, or the best copy.
        var chosen: ArticleID
        var copies: [Copy]
    }

    private struct Copy {
        var id: ArticleID
        var reading: ArticleReading
        /// Whether it was revised since it was read.
        var hasGained: Bool
        var isHidden: Bool
        var isStarred: Bool
    }

    private func stories(_ selection: Selection) throws -> [SelectedStory] {
        switch selection {
        case .query(let query):
            let best = try transaction.statement(
                "SELECT article.key FROM story JOIN article ON article.id = story.best WHERE story.id = ?")
            return try StoryList(transaction: transaction).rows(query, limit: Self.largestSelection).compactMap { row in
                guard let chosen = try best.first(row, read: { try $0.articleID(0) }) else { return nil }
                return SelectedStory(chosen: chosen, copies: try copies(of: chosen, in: row))
            }
        case .articles(let ids):
            let find = try transaction.statement("SELECT story FROM article WHERE key = ?")
            return try ids.map { id in
                guard let story = try find.first(id, read: { $0.optionalInteger(0) }) else {
                    throw StoreError.noSuchArticle(id.description)
                }
                return SelectedStory(chosen: id, copies: try copies(of: id, in: story))
            }
        }
    }

    /// An article that is not folded yet is alone.
    private func copies(of article: ArticleID, in story: Int64?) throws -> [Copy] {
        try transaction.statement(
            """
            SELECT article.key, article.reading, article.is_hidden, coalesce(flag.starred, 0), EXISTS (
                SELECT 1 FROM revision
                WHERE revision.article = article.id AND revision.first_seen > article.read_moment)
            FROM article LEFT JOIN flag ON flag.article = article.key
            WHERE article.story = ?2 OR article.key = ?1 ORDER BY article.key
            """
        ).all(article, story) { row in
            Copy(
                id: try row.articleID(0), reading: ArticleReading(rawValue: row.integer(1)) ?? .new,
                hasGained: row.flag(4), isHidden: row.flag(2), isStarred: row.flag(3))
        }
    }
}
