import GRDB
import Model

/// Cuts out of a text the piece in which a search found its words.
///
/// The index keeps no text, so the few articles of a page are indexed once more, in memory and by the same tokenizer,
/// and FTS5 marks what it finds there (sqlite.org/fts5.html §5.1.3).
final class Snippets {
    static let open = "\u{2}"
    static let close = "\u{3}"
    private static let words = 24
    /// Of a text; what is beyond is not looked at.
    private static let longestText = 200_000

    private let memory: DatabaseQueue
    private let match: String

    init(match: String) throws {
        self.match = match
        memory = try DatabaseQueue()
        try memory.write { database in
            try database.execute(
                sql: """
                    CREATE VIRTUAL TABLE page USING fts5 (
                        title, body, author, tokenize = 'porter unicode61 remove_diacritics 2')
                    """)
        }
    }

    func add(to stories: inout [StorySummary], _ transaction: Transaction) throws {
        let lookup = try transaction.statement(
            """
            SELECT revision.title, revision.body_hash FROM article JOIN revision ON revision.id = article.revision
            WHERE article.key = ?
            """)
        var texts: [(title: String, text: String)] = []
        for story in stories {
            let found = try lookup.first(story.best) { (title: $0.text(0), body: try $0.contentHash(1)) }
            let text = try found.flatMap { try BodyTable(transaction: transaction).text($0.body) }?.text ?? ""
            texts.append((found?.title ?? "", String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)))
        }
        let snippets = try memory.write { database in
            try database.execute(sql: "DELETE FROM page")
            for (index, text) in texts.enumerated() {
                try database.execute(
                    sql: "INSERT INTO page (rowid, title, body, author) VALUES (?, ?, ?, '')",
                    arguments: [index + 1, text.title, text.text])
            }
            return try GRDB.Row.fetchAll(
                database, sql: "SELECT rowid, snippet(page, 1, ?, ?, '…', ?) FROM page WHERE page MATCH ?",
                arguments: [Self.open, Self.close, Self.words, match])
        }
        for row in snippets {
            let index: Int = row[0]
            if stories.indices.contains(index - 1) { stories[index - 1].snippet = row[1] }
        }
    }
}
