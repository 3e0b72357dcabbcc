import Model

/// The full-text index. Rows are only added, by revision; see the schema for why.
struct SearchIndex {
    let transaction: Transaction

    func add(revision: Int64, title: String, text: CanonicalText, authors: [String]) throws {
        try transaction.statement("INSERT INTO search (rowid, title, body, author) VALUES (?, ?, ?, ?)").run(
            revision, title, text.text, authors.joined(separator: "\n"))
    }
}
