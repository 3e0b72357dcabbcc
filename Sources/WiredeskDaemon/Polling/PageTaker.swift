import ArticleExtraction
import Configuration
import FeedParsing
import Fetching
import Model
import Storage

/// Takes each entry's article: from its page where the feed carries only a teaser, else from the feed.
struct PageTaker: Sendable {
    let fetcher: PoliteFetcher
    let requests: FeedRequest
    let furniture: FurnitureShelf

    /// Pages of one feed that are held in memory at one time, before and while they are learnt from.
    private static let pagesTogether = 16
    /// Entries after which a long feed gives way to others: a multiple of those.
    private static let entriesTogether = 128

    struct Taken: Sendable {
        var entries: [IngestEntry] = []
        var notes: [String] = []
    }

    /// In the order of `entries`.
    func take(_ entries: [ParsedEntry], of feed: ParsedFeed, plan: FeedPlan) async -> Taken {
        var taken = Taken()
        let wantsPages = plan.local?.fullText ?? plan.subscription.fullText ?? requests.fetch.fullText
        for start in stride(from: 0, to: entries.count, by: Self.pagesTogether) {
            if start > 0, start.isMultiple(of: Self.entriesTogether) { await Task.yield() }
            let chunk = Array(entries[start..<min(start + Self.pagesTogether, entries.count)])
            let pages = wantsPages ? await fetchPages(of: chunk, plan: plan) : chunk.map { _ in Fetched.notNeeded }
            for (entry, page) in zip(chunk, pages) {
                let (article, note) = await article(of: entry, from: page, plan: plan)
                taken.entries.append(
                    EntryAssembly.ingestEntry(
                        entry, article: article, feedLanguage: feed.language, keepsPictures: requests.fetch.images))
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

    /// Where none is needed, as of most feeds, nothing is waited for: a poll that gave way to others here would leave them all
    /// with their documents read and none done.
    private func fetchPages(of entries: [ParsedEntry], plan: FeedPlan) async -> [Fetched] {
        var pages = [Fetched](repeating: .notNeeded, count: entries.count)
        let needed = entries.enumerated().compactMap { index, entry in
            address(ofPageFor: entry).map { (index: index, entry: entry, address: $0) }
        }
        guard !needed.isEmpty else { return pages }
        await withTaskGroup(of: (Int, Fetched).self) { group in
            for (index, entry, address) in needed {
                group.addTask { (index, await fetchPage(of: entry, at: address, plan: plan)) }
            }
            for await (index, page) in group { pages[index] = page }
        }
        await furniture.learn(from: pages.compactMap(\.page))
        return pages
    }

    /// `nil` if the feed carries the whole story, or the entry has no page.
    private func address(ofPageFor entry: ParsedEntry) -> (link: String, address: WebAddress)? {
        guard let link = entry.link, let address = WebAddress(link),
            FullTextNeed.decide(content: entry.content, summary: entry.summary, title: entry.title) != .suffices
        else { return nil }
        return (link, address)
    }

    private func fetchPage(
        of entry: ParsedEntry, at page: (link: String, address: WebAddress), plan: FeedPlan
    ) async -> Fetched {
        if page.address.isFile, !LocalPages.allow(page.address, of: plan) {
            return .failed("\(page.link) is outside of the feed's directory")
        }
        return await fetchPage(at: page.address, page.link, hints: EntryAssembly.hints(of: entry), plan: plan)
    }

    private func fetchPage(
        at address: WebAddress, _ link: String, hints: FeedHints, plan: FeedPlan
    ) async -> Fetched {
        var request = requests.request(derived: link, purpose: .page, for: plan)
        if address.isFile { request.trust = .localConfiguration }
        switch await fetcher.fetch(request) {
        case .answer(.fetched(let body)):
            return .page(
                Page(
                    bytes: body.bytes, url: body.answer.finalURL, contentType: body.answer.contentType, hints: hints))
        case .answer(.notModified):
            return .failed("\(link): the server says “not modified” to a request without conditions")
        case .answer(.failed(let failure, _)): return .failed("\(link): \(failure.explanation)")
        case .rulesUnknown(let failure): return .failed("\(link): robots.txt: \(failure.explanation)")
        }
    }

    private func article(
        of entry: ParsedEntry, from fetched: Fetched, plan: FeedPlan
    ) async -> (ExtractedArticle, note: String?) {
        let fromFeed = {
            ArticleExtractor.fromFeed(
                entry.content ?? entry.summary ?? "", url: entry.link, hints: EntryAssembly.hints(of: entry))
        }
        switch fetched {
        case .notNeeded: return (fromFeed(), nil)
        case .failed(let reason): return (fromFeed(), reason)
        case .page(var page):
            page.furniture = await furniture.known(for: page.url)
            do {
                return try await whole(of: page, plan: plan)
            } catch {
                return (fromFeed(), "\(page.url ?? ""): \(error)")
            }
        }
    }

    // MARK: More of the article at other addresses

    /// The article of a page with all pages that continue it; of its AMP or print version where the page gives none.
    /// With a note if the article stays cut.
    private func whole(
        of page: Page, plan: FeedPlan
    ) async throws(ExtractionError) -> (ExtractedArticle, note: String?) {
        let first: ExtractedArticle
        do {
            first = try ArticleExtractor.extract(page)
        } catch {
            guard error.leavesOtherForms, let article = await otherForm(of: page, plan: plan) else { throw error }
            return (article, nil)
        }
        var paged = PagedArticle(first, on: page)
        if let single = first.continuations.singlePage, case .page(let all) = await follow(single, page, plan),
            let article = try? ArticleExtractor.extract(all), paged.isPart(of: article)
        {
            return (article, nil)
        }
        while let next = paged.nextPage {
            switch await follow(next, page, plan) {
            case .page(let more): guard paged.append(more) else { return (paged.article, nil) }
            case .failed(let reason): return (paged.article, "the article goes on, but \(reason)")
            case .notNeeded: return (paged.article, nil)
            }
        }
        return (paged.article, nil)
    }

    private func otherForm(of page: Page, plan: FeedPlan) async -> ExtractedArticle? {
        for address in ArticleExtractor.otherForms(of: page) {
            guard case .page(let other) = await follow(address, page, plan) else { continue }
            if let article = try? ArticleExtractor.extract(other) { return article }
        }
        return nil
    }

    /// Fetches what a page names as more of its article, on the same terms as the page.
    private func follow(_ link: String, _ page: Page, _ plan: FeedPlan) async -> Fetched {
        guard let address = WebAddress(link), address.isHTTP else { return .notNeeded }
        let fetched = await fetchPage(at: address, link, hints: page.hints, plan: plan)
        guard case .page(var more) = fetched else { return fetched }
        more.furniture = page.furniture
        return .page(more)
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
