import Model
import Querying

/// Finds the stories that a query asks for.
struct StoryList {
    let transaction: Transaction

    private static let columns = """
        story.hash, best.key, shown.title, shown.link, coalesce(feed.title, feed.published_title, feed.url),
        story.agency, shown.dateline, shown.language, story.copies, story.time, story.first_seen, story.latest,
        story.state, story.starred,
        EXISTS (
            SELECT 1 FROM note JOIN article ON article.key = note.article
            WHERE article.story = story.id AND note.text <> ''
                AND NOT EXISTS (SELECT 1 FROM note_superseded AS s WHERE s.key = note.key)
        )
        """
    private static let joins = """
        JOIN article AS best ON best.id = story.best
        JOIN revision AS shown ON shown.id = best.revision
        JOIN feed ON feed.id = best.feed
        """

    func page(_ query: Query, order: StoryOrder, after cursor: PageCursor?, limit: Int) throws -> StoryPage {
        let match = order == .relevance ? TextMatch.anyOf(query.expression) : nil
        var page =
            if let match {
                try byRelevance(query.expression, match: match, after: cursor, limit: limit)
            } else {
                try byTime(query.expression, isDescending: order != .oldestFirst, after: cursor, limit: limit)
            }
        try addLists(to: &page.stories)
        return page
    }

    /// One story; `nil` if there is none of this id.
    func summary(of id: StoryID) throws -> StorySummary? {
        var stories = try transaction.statement(
            composed: "SELECT \(Self.columns) FROM story \(Self.joins) WHERE story.hash = ?"
        ).all(binding: [id]) { try Self.summary($0) }
        try addLists(to: &stories)
        return stories.first
    }

    private func addLists(to stories: inout [StorySummary]) throws {
        let tags = try transaction.statement(
            """
            SELECT DISTINCT tag.tag FROM story JOIN article ON article.story = story.id
            JOIN tag ON tag.article = article.key WHERE story.hash = ? ORDER BY tag.tag
            """)
        let feeds = try transaction.statement(
            """
            SELECT coalesce(feed.title, feed.published_title, feed.url) AS name
            FROM story JOIN article ON article.story = story.id JOIN feed ON feed.id = article.feed
            WHERE story.hash = ? AND NOT article.is_hidden GROUP BY feed.id ORDER BY min(article.time), name LIMIT 10
            """)
        for index in stories.indices {
            stories[index].tags = try tags.all(stories[index].id) { $0.text(0) }
            stories[index].feeds = try feeds.all(stories[index].id) { $0.text(0) }
        }
    }

    /// How many stories a query finds.
    func count(_ query: Query) throws -> Int {
        let filter = QueryCondition(query.expression)
        return try transaction.statement(composed: "SELECT count(*) FROM story WHERE \(filter.sql)")
            .all(binding: filter.values) { $0.count(0) }.first ?? 0
    }

    /// The rows of all stories that a query finds, at most `limit`.
    func rows(_ query: Query, limit: Int) throws -> [Int64] {
        let filter = QueryCondition(query.expression)
        return try transaction.statement(
            composed: "SELECT story.id FROM story WHERE \(filter.sql) ORDER BY story.time, story.hash LIMIT ?"
        ).all(binding: filter.values + [limit]) { $0.integer(0) }
    }

    private func byTime(
        _ expression: Expression, isDescending: Bool, after cursor: PageCursor?, limit: Int
    ) throws -> StoryPage {
        let filter = QueryCondition(expression)
        var values = filter.values
        var sql = "SELECT \(Self.columns) FROM story \(Self.joins) WHERE \(filter.sql)"
        if let cursor {
            sql += " AND (story.time, story.hash) \(isDescending ? "<" : ">") (?, ?)"
            values += [cursor.time, cursor.story]
        }
        let direction = isDescending ? "DESC" : "ASC"
        sql += " ORDER BY story.time \(direction), story.hash \(direction) LIMIT ?"
        values.append(limit + 1)
        var stories = try transaction.statement(composed: sql).all(binding: values) { try Self.summary($0) }
        guard stories.count > limit else { return StoryPage(stories: stories, next: nil) }
        stories.removeLast()
        return StoryPage(
            stories: stories,
            next: stories.last.map { PageCursor(time: $0.time, story: $0.id, offset: 0) })
    }

    /// By the best bm25 of a copy, a word in the title counting four times and one in the authors twice.
    private func byRelevance(
        _ expression: Expression, match: String, after cursor: PageCursor?, limit: Int
    ) throws -> StoryPage {
        let condition = QueryCondition(expression)
        let visible = QueryCondition.includesHidden(expression) ? "1" : "NOT article.is_hidden"
        let offset = cursor?.offset ?? 0
        let sql = """
            WITH hit AS MATERIALIZED (
                SELECT rowid AS revision, bm25(search, 4.0, 1.0, 2.0) AS rank FROM search WHERE search MATCH ?
            ), found AS (
                SELECT article.story AS story, min(hit.rank) AS rank
                FROM hit
                JOIN revision ON revision.id = hit.revision
                JOIN article ON article.id = revision.article AND article.revision = revision.id
                JOIN story ON story.id = article.story
                WHERE \(visible) AND \(condition.sql)
                GROUP BY article.story ORDER BY rank, story.hash LIMIT ? OFFSET ?
            )
            SELECT \(Self.columns) FROM found JOIN story ON story.id = found.story \(Self.joins)
            ORDER BY found.rank, story.hash
            """
        let values: [any SQLValue] = [match] + condition.values + [limit + 1, offset]
        var stories = try transaction.statement(composed: sql).all(binding: values) { try Self.summary($0) }
        guard stories.count > limit else { return StoryPage(stories: stories, next: nil) }
        stories.removeLast()
        return StoryPage(
            stories: stories,
            next: stories.last.map { PageCursor(time: $0.time, story: $0.id, offset: offset + limit) })
    }

    private static func summary(_ row: Row) throws -> StorySummary {
        StorySummary(
            id: try row.storyID(0), best: try row.articleID(1), title: row.text(2), link: row.optionalText(3),
            feedTitle: row.text(4), agency: row.optionalText(5).map { Agency(rawValue: $0) },
            dateline: row.optionalText(6), language: row.optionalText(7), copies: row.count(8), time: row.moment(9),
            firstSeen: row.moment(10), latest: row.moment(11),
            state: StoryState(rawValue: row.integer(12)) ?? .unread, isStarred: row.flag(13),
            hasNote: row.flag(14))
    }
}
