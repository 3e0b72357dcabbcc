package import Model

/// The robots.txt of the sites whose pages are fetched: each fetched once a day, kept in memory.
package actor RobotsCache {
    package struct Permission: Hashable, Sendable {
        package let isAllowed: Bool
        package let crawlDelay: Duration?
    }

    private struct Entry {
        let rules: Task<RobotsRules, Never>
        var until: Timestamp
    }

    private let engine: FetchEngine
    private let product: String
    private var entries: [String: Entry] = [:]

    /// "Crawlers SHOULD NOT use the cached version for more than 24 hours" (RFC 9309 §2.4).
    private static let kept = Duration.seconds(24 * 3600)
    /// For an answer that may soon be another.
    private static let keptAfterFailure = Duration.seconds(15 * 60)
    private static let mostEntries = 2000

    /// `product` is the name that robots.txt files know us by.
    package init(engine: FetchEngine, product: String) {
        self.engine = engine
        self.product = product
    }

    /// Whether the page at `url` may be fetched. The first question to a site waits for its robots.txt, which is fetched
    /// with the same `trust` as the page will be.
    package func permission(for url: String, trust: Trust, now: Timestamp) async -> Permission {
        guard let address = WebAddress(url), address.isHTTP else {
            return Permission(isAllowed: false, crawlDelay: nil)
        }
        let rules = await rules(of: address.origin, trust: trust, now: now)
        return Permission(isAllowed: rules.allows(path: address.path), crawlDelay: rules.crawlDelay)
    }

    private func rules(of origin: String, trust: Trust, now: Timestamp) async -> RobotsRules {
        // One file for trusted and other askers would let a refusal for one be the answer for both.
        let key = trust == .derived ? origin : origin + " owner"
        if let entry = entries[key], entry.until > now { return await entry.rules.value }
        if entries.count >= Self.mostEntries { dropOldEntries(now) }
        let task = Task { [engine] in
            await engine.fetch(FetchRequest(url: origin + "/robots.txt", purpose: .robots, trust: trust))
        }
        let rules = Task { [product] in Self.rules(from: await task.value, for: product) }
        entries[key] = Entry(rules: rules, until: now + Self.kept)
        if await Self.mayChangeSoon(task.value) { entries[key]?.until = now + Self.keptAfterFailure }
        return await rules.value
    }

    private func dropOldEntries(_ now: Timestamp) {
        entries = entries.filter { $0.value.until > now }
        if entries.count >= Self.mostEntries { entries = [:] }
    }

    /// RFC 9309 §2.3.1: a file that is not there allows everything, one that cannot be had now allows nothing.
    private static func rules(from result: FetchResult, for product: String) -> RobotsRules {
        switch result {
        case .fetched(let body): RobotsRules(parsing: body.bytes, for: product)
        case .failed(.gone, _): .allowAll
        case .failed(.status(let status, _), _) where (400..<500).contains(status) && status != 429: .allowAll
        case .failed(.tooManyRedirects, _), .failed(.redirectLoop, _), .failed(.redirectWithoutTarget, _): .allowAll
        case .failed, .notModified: .disallowAll
        }
    }

    private static func mayChangeSoon(_ result: FetchResult) -> Bool {
        guard case .failed(let failure, _) = result else { return false }
        return failure.failureClass != .permanent && failure.failureClass != .gone
    }
}
