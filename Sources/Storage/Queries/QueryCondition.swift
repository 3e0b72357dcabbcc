import Model
import Querying

/// A query's expression as SQL over the tables `story`, `article` and `revision`, every value a bound parameter.
struct QueryCondition {
    private(set) var sql = ""
    private(set) var values: [any SQLValue] = []

    init(_ expression: Expression) { append(expression) }

    /// Conditions on the story alone can be checked without looking at its copies.
    static func isAboutStoryAlone(_ expression: Expression) -> Bool {
        switch expression {
        case .everything, .copies, .story: true
        case .state(let state): state != .hidden && state != .revised
        case .all(let parts), .any(let parts): parts.allSatisfy(isAboutStoryAlone)
        case .not(let part): isAboutStoryAlone(part)
        default: false
        }
    }

    private mutating func append(_ expression: Expression) {
        switch expression {
        case .everything: sql += "1"
        case .all(let parts): join(parts, "AND")
        case .any(let parts): join(parts, "OR")
        case .not(let part):
            sql += "NOT coalesce("
            append(part)
            sql += ", 0)"
        case .text(let term, let field):
            add("article.revision IN (SELECT rowid FROM search WHERE search MATCH ?)", TextMatch.phrase(term, field))
        case .state(let state): append(state)
        case .hasNote:
            sql += """
                EXISTS (SELECT 1 FROM note WHERE note.article = article.key AND note.text <> ''
                    AND NOT EXISTS (SELECT 1 FROM note_superseded AS s WHERE s.key = note.key))
                """
        case .tag(let pattern):
            let match = pattern.isPrefix ? "substr(tag.tag, 1, length(?)) = ?" : "tag.tag = ?"
            let sql = "EXISTS (SELECT 1 FROM tag WHERE tag.article = article.key AND \(match))"
            pattern.isPrefix ? add(sql, pattern.text, pattern.text) : add(sql, pattern.text)
        case .feed(let part): appendFeed("article.feed", part)
        case .site(let host):
            add("(revision.site = ? OR substr(revision.site, -length(?)) = ?)", host, "." + host, "." + host)
        case .agency(let agency): add("revision.agency = ?", agency.rawValue)
        case .language(let tag):
            add("(revision.language = ? OR substr(revision.language, 1, length(?)) = ?)", tag, tag + "-", tag + "-")
        case .dateline(let part): add("instr(lower(revision.dateline), lower(?)) > 0", part)
        case .firstRun(let part):
            let first = """
                (SELECT other.feed FROM article AS other WHERE other.story = story.id AND NOT other.is_hidden
                    ORDER BY other.time, other.key LIMIT 1)
                """
            appendFeed(first, part)
        case .date(let range):
            sql += "1"
            if let start = range.start { add(" AND article.time >= ?", start) }
            if let end = range.end { add(" AND article.time < ?", end) }
        case .copies(let comparison, let count): add("story.copies \(comparison.rawValue) ?", count)
        case .story(let prefix): appendRange("story.hash", prefix)
        case .id(let prefix):
            sql += "("
            appendRange("article.key", prefix)
            sql += " OR "
            appendRange("story.hash", prefix)
            sql += ")"
        case .since(let number):
            add("article.id IN (SELECT article FROM event WHERE number > ?)", number)
        }
    }

    private mutating func append(_ state: ReadingState) {
        switch state {
        case .unread: add("story.state = ?", StoryState.unread.rawValue)
        case .read: add("story.state = ?", StoryState.read.rawValue)
        case .updated: add("story.state = ?", StoryState.updated.rawValue)
        case .starred: sql += "story.starred"
        case .hidden: sql += "article.is_hidden"
        case .revised: sql += "article.revision_count > 1"
        }
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
        let words =
            "\"" + term.words.split(separator: "\"").joined(separator: "\"\"") + "\"" + (term.isPrefix ? "*" : "")
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
