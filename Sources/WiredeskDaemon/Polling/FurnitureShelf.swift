import ArticleExtraction
import Fetching

/// What is known of each site's furniture: blocks that repeat across its pages.
///
/// Learnt from the pages that pass by, kept in memory, bounded. After a restart it is learnt anew; what is stored of
/// an article never changes by it.
actor FurnitureShelf {
    private static let mostSites = 2000

    private var sites: [String: SiteFurniture] = [:]
    /// Sites in the order in which they were last learnt from.
    private var order: [String] = []

    /// Learns from pages before any of them is taken apart, so that the first of a site gains from the others.
    func learn(from pages: [Page]) {
        for page in pages {
            guard let site = Self.site(of: page.url) else { continue }
            sites[site, default: SiteFurniture()].learn(SiteFurniture.PageTexts(page))
            order.removeAll { $0 == site }
            order.append(site)
        }
        while order.count > Self.mostSites { sites[order.removeFirst()] = nil }
    }

    func known(for url: String?) -> SiteFurniture? { Self.site(of: url).flatMap { sites[$0] } }

    /// The host; for a page in a file its directory, as a site of files has no host.
    private static func site(of url: String?) -> String? {
        guard let url, let address = WebAddress(url) else { return nil }
        guard address.isFile, let slash = address.path.lastIndex(of: "/") else { return address.authority }
        return "file:" + address.path[..<slash]
    }
}
