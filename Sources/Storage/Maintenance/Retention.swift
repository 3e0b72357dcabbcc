package import Model

/// From which moments on things are kept; `nil` keeps them forever.
package struct AgeLimits: Hashable, Sendable {
    package var articles: Timestamp?
    package var bodies: Timestamp?

    package init(articles: Timestamp? = nil, bodies: Timestamp? = nil) {
        self.articles = articles
        self.bodies = bodies
    }

    /// Bodies of articles that were first seen before this would be dropped at once.
    package var oldestBody: Timestamp { max(articles ?? Self.always, bodies ?? Self.always) }

    private static let always = Timestamp(milliseconds: .min)
}

/// What one step of dropping did.
package struct RetentionStep: Hashable, Sendable {
    /// Articles that went.
    package var articles = 0
    /// Articles that lost their text and stay as headlines.
    package var headlines = 0
    /// The story after which the next step goes on; `nil` if all have been looked at.
    package let next: Int64?
}

/// Drops what is older than the reader wants to keep, inside one write transaction.
///
/// A story is looked at as a whole, by the last time that a copy or revision was seen: one that still gains something
/// loses nothing. Registers stay, for the log is the state; so do the rows by which an entry is known again.
struct Retention {
    let transaction: Transaction
    let limits: AgeLimits

    private enum Fate {
        case stays
        case losesBodies
        case goes
    }

    /// Stories after `story`, by row, that are old as far as their own rows tell, at most `limit`.
    func candidates(after story: Int64, limit: Int) throws -> [Int64] {
        try transaction.statement("SELECT id FROM story WHERE id > ? AND latest < ? ORDER BY id LIMIT ?").all(
            story, limits.oldestBody, limit
        ) { $0.integer(0) }
    }

    /// Whether a story has anything to lose.
    func concerns(_ story: Int64) throws -> Bool { try fate(of: story) != .stays }

    /// Drops what a story has to lose. Articles that go are taken out of it by `folding`, which the caller finishes.
    func apply(to story: Int64, _ folding: inout FoldingWork, _ step: inout RetentionStep) throws {
        let members = try members(of: story)
        switch try fate(of: story) {
        case .stays: break
        case .losesBodies:
            try dropBodies(of: story, .text)
            step.headlines += members.count
        case .goes:
            try dropBodies(of: story, .article)
            let leave = try transaction.statement("UPDATE article SET story = NULL WHERE id = ?")
            for member in members {
                try folding.remove(member.id)
                try leave.run(member.row)
            }
            step.articles += members.count
        }
    }

    private func fate(of story: Int64) throws -> Fate {
        guard let latest = try latestSight(of: story), try !isMarked(story) else { return .stays }
        if let oldest = limits.articles, latest < oldest { return .goes }
        guard let oldest = limits.bodies, latest < oldest else { return .stays }
        return try revisions(of: story).allSatisfy(\.isDropped) ? .stays : .losesBodies
    }

    /// Of any revision of any copy, hidden ones too.
    private func latestSight(of story: Int64) throws -> Timestamp? {
        try transaction.statement(
            """
            SELECT max(revision.first_seen) FROM article JOIN revision ON revision.article = article.id
            WHERE article.story = ?
            """
        ).first(story) { $0.optionalMoment(0) } ?? nil
    }

    private func isMarked(_ story: Int64) throws -> Bool {
        let flags = FlagTables(transaction: transaction)
        return try members(of: story).contains { try flags.isMarked($0.id) }
    }

    private func members(of story: Int64) throws -> [(row: Int64, id: ArticleID)] {
        try transaction.statement("SELECT id, key FROM article WHERE story = ?").all(story) {
            ($0.integer(0), try $0.articleID(1))
        }
    }

    private struct StoredRevision {
        var row: Int64
        var body: ContentHash
        var isCurrent: Bool
        var isDropped: Bool
    }

    private func revisions(of story: Int64) throws -> [StoredRevision] {
        try transaction.statement(
            """
            SELECT revision.id, body_hash, revision.id = article.revision,
                EXISTS (SELECT 1 FROM dropped WHERE dropped.revision = revision.id)
            FROM article JOIN revision ON revision.article = article.id WHERE story = ?
            """
        ).all(story) {
            StoredRevision(
                row: $0.integer(0), body: try $0.contentHash(1), isCurrent: $0.flag(2), isDropped: $0.flag(3))
        }
    }

    /// A body that other articles show goes with the last of them.
    private func dropBodies(of story: Int64, _ extent: DroppedTable.Extent) throws {
        let revisions = try revisions(of: story)
        let (dropped, bodies) = (DroppedTable(transaction: transaction), BodyTable(transaction: transaction))
        for revision in revisions { try dropped.add(revision.row, revision.isCurrent ? extent : .earlierText) }
        let keeper = try transaction.statement(
            """
            SELECT 1 FROM revision
            WHERE body_hash = ? AND NOT EXISTS (SELECT 1 FROM dropped WHERE dropped.revision = revision.id) LIMIT 1
            """)
        for body in Set(revisions.map(\.body)) where try keeper.first(body, read: { _ in true }) == nil {
            try bodies.drop(body)
        }
        try transaction.statement(
            "DELETE FROM article_picture WHERE article IN (SELECT id FROM article WHERE story = ?)"
        ).run(story)
    }
}
