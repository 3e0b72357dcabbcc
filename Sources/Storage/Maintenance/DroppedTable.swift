/// Revisions whose bodies were dropped for age; the schema says more.
struct DroppedTable {
    let transaction: Transaction

    /// What went with a body; the raw values are in the schema.
    enum Extent: Int64 {
        case earlierText = 0
        /// The text that is shown: the article stays as a headline.
        case text = 1
        case article = 2
    }

    func add(_ revision: Int64, _ extent: Extent) throws {
        try transaction.statement("INSERT OR REPLACE INTO dropped (revision, extent) VALUES (?, ?)").run(
            revision, extent.rawValue)
    }

    /// `nil` if the body of the revision was not dropped.
    func extent(of revision: Int64) throws -> Extent? {
        try transaction.statement("SELECT extent FROM dropped WHERE revision = ?").first(revision) {
            Extent(rawValue: $0.integer(0)) ?? .earlierText
        }
    }

    /// How many articles were dropped, and how many are headlines now; those that a revision brought back count still.
    func counts() throws -> (articles: Int, headlines: Int) {
        let counts = try transaction.statement("SELECT extent, count(*) FROM dropped GROUP BY extent").all {
            ($0.integer(0), $0.count(1))
        }
        let byExtent = Dictionary(uniqueKeysWithValues: counts)
        return (byExtent[Extent.article.rawValue] ?? 0, byExtent[Extent.text.rawValue] ?? 0)
    }
}
