import Changelog
package import Model
import Querying

/// Finds articles and stories by id, and tells all about them.
struct ArticleLookup {
    let transaction: Transaction

    /// Fewer digits name too many things by chance.
    private static let fewestDigits = 6
    private static let candidateLimit = 8

    /// What `text`, an id or at least six digits of its beginning, names.
    func named(_ text: String) throws -> Named {
        guard let prefix = HexPrefix(text) else { throw StoreError.notAnID(text) }
        guard prefix.digits.utf8.count >= Self.fewestDigits else {
            throw StoreError.idTooShort(text, minimum: Self.fewestDigits)
        }
        let range = IDRange(prefix)
        let articles = try transaction.statement(
            """
            SELECT article.key, story.hash FROM article LEFT JOIN story ON story.id = article.story
            WHERE article.key BETWEEN ? AND ? ORDER BY article.key LIMIT ?
            """
        ).all(range.lower, range.upper, Self.candidateLimit) { row in
            Named.article(try row.articleID(0), story: row.isNull(1) ? nil : try row.storyID(1))
        }
        let stories = try transaction.statement(
            """
            SELECT story.hash, article.key FROM story JOIN article ON article.id = story.best
            WHERE story.hash BETWEEN ? AND ? ORDER BY story.hash LIMIT ?
            """
        ).all(range.lower, range.upper, Self.candidateLimit) { row in
            Named.story(try row.storyID(0), best: try row.articleID(1))
        }
        let found = articles + stories
        guard let only = found.first else { throw StoreError.noSuchStory(text) }
        guard found.count == 1 else {
            throw StoreError.ambiguousID(text, candidates: found.map { $0.id.prefix(12).description })
        }
        return only
    }

    func detail(_ id: ArticleID) throws -> ArticleDetail {
        let found = try transaction.statement(
            """
            SELECT article.feed, article.first_seen, article.revision_count, article.reading, article.is_hidden,
                revision.key, register.value, story.hash, coalesce(feed.title, feed.published_title, feed.url),
                coalesce(flag.starred, 0), EXISTS (SELECT 1 FROM dropped WHERE dropped.revision = revision.id)
            FROM article
            JOIN revision ON revision.id = article.revision
            JOIN register ON register.key = revision.key AND register.kind = ?2
            JOIN feed ON feed.id = article.feed
            LEFT JOIN story ON story.id = article.story
            LEFT JOIN flag ON flag.article = article.key
            WHERE article.key = ?1
            """
        ).first(id, Int64(ChangeKind.articleRevision.code)) { row in
            let register = RegisterID(kind: .articleRevision, key: try row.key(5))
            guard case .article(var article)? = try ChangeValue(of: register, bytes: row.bytes(6)) else {
                throw StoreError.corrupt("a revision's register is of another kind")
            }
            article.firstSeen = row.moment(1)
            return ArticleDetail(
                article: article, story: row.isNull(7) ? nil : try row.storyID(7), feedTitle: row.text(8), html: nil,
                isDropped: row.flag(10), revisionCount: row.count(2),
                isRead: row.integer(3) == ArticleReading.read.rawValue, isStarred: row.flag(9), isHidden: row.flag(4),
                tags: [], notes: [])
        }
        guard var detail = found else { throw StoreError.noSuchArticle(id.description) }
        let flags = FlagTables(transaction: transaction)
        detail.tags = try flags.tags(of: id)
        detail.notes = try flags.openNotes(of: id).map(\.text).filter { !$0.isEmpty }
        detail.html = try BodyTable(transaction: transaction).html(detail.article.revision.bodyHash)
        return detail
    }

    /// Earliest first.
    func copies(of story: StoryID, limit: Int) throws -> [CopySummary] {
        try transaction.statement(
            """
            SELECT article.key, feed.url, coalesce(feed.title, feed.published_title, feed.url), revision.title,
                revision.link, revision.agency, revision.dateline, article.time, article.first_seen, revision.length,
                revision.content_hash, revision.body_hash, article.revision_count, article.reading, article.is_hidden,
                article.id = story.best
            FROM story
            JOIN article ON article.story = story.id
            JOIN revision ON revision.id = article.revision
            JOIN feed ON feed.id = article.feed
            WHERE story.hash = ? ORDER BY article.time, article.key LIMIT ?
            """
        ).all(story, limit) { row in
            CopySummary(
                id: try row.articleID(0), feedURL: row.text(1), feedTitle: row.text(2), title: row.text(3),
                link: row.optionalText(4), agency: row.optionalText(5).map { Agency(rawValue: $0) },
                dateline: row.optionalText(6), time: row.moment(7), firstSeen: row.moment(8),
                length: row.optionalInteger(9).map { Int($0) }, contentHash: try row.contentHash(10),
                bodyHash: try row.contentHash(11), revisionCount: row.count(12),
                isRead: row.integer(13) == ArticleReading.read.rawValue, isHidden: row.flag(14), isBest: row.flag(15))
        }
    }

    /// Earliest first.
    func revisions(of article: ArticleID) throws -> [RevisionSummary] {
        try transaction.statement(
            """
            SELECT revision.key, revision.first_seen, revision.title, revision.link, revision.content_hash,
                revision.body_hash, revision.length, revision.id = article.revision
            FROM article JOIN revision ON revision.article = article.id
            WHERE article.key = ? ORDER BY revision.first_seen, revision.key
            """
        ).all(article) { row in
            RevisionSummary(
                key: try row.key(0), firstSeen: row.moment(1), title: row.text(2), link: row.optionalText(3),
                contentHash: try row.contentHash(4), bodyHash: try row.contentHash(5),
                length: row.optionalInteger(6).map { Int($0) }, isCurrent: row.flag(7))
        }
    }
}

extension Named {
    var id: String {
        switch self {
        case .article(let id, _): id.description
        case .story(let id, _): id.description
        }
    }

    /// An article that stands for it: itself, or the story's best copy.
    package var article: ArticleID {
        switch self {
        case .article(let id, _): id
        case .story(_, let best): best
        }
    }

    /// The story it is or belongs to.
    package var story: StoryID? {
        switch self {
        case .article(_, let story): story
        case .story(let id, _): id
        }
    }
}
