import Configuration
import FeedParsing
import Fetching
import Model
import Storage
import WiredeskDaemon

let morning = Timestamp(year: 2026, month: 3, day: 12, hour: 8)

/// Plans, answers and results as the tests need them.
enum Polls {
    static func plan(
        _ name: String = "harbour", poll: PollState = PollState(), interval: Duration? = nil
    ) -> FeedPlan {
        let url = "https://\(name).example/feed"
        let summary = FeedSummary(
            id: FeedID(url: url), url: url, title: name,
            subscription: FeedSubscription(url: url, interval: interval?.components.seconds), poll: poll)
        return FeedPlan(summary, local: nil, refresh: RefreshSettings())
    }

    static func answer(
        _ status: Int, etag: String? = nil, lastModified: String? = nil, cacheControl: String? = nil,
        movedTo target: String? = nil, at moment: Timestamp = morning
    ) -> Answer {
        var headers = ResponseHeaders()
        (headers.etag, headers.lastModified, headers.cacheControl) = (etag, lastModified, cacheControl)
        return Answer(
            status: status, headers: headers, finalURL: "https://harbour.example/feed", permanentTarget: target,
            redirects: target == nil ? 0 : 1, strayed: false, receivedAt: moment,
            timing: FetchTiming(
                queued: .zero, firstByte: .milliseconds(3), total: .milliseconds(5), reusedConnection: false),
            wireBytes: 120, address: "192.0.2.1")
    }

    static func unchanged(_ answer: Answer) -> PollResult {
        PollResult(startedAt: answer.receivedAt, ending: .unchanged("not modified"), answer: answer)
    }

    static func failed(
        _ failure: FailureClass, _ evidence: Connectivity.Evidence? = .reached, at moment: Timestamp = morning
    ) -> PollResult {
        PollResult(
            startedAt: moment, ending: .failed(failure, message: "it failed", evidence: evidence), answer: nil)
    }

    /// A document with an entry for each of `moments`.
    static func brought(_ moments: [Timestamp], _ answer: Answer) throws -> PollResult {
        let items = moments.map { "<item><guid>\($0.milliseconds)</guid><dc:date>\($0.iso8601)</dc:date></item>" }
        let text = "<rss><channel><title>Harbour</title><ttl>90</ttl>\(items.joined())</channel></rss>"
        let feed = try FeedParser.parse(Array(text.utf8))
        return PollResult(
            startedAt: answer.receivedAt,
            ending: .brought(
                FeedOutline(of: feed), [], unchanged: [], bodyHash: ContentHash(of: Array(text.utf8)),
                notes: ["one note"]),
            answer: answer)
    }
}

extension IngestWriter.Work {
    /// What is kept for the next poll.
    var state: PollState {
        switch self {
        case .entries(let ingest): ingest.poll
        case .nothing(_, let poll, _): poll
        }
    }

    var record: FetchOutcome {
        switch self {
        case .entries(let ingest): ingest.outcome
        case .nothing(_, _, let outcome): outcome
        }
    }
}
