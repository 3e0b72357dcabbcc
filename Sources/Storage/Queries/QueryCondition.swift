import Model
import Querying

/// A query's expression as a condition on a row of `story`, every value a bound parameter.
///
/// A term about articles holds for a story if it holds for any of its copies; `and`, `or` and `not` then work on
/// stories. So `-tag:later` leaves out a story of which one copy has the tag.
struct QueryCondition {
    private(set) var sql = ""
    private(set) var values: [any SQLValue] = []
    /// Whether copies that the reader put away count.
    private let includesHidden: Bool

    init(_ expression: Expression) {
        includesHidden = Self.includesHidden(expression)
        append(expression)
        if !includesHidden { sql = "story.copies > 0 AND (\(sql))" }
    }

    /// Put away articles are looked at only by a query that asks for them.
    static func includesHidden(_ expression: Expression) -> Bool { expression.contains { $0 == .state(.hidden) } }

    private mutating func append(_ expression: Expression) {
        switch expression {
        case .everything: sql += "1"
        case .all(let parts): join(parts, "AND")
        case .any(let parts): join(parts, "OR")
        case .not(let part):
            sql += "NOT ("
            append(part)
            sql += ")"
        case .state(let state): append(state)
        case .copies(let comparison, let count): add("story.copies \(comparison.rawValue) ?", count)
        case .story(let prefix): appendRange("story.hash", prefix)
        case .firstRun(let part):
            let first = """
                (SELECT other.feed FROM article AS other WHERE other.story = story.id AND NOT other.is_hidden
                    ORDER BY other.time, other.key LIMIT 1)
                """
            appendFeed(first, part)
        case .id(let prefix):
            sql += "("
            appendRange("story.hash", prefix)
            sql += " OR "
            lookUp { $0.appendRange("article.key", prefix) }
            sql += ")"
        case .text(let term, let field):
            lookUp {
                $0.add(
                    "article.revision IN (SELECT rowid FROM search WHERE search MATCH ?)",
                    TextMatch.phrase(term, field))
            }
        case .hasNote:
            lookUp {
                $0.sql += """
                    article.key IN (SELECT article FROM note WHERE text <> ''
                        AND NOT EXISTS (SELECT 1 FROM note_superseded AS s WHERE s.key = note.key))
                    """
            }
        case .tag(let pattern):
            let match = pattern.isPrefix ? "substr(tag, 1, length(?)) = ?" : "? = tag AND tag = ?"
            lookUp { $0.add("article.key IN (SELECT article FROM tag WHERE \(match))", pattern.text, pattern.text) }
        case .feed(let part): lookUp { $0.appendFeed("article.feed", part) }
        case .since(let number):
            lookUp { $0.add("article.id IN (SELECT article FROM event WHERE number > ?)", number) }
        case .site(let host):
            check {
                $0.add("(revision.site = ? OR substr(revision.site, -length(?)) = ?)", host, "." + host, "." + host)
            }
        case .agency(let agency): check { $0.add("revision.agency = ?", agency.rawValue) }
        case .language(let tag):
            check {
                $0.add(
                    "(revision.language = ? OR substr(revision.language, 1, length(?)) = ?)", tag, tag + "-", tag + "-")
            }
        case .dateline(let part): check { $0.add("instr(lower(revision.dateline), lower(?)) > 0", part) }
        case .date(let range):
            check { condition in
                condition.sql += "1"
                if let start = range.start { condition.add(" AND article.time >= ?", start) }
                if let end = range.end { condition.add(" AND article.time < ?", end) }
            }
        }
    }

    private mutating func append(_ state: ReadingState) {
        switch state {
        case .unread: add("story.state = ?", StoryState.unread.rawValue)
        case .read: add("story.state = ?", StoryState.read.rawValue)
        case .updated: add("story.state = ?", StoryState.updated.rawValue)
        case .starred: sql += "story.starred"
        case .hidden: check { $0.sql += "article.is_hidden" }
        case .revised: check { $0.sql += "article.revision_count > 1" }
        }
    }

    /// A term that few articles satisfy and that an index answers: they are found once, and their stories with them.
    private mutating func lookUp(_ term: (inout QueryCondition) -> Void) {
        sql += "story.id IN (SELECT article.story FROM article WHERE article.story IS NOT NULL"
        sql += includesHidden ? " AND " : " AND NOT article.is_hidden AND "
        term(&self)
        sql += ")"
    }

    /// A term that is checked for the copies of each story that comes up.
    private mutating func check(_ term: (inout QueryCondition) -> Void) {
        sql += "EXISTS (SELECT 1 FROM article JOIN revision ON revision.id = article.revision"
        sql += " WHERE article.story = story.id" + (includesHidden ? " AND " : " AND NOT article.is_hidden AND ")
        term(&self)
        sql += ")"
    }

    private mutating func appendFeed(_ feed: String, _ part: String) {
        add(
            """
            \(feed) IN (SELECT id FROM feed WHERE instr(lower(url), lower(?)) > 0
                OR instr(lower(coalesce(title, published_title, '')), lower(?)) > 0)
            """, part, part)
    }

    private mutating func appendRange(_ column: String, _ prefix: HexPrefix) {
        let range = IDRange(prefix)
        add("\(column) BETWEEN ? AND ?", range.lower, range.upper)
    }

    private mutating func join(_ parts: [Expression], _ word: String) {
        sql += "("
        for (index, part) in parts.enumerated() {
            if index > 0 { sql += " \(word) " }
            append(part)
        }
        sql += ")"
    }

    private mutating func add(_ text: String, _ bound: any SQLValue...) {
        sql += text
        values += bound
    }
}

/// All ids that begin with some digits, as a range of blobs.
struct IDRange {
    let lower: [UInt8]
    /// Longer than any id, so that none is beyond it.
    let upper: [UInt8]

    init(_ prefix: HexPrefix) {
        let isOdd = !prefix.digits.utf8.count.isMultiple(of: 2)
        lower = [UInt8](hex: isOdd ? prefix.digits + "0" : prefix.digits) ?? []
        var last = [UInt8](hex: isOdd ? prefix.digits + "f" : prefix.digits) ?? []
        while last.count <= ContentHash.byteCount { last.append(0xFF) }
        upper = last
    }
}

/// Words as FTS5 understands them (sqlite.org/fts5.html §3): always quoted, so that nothing in them is an operator.
enum TextMatch {
    static func phrase(_ term: TextTerm, _ field: TextField) -> String {
        let parts = term.words.withoutSoftHyphens.split(separator: "\"")
        let words = "\"" + parts.joined(separator: "\"\"") + "\"" + (term.isPrefix ? "*" : "")
        return switch field {
        case .anywhere: words
        case .title: "title : " + words
        case .body: "body : " + words
        case .author: "author : " + words
        }
    }

    /// Any of the terms that a query seeks, for ranking; `nil` if it seeks none.
    static func anyOf(_ expression: Expression) -> String? {
        let terms = expression.soughtTerms
        return terms.isEmpty ? nil : terms.map { "(" + phrase($0.term, $0.field) + ")" }.joined(separator: " OR ")
    }
}
