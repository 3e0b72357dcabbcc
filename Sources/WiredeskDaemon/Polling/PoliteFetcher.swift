import Fetching
import Model

/// Fetches what a feed or a page names, as far as its site's robots.txt allows, and no faster.
struct PoliteFetcher: Sendable {
    let engine: FetchEngine
    let robots: RobotsCache
    let now: @Sendable () -> Timestamp

    enum Outcome: Sendable {
        case answer(FetchResult)
        /// The site's robots.txt cannot be had, so that nothing was asked for; another time it may be.
        case rulesUnknown(FetchFailure)
    }

    func fetch(_ request: FetchRequest) async -> Outcome {
        var request = request
        if WebAddress(request.url)?.isHTTP == true {
            switch await robots.permission(for: request.url, trust: request.trust, now: now()) {
            case .allowed(let delay): request.spacing = delay ?? .zero
            case .forbidden: return .answer(.failed(.forbiddenByRobots, nil))
            case .unknown(let failure): return .rulesUnknown(failure)
            }
        }
        return .answer(await engine.fetch(request))
    }
}
