package import Model

/// The robots.txt of the sites whose pages are fetched: each fetched once a day, kept in memory.
package actor RobotsCache {
    package enum Permission: Hashable, Sendable {
        /// With the time to keep between two pages, for `FetchRequest.spacing`.
        case allowed(crawlDelay: Duration?)
        case forbidden
        /// The file cannot be had at the moment, which forbids everything (RFC 9309 §2.3.1.4); worth asking again later.
        case unknown(FetchFailure)
    }

    /// What a site's robots.txt came to.
    private enum Finding: Sendable {
        case rules(RobotsRules)
        case unavailable(FetchFailure)
    }

    private struct Entry {
        let finding: Task<Finding, Never>
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
        guard let address = WebAddress(url), address.isHTTP else { return .unknown(.badURL) }
        switch await finding(for: address.origin, trust: trust, now: now) {
        case .rules(let rules):
            return rules.allows(path: address.path) ? .allowed(crawlDelay: rules.crawlDelay) : .forbidden
        case .unavailable(let failure): return .unknown(failure)
        }
    }

    private func finding(for origin: String, trust: Trust, now: Timestamp) async -> Finding {
        // One entry for trusted and other askers would let a refusal for one be the answer for both.
        let key = trust == .derived ? origin : origin + " owner"
        if let entry = entries[key], entry.until > now { return await entry.finding.value }
        if entries.count >= Self.mostEntries { dropOldEntries(now) }
        let task = Task { [engine, product] in
            let request = FetchRequest(url: origin + "/robots.txt", purpose: .robots, trust: trust)
            return Self.finding(in: await engine.fetch(request), for: product)
        }
        entries[key] = Entry(finding: task, until: now + Self.kept)
        let finding = await task.value
        if case .unavailable = finding { entries[key]?.until = now + Self.keptAfterFailure }
        return finding
    }

    private func dropOldEntries(_ now: Timestamp) {
        entries = entries.filter { $0.value.until > now }
        if entries.count >= Self.mostEntries { entries = [:] }
    }

    /// RFC 9309 §2.3.1: a file that is not there allows everything, one that cannot be had now nothing.
    private static func finding(in result: FetchResult, for product: String) -> Finding {
        switch result {
        case .fetched(let body): .rules(RobotsRules(parsing: body.bytes, for: product))
        case .failed(.status(429, let retryAt), _): .unavailable(.status(429, retryAt: retryAt))
        case .failed(.status(400..<500, _), _), .failed(.gone, _), .failed(.tooManyRedirects, _),
            .failed(.redirectLoop, _), .failed(.redirectWithoutTarget, _):
            .rules(.allowAll)
        case .failed(let failure, _): .unavailable(failure)
        case .notModified: .rules(.allowAll)
        }
    }
}
