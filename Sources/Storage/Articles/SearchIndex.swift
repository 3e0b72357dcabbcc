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
    /// Segments that come while what waited is merged, large or small: too few for the next merge. Where merged ones are
    /// merged in turn, which are larger than anybody has counted, it goes eight times as fast each time so many have come.
    static let segmentsMeanwhile = 8
    /// A text takes about as many bytes in the index as it has.
    private static let bytesPerPage = 4096
    private static let pagesPerSegment = 2
    /// Each time all segments are opened that are merged.
    private static let fewestPages = 80
    private static let mostPages = 500

    /// Those that came since a merge began, and what they take.
    private var segments = 0
    private var waiting = 0
    /// Pages to merge for each segment that comes; `nil` while none is merged. What was left undone before a start is not
    /// known, so it is tried.
    private var pace: Int? = mostPages
    /// Pages to merge now.
    private var due = 0

    mutating func note(bytes: Int) {
        guard bytes > 0 else { return }
        segments += 1
        waiting += bytes / Self.bytesPerPage + Self.pagesPerSegment
        if pace == nil, segments >= Self.segmentsTogether {
            pace = max(waiting / Self.segmentsMeanwhile, Self.fewestPages)
            (segments, waiting) = (0, 0)
        }
        if let pace { due += pace << min(3 * (segments / Self.segmentsMeanwhile), 30) }
    }

    /// How many pages are to be merged now; `nil` if none.
    func nextStep() -> Int? { due > 0 ? min(max(due, Self.fewestPages), Self.mostPages) : nil }

    /// Takes note of what was merged. Whether there is more to be done now.
    ///
    /// - Parameter isDone: there was nothing to merge any more.
    mutating func noteStep(pages: Int, isDone: Bool) -> Bool {
        due -= min(due, pages)
        if isDone { (pace, due) = (nil, 0) }
        return due > 0
    }
}
