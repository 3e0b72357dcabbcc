import Model

/// What of a revision can be searched.
struct IndexedText {
    /// Its row.
    var revision: Int64
    var title: String
    var text: CanonicalText
    var authors: [String]
}

/// The full-text index. Rows are only added, by revision; see the schema for why.
struct SearchIndex {
    let transaction: Transaction

    func add(_ text: IndexedText) throws {
        try transaction.statement("INSERT INTO search (rowid, title, body, author) VALUES (?, ?, ?, ?)").run(
            text.revision, text.title.withoutSoftHyphens, text.text.text, text.authors.joined(separator: "\n"))
    }
}
