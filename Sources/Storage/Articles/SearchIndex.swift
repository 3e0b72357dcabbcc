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

    /// Merges as much of what was indexed before as so many new rows make necessary: a little at each transaction, where
    /// FTS5 by itself does it seldom and much at a time (sqlite.org/fts5.html#the_merge_command).
    func merge(after rows: Int) throws {
        try transaction.statement("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(
            rows * Self.pagesPerRow + Self.pages)
    }

    /// A row of two kilobytes takes half a page of the index, and goes through two or three merges of eight segments each.
    private static let pagesPerRow = 1
    /// For a transaction of one row, whose segment takes a page or two.
    private static let pages = 4
}
