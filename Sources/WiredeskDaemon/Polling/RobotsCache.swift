import Fetching
import Model

/// What each host allows of its pages to be fetched (RFC 9309), asked once a day.
actor RobotsCache {
    private struct Known {
        var rules: Task<RobotsRules, Never>
        var until: Timestamp
    }

    private let engine: FetchEngine
    private var known: [String: Known] = [:]

    /// RFC 9309 §2.4: "Crawlers SHOULD NOT use the cached version for more than 24 hours".
    private static let lifetime = Duration.seconds(24 * 3600)
    private static let mostHosts = 4096
    /// The name that a robots file would call us by.
    private static let product = "wiredesk"

    init(engine: FetchEngine) { self.engine = engine }

    /// - Parameter request: makes the request for a robots file's URL, under the feed's settings.
    func allows(
        _ page: WebAddress, now: Timestamp, request: @Sendable (_ url: String) -> FetchRequest
    ) async -> Bool {
        guard page.isHTTP else { return true }
        let origin = page.origin
        if let entry = known[origin], entry.until > now { return await entry.rules.value.allows(path: page.path) }
        if known.count >= Self.mostHosts { known = known.filter { $0.value.until > now } }
        if known.count >= Self.mostHosts { known.removeAll() }
        let engine = engine
        let asked = request(origin + "/robots.txt")
        let rules = Task { Self.rules(from: await engine.fetch(asked)) }
        known[origin] = Known(rules: rules, until: now + Self.lifetime)
        return await rules.value.allows(path: page.path)
    }

    private static func rules(from result: FetchResult) -> RobotsRules {
        switch result {
        case .fetched(let body): RobotsRules(parsing: body.bytes, for: product)
        case .notModified: .allowAll
        // RFC 9309 §2.3.1.3: a 4xx means that there are no rules; §2.3.1.4: a 5xx, that nothing may be fetched now.
        case .failed(.status(500..., _), _): .disallowAll
        case .failed: .allowAll
        }
    }
}
