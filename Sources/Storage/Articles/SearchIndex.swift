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

    /// Takes note of a segment of the index, which one transaction has added and which is to be merged with others.
    ///
    /// - Parameter bytes: of the texts in it.
    func note(bytes: Int) { transaction.memory.merging.note(bytes: bytes) }

    /// Goes on with merging the index, a little at a time, where FTS5 by itself does it seldom and much
    /// (sqlite.org/fts5.html#the_merge_command). Whether more is to be done now.
    ///
    /// It goes through a word's occurrences without a pause, however many they are, so nothing should wait for it.
    func merge() throws -> Bool {
        guard let pages = transaction.memory.merging.nextStep() else { return false }
        let before = transaction.everChangedRows
        try transaction.statement("INSERT INTO search (search, rank) VALUES ('merge', ?)").run(pages)
        // So it says that no level has enough segments.
        let isDone = transaction.everChangedRows - before < 2
        return transaction.memory.merging.noteStep(pages: pages, isDone: isDone)
    }
}

/// When the full-text index is merged, and how much of it at a time.
///
/// A merge takes all segments of a size, sixteen of them at least. So the longer it is put off, the fewer merges a row goes
/// through, and the more segments a search has to look at. Pure.
struct MergePlan {
    /// Segments that come before a merge is begun. FTS5 would not wait for more than 64.
    static let segmentsTogether = 32
    /// A text takes about as many bytes in the index as it has, and a page has 4096: so a merge has ended when a quarter as
    /// many have come as it takes together, too few for the next.
    private static let bytesPerPage = 1024
    /// One of a single row takes a page or two.
    private static let pagesPerSegment = 4
    /// Each time all segments are opened that are merged: what sixteen of one row each ask for.
    private static let fewestPages = 80
    private static let mostPages = 500

    /// Those that came since a merge began.
    private var segments = 0
    /// Pages to merge, for what has come since the merge began.
    private var pages = 0
    /// What was left undone before a start is not known, so it is tried.
    private var isUnderWay = true

    mutating func note(bytes: Int) {
        guard bytes > 0 else { return }
        segments += 1
        if !isUnderWay, segments >= Self.segmentsTogether {
            isUnderWay = true
            segments = 0
        }
        if isUnderWay { pages += bytes / Self.bytesPerPage + Self.pagesPerSegment }
    }

    /// How many pages are to be merged now; `nil` if none.
    func nextStep() -> Int? {
        let pages = min(pages, Self.mostPages)
        return isUnderWay && pages >= Self.fewestPages ? pages : nil
    }

    /// Takes note of what was merged. Whether there is more to be done now.
    ///
    /// - Parameter isDone: there was nothing to merge any more.
    mutating func noteStep(pages: Int, isDone: Bool) -> Bool {
        self.pages -= pages
        guard isDone else { return nextStep() != nil }
        // What came meanwhile waits for more.
        isUnderWay = false
        self.pages = 0
        return false
    }
}
