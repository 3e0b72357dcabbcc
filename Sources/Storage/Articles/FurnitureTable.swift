import Model

/// What is learnt of sites, under their names. What the bytes mean is the extractor's own affair.
struct FurnitureTable {
    let transaction: Transaction

    /// `nil` if nothing is known, or if another version of the extractor counted.
    func counts(of site: String, version: Int) throws -> [UInt8]? {
        try transaction.statement("SELECT counts FROM site_furniture WHERE site = ? AND version = ?").first(
            site, version
        ) { $0.bytes(0) }
    }

    func keep(_ counts: [UInt8], of site: String, version: Int) throws {
        try transaction.statement(
            "INSERT OR REPLACE INTO site_furniture (site, learnt, version, counts) VALUES (?, ?, ?, ?)"
        ).run(site, transaction.now, version, counts)
    }

    /// Forgets the sites that were not learnt from for the longest time, until the others have at most `bytes`.
    func trim(to bytes: Int) throws {
        try transaction.statement(
            """
            DELETE FROM site_furniture WHERE site IN (
                SELECT site FROM (
                    SELECT site, sum(length(counts)) OVER (ORDER BY learnt DESC, site) AS total FROM site_furniture
                ) WHERE total > ?
            )
            """
        ).run(bytes)
    }
}
