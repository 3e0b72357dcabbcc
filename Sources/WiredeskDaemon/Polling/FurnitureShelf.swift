import ArticleExtraction
import Fetching
import Logging
import Storage

/// What is known of each site's furniture: blocks that repeat across its pages.
///
/// Learnt from the pages that pass by. The sites of late are in memory, the others in the database, where all of them
/// are put once nothing is being polled: what a crash takes is learnt again. What is stored of an article never changes
/// by it.
actor FurnitureShelf {
    /// In memory at one time: as many as polls run, 200 KB each at most.
    private static let mostSites = 64

    private struct Known {
        var furniture: SiteFurniture
        var isSaved: Bool
    }

    private let store: Store
    private let log: Logger
    private let executor = BlockingExecutor.serial("furniture")
    private var sites: [String: Known] = [:]
    /// Sites in the order in which they were last asked for.
    private var order: [String] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(store: Store, log: Logger) {
        self.store = store
        self.log = log
    }

    /// Learns from pages before any of them is taken apart, so that the first of a site gains from the others.
    nonisolated func learn(from pages: [Page]) async {
        let texts = pages.compactMap { page in
            Self.site(of: page.url).map { (site: $0, texts: SiteFurniture.PageTexts(page)) }
        }
        if !texts.isEmpty { await learn(texts) }
    }

    private func learn(_ pages: [(site: String, texts: SiteFurniture.PageTexts)]) {
        for (site, texts) in pages {
            fetch(site)
            sites[site]?.furniture.learn(texts)
            sites[site]?.isSaved = false
        }
        makeRoom()
    }

    func known(for url: String?) -> SiteFurniture? {
        guard let site = Self.site(of: url) else { return nil }
        fetch(site)
        defer { makeRoom() }
        return sites[site]?.furniture
    }

    /// Puts what was learnt since the last time into the database.
    func save() { save(Array(sites.keys)) }

    private func save(_ names: [String]) {
        let unsaved = names.filter { sites[$0]?.isSaved == false }.sorted()
        guard !unsaved.isEmpty else { return }
        do {
            try store.keep(
                unsaved.map { SiteCounts(site: $0, counts: sites[$0]?.furniture.encoded ?? []) },
                version: SiteFurniture.version)
            for site in unsaved { sites[site]?.isSaved = true }
        } catch {
            log.warning("cannot keep what was learnt of sites: \(error)")
        }
    }

    /// Brings a site into memory, as it was kept or as one of which nothing is known.
    private func fetch(_ site: String) {
        order.removeAll { $0 == site }
        order.append(site)
        guard sites[site] == nil else { return }
        let kept = try? store.furniture(of: site, version: SiteFurniture.version)
        let furniture = kept.flatMap { SiteFurniture(encoded: $0) } ?? SiteFurniture()
        sites[site] = Known(furniture: furniture, isSaved: true)
    }

    private func makeRoom() {
        let excess = order.count - Self.mostSites
        guard excess > 0 else { return }
        save(Array(order.prefix(excess)))
        for site in order.prefix(excess) { sites[site] = nil }
        order.removeFirst(excess)
    }

    /// The host; for a page in a file its directory, as a site of files has no host.
    private static func site(of url: String?) -> String? {
        guard let url, let address = WebAddress(url) else { return nil }
        guard address.isFile, let slash = address.path.lastIndex(of: "/") else { return address.authority }
        return "file:" + address.path[..<slash]
    }
}
