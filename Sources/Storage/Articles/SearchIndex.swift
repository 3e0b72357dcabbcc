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

    /// Takes note of rows that one transaction adds: a segment of the index, that has yet to be merged with others.
    func note(rows: Int) {
        guard rows > 0 else { return }
        transaction.memory.unmergedPages += rows * Self.pagesPerRow + Self.pagesPerSegment
    }

    /// Merges as much of the index as what was added to it makes necessary, a little at a time, where FTS5 by itself does
    /// it seldom and much (sqlite.org/fts5.html#the_merge_command). Whether more is to be done.
    ///
    /// It goes through a word's occurrences without a pause, however many they are, so nothing should wait for it.
    func merge() throws -> Bool {
        let pages = min(transaction.memory.unmergedPages, Self.mostPages)
        guard pages >= Self.fewestPages else { return false }
        transaction.memory.unmergedPages -= pages
        try transaction.statement("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(pages)
        return transaction.memory.unmergedPages >= Self.fewestPages
    }

    /// A row of two kilobytes takes half a page of the index, and goes through two or three merges of sixteen segments each.
    private static let pagesPerRow = 1
    /// One of a single row takes a page or two.
    private static let pagesPerSegment = 4
    /// Each time all segments are opened that are merged: what sixteen of one row each ask for.
    private static let fewestPages = 80
    private static let mostPages = 500
}
