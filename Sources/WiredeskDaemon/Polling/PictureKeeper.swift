import ArticleExtraction
import Configuration
import Fetching
import Logging
import Model
import Storage

/// Fetches the pictures that a feed's articles show, for offline reading, within each article's budget.
///
/// What is to be fetched stands in the database: what a poll does not get, a later one asks for again.
actor PictureKeeper {
    private let store: Store
    private let fetcher: PoliteFetcher
    private let log: Logger
    private let executor = BlockingExecutor.serial("pictures")

    /// Asked for after one poll of a feed.
    private static let most = 400

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(store: Store, fetcher: PoliteFetcher, log: Logger) {
        self.store = store
        self.fetcher = fetcher
        self.log = log
    }

    func fetch(for plan: FeedPlan, _ requests: FeedRequest) async {
        do {
            var wanted = try store.wantedPictures(of: plan.id, limit: Self.most)[...]
            while let article = wanted.first?.article, !Task.isCancelled {
                let own = wanted.prefix { $0.article == article }
                try await fetch(Array(own), of: article, plan, requests)
                wanted = wanted.dropFirst(own.count)
            }
        } catch {
            log.warning("cannot keep pictures: \(error)", metadata: ["feed": "\(plan.address)"])
        }
    }

    /// The pictures of one article, in order, as many as its budget allows.
    private func fetch(
        _ wanted: [WantedPicture], of article: ArticleID, _ plan: FeedPlan, _ requests: FeedRequest
    ) async throws(StoreError) {
        var left = requests.fetch.imageBudget - (try store.pictures(of: article)).reduce(0) { $0 + $1.bytes }
        var outcomes: [(WantedPicture, PictureOutcome)] = []
        for picture in wanted {
            let outcome = await fetch(picture.address, within: left, plan, requests)
            // An end that is none of the picture's fault.
            if Task.isCancelled, outcome == .failed { break }
            if case .kept(_, let bytes) = outcome { left -= bytes.count }
            outcomes.append((picture, outcome))
        }
        try store.settle(outcomes)
    }

    private func fetch(
        _ address: String, within budget: Int, _ plan: FeedPlan, _ requests: FeedRequest
    ) async -> PictureOutcome {
        guard budget > 0, WebAddress(address)?.isHTTP == true else { return .refused }
        var request = requests.request(derived: address, purpose: .image, for: plan)
        request.limits.decodedBytes = min(request.limits.decodedBytes, budget)
        switch await fetcher.fetch(request) {
        case .answer(.fetched(let body)):
            guard let file = PictureFile(body.bytes), file.isWorthKeeping else { return .refused }
            return .kept(type: file.format.rawValue, bytes: body.bytes)
        case .answer(.notModified), .rulesUnknown: return .failed
        case .answer(.failed(let failure, _)):
            switch failure.failureClass {
            case .gone, .permanent: return .refused
            default: return .failed
            }
        }
    }
}
