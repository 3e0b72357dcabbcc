import ArticleExtraction
import Configuration
import FeedParsing
package import Fetching
import Logging
package import Model
package import Storage

/// Polls one feed: fetch, parse, take the articles of what is new. It decides nothing about when, and stores nothing.
struct FeedPoller: Sendable {
    let engine: FetchEngine
    let requests: FeedRequest
    let pages: PageTaker
    let pictures: PictureKeeper
    let now: @Sendable () -> Timestamp

    func poll(_ plan: FeedPlan) async -> PollResult {
        let started = now()
        let request: FetchRequest
        do {
            request = try requests.request(for: plan)
        } catch {
            return PollResult(
                startedAt: started, ending: .failed(.permanent, message: error.description, evidence: nil), answer: nil)
        }
        switch await engine.fetch(request) {
        case .notModified(let answer):
            return PollResult(startedAt: started, ending: .unchanged("not modified"), answer: answer)
        case .failed(let failure, let answer):
            return PollResult(
                startedAt: started,
                ending: .failed(
                    failure.failureClass, message: failure.explanation, evidence: failure.evidence), answer: answer)
        case .fetched(let body):
            return await result(of: body, plan: plan, started: started)
        }
    }

    /// Fetches pictures of the feed's articles that are not here yet, if pictures are wanted at all.
    func fetchPictures(for plan: FeedPlan) async {
        if requests.fetch.images { await pictures.fetch(for: plan, requests) }
    }

    private func result(of body: consuming FetchedBody, plan: FeedPlan, started: Timestamp) async -> PollResult {
        let answer = body.answer
        let hash = ContentHash(of: body.bytes)
        guard hash != plan.poll.bodyHash else {
            return PollResult(startedAt: started, ending: .unchanged("the same document as before"), answer: answer)
        }
        let feed: ParsedFeed
        do {
            feed = try FeedParser.parse(body.bytes, contentType: answer.contentType, url: answer.finalURL)
        } catch {
            // A portal or a parked domain may stand in the feed's place for a while.
            let failure = answer.webPageFailure.failureClass
            return PollResult(
                startedAt: started, ending: .failed(failure, message: error.description, evidence: .reached),
                answer: answer)
        }
        let before = plan.memory.listing
        let (same, fresh) = feed.entries.reduce(into: ([ParsedEntry](), [ParsedEntry]())) { parts, entry in
            if before.contains(entry) { parts.0.append(entry) } else { parts.1.append(entry) }
        }
        let taken = await pages.take(fresh, of: feed, plan: plan)
        let unchanged = same.map { UnchangedEntry(entryID: EntryAssembly.entryID(of: $0), link: $0.link) }
        return PollResult(
            startedAt: started,
            ending: .brought(
                FeedOutline(of: feed), taken.entries, unchanged: unchanged, bodyHash: hash, notes: taken.notes),
            answer: answer)
    }
}

/// How a poll went, before it is judged and stored.
package struct PollResult: Sendable {
    package enum Ending: Sendable {
        /// - notes: what could not be taken from pages, a line each.
        case brought(
            FeedOutline, [IngestEntry], unchanged: [UnchangedEntry], bodyHash: ContentHash, notes: [String])
        case unchanged(String)
        /// - evidence: what it shows of the network.
        case failed(FailureClass, message: String, evidence: Connectivity.Evidence?)
    }

    package let startedAt: Timestamp
    package let ending: Ending
    package let answer: Answer?

    package init(startedAt: Timestamp, ending: Ending, answer: Answer?) {
        self.startedAt = startedAt
        self.ending = ending
        self.answer = answer
    }
}
