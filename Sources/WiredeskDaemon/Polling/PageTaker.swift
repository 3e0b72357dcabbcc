import ArticleExtraction
import Configuration
import FeedParsing
import Fetching
import Model
import Storage

/// Takes each entry's article: from its page where the feed carries only a teaser, else from the feed.
struct PageTaker: Sendable {
    let engine: FetchEngine
    let robots: RobotsCache
    let requests: FeedRequest
    let now: @Sendable () -> Timestamp

    /// Pages of one feed that are held in memory at one time, before and while they are learnt from.
    private static let pagesTogether = 16

    struct Taken: Sendable {
        var entries: [IngestEntry] = []
        var notes: [String] = []
    }

    /// In the order of `entries`.
    func take(_ entries: [ParsedEntry], of feed: ParsedFeed, plan: FeedPlan) async -> Taken {
        var taken = Taken()
        let wantsPages = plan.local?.fullText ?? plan.subscription.fullText ?? requests.fetch.fullText
        for start in stride(from: 0, to: entries.count, by: Self.pagesTogether) {
            let chunk = Array(entries[start..<min(start + Self.pagesTogether, entries.count)])
            let pages = wantsPages ? await fetchPages(of: chunk, plan: plan) : chunk.map { _ in Fetched.notNeeded }
            for (entry, page) in zip(chunk, pages) {
                let (article, note) = await article(of: entry, from: page)
                taken.entries.append(
                    EntryAssembly.ingestEntry(entry, article: article, feedLanguage: feed.language))
                if let note { taken.notes.append(note) }
            }
        }
        return taken
    }

    private enum Fetched: Sendable {
        /// The feed carries the whole story, or the entry has no page.
        case notNeeded
        case page(Page)
        case failed(String)

        var page: Page? { if case .page(let page) = self { page } else { nil } }
    }

    private func fetchPages(of entries: [ParsedEntry], plan: FeedPlan) async -> [Fetched] {
        await withTaskGroup(of: (Int, Fetched).self) { group in
            for (index, entry) in entries.enumerated() {
                group.addTask { (index, await fetchPage(of: entry, plan: plan)) }
            }
            var pages = [Fetched](repeating: .notNeeded, count: entries.count)
            for await (index, page) in group { pages[index] = page }
            return pages
        }
    }

    private func fetchPage(of entry: ParsedEntry, plan: FeedPlan) async -> Fetched {
        let hints = EntryAssembly.hints(of: entry)
        guard FullTextNeed(of: hints) == .page, let link = entry.link, let address = WebAddress(link) else {
            return .notNeeded
        }
        var request = requests.request(derived: link, purpose: .page, for: plan)
        if address.isFile {
            guard LocalPages.allow(address, of: plan) else {
                return .failed("\(link) is outside of the feed's directory")
            }
            request.trust = .localConfiguration
        }
        let robotsRequest: @Sendable (String) -> FetchRequest = { url in
            requests.request(derived: url, purpose: .robots, for: plan)
        }
        guard await robots.allows(address, now: now(), request: robotsRequest) else {
            return .failed("\(link): \(FetchFailure.forbiddenByRobots.explanation)")
        }
        switch await engine.fetch(request) {
        case .fetched(let body):
            return .page(
                Page(
                    bytes: body.bytes, url: body.answer.finalURL, contentType: body.answer.contentType, hints: hints,
                    furniture: nil))
        case .notModified: return .failed("\(link): the server says “not modified” to a request without conditions")
        case .failed(let failure, _): return .failed("\(link): \(failure.explanation)")
        }
    }

    private func article(of entry: ParsedEntry, from fetched: Fetched) async -> (ExtractedArticle, note: String?) {
        let fromFeed = { ArticleExtractor.fromFeed(EntryAssembly.hints(of: entry)) }
        switch fetched {
        case .notNeeded: return (fromFeed(), nil)
        case .failed(let reason): return (fromFeed(), reason)
        case .page(let page):
            do {
                return (try ArticleExtractor.extract(page), nil)
            } catch {
                return (fromFeed(), "\(page.url ?? ""): \(error)")
            }
        }
    }
}

/// Pages in files: only those that lie beside, or below, a feed that the local configuration names as a file.
enum LocalPages {
    static func allow(_ page: WebAddress, of plan: FeedPlan) -> Bool {
        guard plan.local != nil, let feed = WebAddress(plan.address), feed.isFile,
            let slash = feed.path.lastIndex(of: "/")
        else { return false }
        let directory = feed.path[...slash]
        return page.path.hasPrefix(directory) && !page.path.contains("/../") && !page.path.lowercased().contains("%2e")
    }
}
