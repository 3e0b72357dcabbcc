import Folding
import Model

/// What lists show of a story, worked out anew from its articles.
struct StorySummaries {
    let transaction: Transaction

    /// A copy at least this share as long as the longest is as complete; among those the earliest is best.
    private static let complete = 0.9

    private struct Member {
        var row: Int64
        var id: ArticleID
        var story: Int64?
        var time: Timestamp
        var firstSeen: Timestamp
        var copy: StoryReading.Copy
        var agency: Agency?
        var link: String?
        var length: Int
        var isStarred: Bool
    }

    /// Works out the story in row `story`; one without articles is dropped.
    func refresh(_ story: Int64) throws {
        let members = try members(of: story)
        guard !members.isEmpty else {
            try transaction.statement("UPDATE article SET story = NULL WHERE story = ?").run(story)
            try transaction.statement(
                "DELETE FROM story WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM text WHERE story = ?1)"
            ).run(story)
            return
        }
        let move = try transaction.statement("UPDATE article SET story = ? WHERE id = ?")
        for member in members where member.story != story { try move.run(story, member.row) }
        let shown = members.filter { !$0.copy.isHidden }
        let best = Self.best(of: shown.isEmpty ? members : shown)
        let state = try state(of: members)
        // Nothing returns that was not read before.
        let returns = try state == .updated && self.state(of: story) == .read
        try transaction.statement(
            """
            UPDATE story SET best = ?2, agency = ?3, copies = ?4, time = ?5, first_seen = ?6, latest = ?7, state = ?8,
                starred = ?9
            WHERE id = ?1
            """
        ).run(
            story, best?.row, Self.agency(of: shown)?.rawValue, shown.count,
            shown.map(\.time).min() ?? Timestamp(milliseconds: 0),
            shown.map(\.firstSeen).min() ?? Timestamp(milliseconds: 0),
            shown.map(\.firstSeen).max() ?? Timestamp(milliseconds: 0), state.rawValue,
            shown.contains { $0.isStarred })
        if returns, let best {
            try EventLog(transaction: transaction).append(.storyUpdated, article: best.row)
        }
    }

    /// Works out only whether the story in row `story` is unread, read or updated. No event tells of it: the reader's rule
    /// changed, not the story.
    func judge(_ story: Int64) throws {
        let members = try members(of: story)
        guard !members.isEmpty else { return }
        try transaction.statement("UPDATE story SET state = ?2 WHERE id = ?1").run(
            story, try state(of: members).rawValue)
    }

    private func members(of story: Int64) throws -> [Member] {
        try transaction.statement(
            """
            SELECT article.id, article.key, article.story, article.time, article.first_seen, article.reading,
                article.is_hidden, revision.content_hash, revision.body_hash, revision.agency, revision.link,
                coalesce(revision.length, 0), coalesce(flag.starred, 0)
            FROM text
            JOIN article ON article.folded_text = text.id
            JOIN revision ON revision.id = article.revision
            LEFT JOIN flag ON flag.article = article.key
            WHERE text.story = ?
            """
        ).all(story) { row in
            let copy = StoryReading.Copy(
                contentHash: try row.contentHash(7), bodyHash: try row.contentHash(8),
                reading: ArticleReading(rawValue: row.integer(5)) ?? .new, isHidden: row.flag(6))
            return Member(
                row: row.integer(0), id: try row.articleID(1), story: row.optionalInteger(2), time: row.moment(3),
                firstSeen: row.moment(4), copy: copy, agency: row.optionalText(9).map { Agency(rawValue: $0) },
                link: row.optionalText(10), length: row.count(11), isStarred: row.flag(12))
        }
    }

    /// The agency's own page, else the earliest of those that are complete; ties by the smallest id.
    private static func best(of members: [Member]) -> Member? {
        let own = members.filter { AgencySite.isOwn(link: $0.link, agency: $0.agency) }
        let candidates = own.isEmpty ? members : own
        let longest = candidates.map(\.length).max() ?? 0
        return candidates.filter { Double($0.length) >= Double(longest) * complete }
            .min { ($0.time, $0.id) < ($1.time, $1.id) }
    }

    /// The agency that most copies name, ties by name.
    private static func agency(of members: [Member]) -> Agency? {
        let named = Dictionary(grouping: members.compactMap(\.agency)) { $0 }
        return named.min { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }?.key
    }

    private func state(of story: Int64) throws -> StoryState? {
        try transaction.statement("SELECT state FROM story WHERE id = ?").first(story) {
            StoryState(rawValue: $0.integer(0))
        } ?? nil
    }

    private func state(of members: [Member]) throws -> StoryState {
        var seen: [StoryReading.SeenText] = []
        let texts = try transaction.statement(
            """
            SELECT revision.content_hash, revision.body_hash FROM revision
            JOIN article ON article.id = revision.article
            WHERE article.id = ?
                AND (revision.first_seen <= article.read_moment OR revision.first_seen = article.first_seen)
            """)
        for member in members where member.copy.reading == .read {
            seen += try texts.all(member.row) { row in
                StoryReading.SeenText(contentHash: try row.contentHash(0), bodyHash: try row.contentHash(1))
            }
        }
        lazy var rule = Result { try ReturnRule(transaction: transaction).current }
        lazy var known = Result { try novelty(beyond: seen) }
        return try StoryReading.state(of: members.map(\.copy), seen: seen) { copy in
            switch try rule.get() {
            case .newParagraph: try hasNewParagraph(copy, beyond: try known.get())
            case .anyChange: true
            case .never: false
            }
        }
    }

    /// A body that has not come yet cannot be judged; the story is worked out again when it comes. Nor can any, once all
    /// that was read is dropped for age.
    private func hasNewParagraph(_ copy: StoryReading.Copy, beyond known: Novelty?) throws -> Bool {
        guard let known, let text = try BodyTable(transaction: transaction).text(copy.bodyHash) else { return false }
        return !known.newParagraphs(of: text).isEmpty
    }

    /// `nil` if none of the texts is here.
    private func novelty(beyond seen: [StoryReading.SeenText]) throws -> Novelty? {
        let bodies = BodyTable(transaction: transaction)
        let texts = try Set(seen.map(\.bodyHash)).compactMap { try bodies.text($0) }
        guard !texts.isEmpty else { return nil }
        var novelty = Novelty()
        for text in texts { novelty.know(text) }
        return novelty
    }
}
