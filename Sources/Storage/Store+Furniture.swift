/// What is learnt of one site, as the extractor writes it.
package struct SiteCounts: Hashable, Sendable {
    package var site: String
    package var counts: [UInt8]

    package init(site: String, counts: [UInt8]) {
        self.site = site
        self.counts = counts
    }
}

extension Store {
    /// What all sites together may take, in bytes: four hundred of the largest, thousands of usual ones.
    package static let mostFurniture = 64 << 20

    /// What was kept of a site by the same `version`; `nil` if nothing was.
    package func furniture(of site: String, version: Int) throws(StoreError) -> [UInt8]? {
        try read { try FurnitureTable(transaction: $0).counts(of: site, version: version) }
    }

    /// Keeps what is known of sites now, in place of what was; those of long ago make room.
    ///
    /// - Parameter bytes: what all sites together may take.
    package func keep(_ sites: [SiteCounts], version: Int, within bytes: Int = mostFurniture) throws(StoreError) {
        try write { transaction in
            let table = FurnitureTable(transaction: transaction)
            for site in sites { try table.keep(site.counts, of: site.site, version: version) }
            try table.trim(to: bytes)
        }
    }
}
