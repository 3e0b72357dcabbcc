import Configuration
import ControlProtocol
import FeedParsing
import Fetching
import Model
import Storage

extension ControlAPI {
    func feeds(_ parameters: FeedsParameters) throws -> [ControlProtocol.FeedSummary] {
        try store.feeds()
            .filter { feed in parameters.tag.map { core.isFiled(feed, under: $0) } ?? true }
            .map(summary)
            .filter { !parameters.failing || $0.health == .failing || $0.health == .gone }
    }

    func feedWhy(_ parameters: FeedParameters) async throws -> FeedExplanation {
        let feed = try subscribed(parameters.feed)
        var reasons = [feed.poll.reason ?? "it has not been polled yet"]
        if let plan = await core.scheduler.plan(of: feed.id) {
            let memory = plan.memory
            if let candidate = memory.redirects.candidate {
                reasons.append(
                    "the server says it moved to \(candidate.target): \(candidate.answers) of "
                        + "\(RedirectMemory.answersNeeded) answers that are needed before that is believed")
            }
            if !plan.validators.isEmpty { reasons.append("it is asked only for what is new (ETag, Last-Modified)") }
            if memory.redirects.formerAddresses.last != nil { reasons.append("it has moved here from another address") }
        }
        return FeedExplanation(
            feed: summary(feed), reasons: reasons, history: try store.outcomes(of: feed.id).map(Self.record))
    }

    /// Fetches a feed as its polls do, or what is at an address, and keeps nothing.
    func feedTest(_ parameters: FeedParameters) async throws -> FeedPreview {
        let name = parameters.feed
        do {
            let feed = try subscribed(name)
            guard let plan = await core.scheduler.plan(of: feed.id) else {
                return try await preview(of: feed.address ?? feed.url)
            }
            return try await preview(of: core.request(for: plan))
        } catch StoreError.noSuchFeed where name.utf8.contains(where: { ".:/".utf8.contains($0) }) {
            return try await preview(of: name)
        }
    }

    /// Fetches what is at an address, and keeps nothing.
    func preview(of address: String) async throws -> FeedPreview {
        var request = FetchRequest(url: try Self.absolute(address), purpose: .feed, trust: .owner)
        request.userAgent = core.settings.fetch.userAgent
        return try await preview(of: request)
    }

    private func preview(of request: FetchRequest) async throws -> FeedPreview {
        let url = request.url
        let started = core.now
        let body: FetchedBody
        switch await core.engine.fetch(request) {
        case .fetched(let fetched): body = fetched
        case .notModified: throw ControlError(.failed, "\(url): the server says “not modified” to a first request")
        case .failed(let failure, _): throw ControlError(.failed, "\(url): \(failure.explanation)")
        }
        let answer = body.answer
        let record = FetchRecord(
            at: started, status: answer.status, summary: "\(body.bytes.count) bytes", bytes: answer.wireBytes,
            milliseconds: Int(clamping: answer.timing.total.milliseconds))
        do throws(FeedParsingError) {
            let feed = try FeedParser.parse(body.bytes, contentType: answer.contentType, url: answer.finalURL)
            return FeedPreview(
                url: answer.finalURL, title: feed.title ?? answer.finalURL, format: "\(feed.format)", fetch: record,
                entries: feed.entries.prefix(20).map {
                    FeedPreview.Entry(title: $0.title ?? "(no title)", link: $0.link, published: $0.published)
                }, entryCount: feed.entries.count,
                faults: feed.faults.prefix(20).map { "line \($0.line), column \($0.column): \($0.message)" })
        } catch {
            let found = FeedDiscovery.candidates(
                in: body.bytes, url: answer.finalURL, contentType: answer.contentType)
            guard !found.isEmpty else { throw ControlError(.failed, "\(url): \(error)") }
            return FeedPreview(
                url: answer.finalURL, title: answer.finalURL, format: "an HTML page", fetch: record, entries: [],
                entryCount: 0,
                alternatives: found.map {
                    FeedReference(id: FeedID(url: $0.url).description, title: $0.title ?? $0.url, url: $0.url)
                })
        }
    }

    func feedAdd(_ parameters: FeedAddParameters) async throws -> FeedAddOutcome {
        let preview = try await feed(behind: parameters.url)
        let summary = "\(preview.title) (\(preview.url))"
        if let known = try store.feeds().first(where: { $0.id == FeedID(url: preview.url) }) {
            return FeedAddOutcome(
                outcome: try await file(
                    known, under: parameters.tags ?? [], known: "already subscribed to \(summary)",
                    dryRun: parameters.dryRun), preview: preview)
        }
        guard !parameters.dryRun else {
            return FeedAddOutcome(
                outcome: ActionOutcome(
                    summary: "would subscribe to \(summary)", matched: 1, changed: 1, dryRun: true), preview: preview)
        }
        try store.subscribe(FeedSubscription(url: preview.url, title: parameters.title, tags: parameters.tags ?? []))
        await core.feedsChanged()
        return FeedAddOutcome(
            outcome: ActionOutcome(summary: "subscribed to \(summary)", matched: 1, changed: 1), preview: preview)
    }

    /// Adds tags to those of a feed that is subscribed to.
    private func file(
        _ feed: Storage.FeedSummary, under tags: [String], known words: String, dryRun: Bool
    ) async throws -> ActionOutcome {
        let present = core.tags(of: feed)
        let new = tags.filter { !present.contains($0) }
        guard !new.isEmpty else { return ActionOutcome(summary: words, matched: 1, changed: 0) }
        guard !feed.isConfigured else {
            throw ControlError(
                .configuration, "\(words), which \(core.configurationFile) names with its tags",
                remedy: "add \(new.joined(separator: ", ")) there, then: wiredesk config reload")
        }
        if !dryRun {
            var subscription = feed.subscription
            subscription.tags = present + new
            try store.subscribe(subscription)
            await core.feedsChanged()
        }
        return ActionOutcome(
            summary: "\(words); \(dryRun ? "would add" : "added") \(new.map { "+" + $0 }.joined(separator: " "))",
            matched: 1, changed: 1, dryRun: dryRun)
    }

    func feedRemove(_ parameters: FeedParameters) async throws -> ActionOutcome {
        let feed = try subscribed(parameters.feed)
        guard !feed.isConfigured else {
            throw ControlError(
                .configuration, "\(feed.title) is named in \(core.configurationFile)",
                remedy: "remove it there, then: wiredesk config reload")
        }
        if !parameters.dryRun {
            try store.unsubscribe(feed.id)
            await core.feedsChanged()
        }
        return ActionOutcome(
            summary:
                "\(parameters.dryRun ? "would end" : "ended") the subscription to \(feed.title); its articles stay",
            matched: 1, changed: 1, dryRun: parameters.dryRun)
    }

    func exportOPML() throws -> OPMLText {
        let feeds = try store.feeds().map { feed in
            OPML.Subscription(url: feed.url, title: feed.title, link: feed.siteURL, tags: core.tags(of: feed))
        }
        let document = OPML(title: "Wiredesk subscriptions", subscriptions: feeds)
        return OPMLText(text: String(decoding: document.written(), as: UTF8.self))
    }

    func importOPML(_ parameters: OPMLImportParameters) async throws -> ActionOutcome {
        let subscriptions = try OPML(reading: Array(parameters.text.utf8)).subscriptions
        let known = Set(try store.feeds().map(\.id))
        let new = subscriptions.filter { !known.contains(FeedID(url: $0.url)) }
        if !parameters.dryRun {
            for feed in new {
                try store.subscribe(FeedSubscription(url: feed.url, title: feed.title, tags: feed.tags))
            }
            if !new.isEmpty { await core.feedsChanged() }
        }
        return ActionOutcome(
            summary: "\(parameters.dryRun ? "would subscribe" : "subscribed") to \(new.count) of "
                + "\(subscriptions.count) feeds; the others were there already",
            matched: subscriptions.count, changed: new.count, dryRun: parameters.dryRun)
    }

    // MARK: -

    /// A feed that is subscribed to, by its address or the beginning of its id.
    func subscribed(_ name: String) throws -> Storage.FeedSummary {
        let feeds = try store.feeds()
        let found = feeds.filter {
            $0.url == name || $0.address == name || $0.id == FeedID(url: name) || $0.title == name
                || (name.utf8.count >= 6 && $0.id.description.hasPrefix(name.lowercased()))
        }
        guard let feed = found.first else { throw StoreError.noSuchFeed(name) }
        guard found.count == 1 else {
            throw ControlError(
                .ambiguous, "“\(name)” names \(found.count) feeds", remedy: "use an address: wiredesk feeds shows them")
        }
        return feed
    }

    func summary(_ feed: Storage.FeedSummary) -> ControlProtocol.FeedSummary {
        let failed = feed.lastOutcome?.failed == true
        let isGone = failed && feed.lastOutcome?.status == 410
        return ControlProtocol.FeedSummary(
            feed: FeedReference(id: feed.id.description, title: feed.title, url: feed.url),
            short: StoryPresentation.short(feed.id.description), tags: core.tags(of: feed),
            health: feed.lastOutcome == nil ? .new : isGone ? .gone : failed ? .failing : .ok,
            problem: failed ? feed.lastOutcome?.message : nil, failures: feed.poll.failures, articles: feed.articles,
            unread: feed.unread, lastFetched: feed.poll.lastAttempt, lastNew: nil,
            nextFetch: feed.poll.nextPoll, intervalSeconds: feed.subscription.interval.map { Int(clamping: $0) },
            isConfigured: feed.isConfigured)
    }

    /// The feed at an address, or the first of those that its page names.
    private func feed(behind address: String) async throws -> FeedPreview {
        let preview = try await preview(of: address)
        guard preview.entryCount == 0, let first = preview.alternatives.first else { return preview }
        var found = try await self.preview(of: first.url)
        found.alternatives = Array(preview.alternatives.dropFirst())
        return found
    }

    private static func absolute(_ address: String) throws -> String {
        let url = address.firstRange(of: "://") == nil ? "https://" + address : address
        guard let parsed = WebAddress(url), parsed.isHTTP else {
            throw ControlError(
                .badParameters, "“\(address)” is no address of a feed",
                remedy: "write http:// or https:// and a host; files are named in the configuration only")
        }
        return url
    }

    private static func record(_ outcome: FetchOutcome) -> FetchRecord {
        FetchRecord(
            at: outcome.time, status: outcome.status == 0 ? nil : outcome.status, summary: outcome.message,
            bytes: outcome.bytes, milliseconds: Int(clamping: outcome.duration.milliseconds))
    }
}
