import Configuration
import ControlProtocol
import Model
import PeerTransport
import Platform
import Querying
import Storage

extension ControlAPI {
    func status() async throws -> StatusReport {
        let activity = await core.scheduler.activity
        let counts = try store.counts()
        let feeds = try store.feeds()
        let failing = feeds.filter { $0.lastOutcome?.failed == true }
        var warnings: [String] = []
        if !failing.isEmpty { warnings.append("\(failing.count) feeds fail: wiredesk feeds --failing") }
        return StatusReport(
            version: Daemon.version, processID: Int(core.processID), started: core.startedAt,
            node: core.settings.peers.name ?? core.hostName, activity: Self.words(activity),
            counts: StatusReport.Counts(
                feeds: feeds.count, failingFeeds: failing.count, articles: counts.articles, stories: counts.stories,
                unread: counts.unread, updated: counts.updated, starred: counts.starred),
            lastRefresh: feeds.compactMap(\.poll.lastAttempt).max(), nextFetch: activity.next,
            refresh: activity.progress.map(Self.progress), configurationFile: core.configurationFile,
            configurationFault: core.configurationFault, database: store.path, databaseBytes: core.databaseBytes,
            residentBytes: HostFacts.residentBytes, retention: retention(counts), warnings: warnings)
    }

    private func retention(_ counts: StoreCounts) -> StatusReport.Retention {
        let storage = core.settings.storage
        return StatusReport.Retention(
            articles: storage.articles.description, bodies: storage.bodies.description,
            droppedArticles: counts.droppedArticles, headlines: counts.headlines)
    }

    func refresh(_ parameters: RefreshParameters, _ reply: ReplyWriter) async throws {
        let feeds = try parameters.feeds.map { try selection($0) }
        let before = try store.counts()
        let outcome = await core.scheduler.refresh(feeds) { reply.event(Self.progress($0)) }
        guard outcome.isComplete else {
            throw ControlError(.unavailable, "the daemon is stopping", remedy: "start it and refresh again")
        }
        let after = try store.counts()
        var failures: [RefreshOutcome.Failure] = []
        for failure in outcome.failures {
            let url = await core.scheduler.plan(of: failure.feed)?.subscription.url
            let feed = FeedReference(id: failure.feed.description, title: failure.title, url: url ?? "")
            failures.append(RefreshOutcome.Failure(feed: feed, problem: failure.problem))
        }
        reply.result(
            RefreshOutcome(
                progress: Self.progress(outcome.progress), newStories: max(0, after.stories - before.stories),
                updatedStories: max(0, after.updated - before.updated),
                failures: failures, milliseconds: Int(clamping: outcome.duration.milliseconds)))
    }

    func watch(_ parameters: WatchParameters, _ reply: ReplyWriter) async throws {
        let range = try store.eventRange()
        var last = parameters.since ?? range.upperBound
        if last < range.lowerBound - 1 || last > range.upperBound {
            reply.event(
                Event(
                    number: range.lowerBound, at: core.now, kind: .gap,
                    text: "events after \(last) are no longer kept: list anew"))
            last = max(0, range.lowerBound - 1)
        }
        let kinds = parameters.kinds.map { Set($0) }
        try await core.events.watching { waker in
            while !Task.isCancelled {
                let events = try store.events(after: last)
                for event in events {
                    last = event.number
                    guard let shown = try self.event(event), kinds?.contains(shown.kind) ?? true else { continue }
                    reply.event(shown)
                }
                if events.isEmpty { await waker.sleep(atMost: .seconds(30)) }
            }
        }
    }

    func rebuild(_ parameters: RebuildParameters, _ reply: ReplyWriter) throws {
        let all = !parameters.stories && !parameters.fingerprints && !parameters.index
        // A story's texts are fingerprinted anew whenever the stories are.
        let stories = all || parameters.stories || parameters.fingerprints
        let wanted: Set<DerivedData> = Set(
            (stories ? [.stories] : []) + (all || parameters.index ? [.search] : []))
        let started = core.time.monotonic
        let report = try store.rebuild(wanted)
        core.events.wake()
        var parts: [ControlProtocol.RebuildReport.Part] = []
        if stories {
            parts.append(
                ControlProtocol.RebuildReport.Part(
                    part: "stories", checked: report.articles, differences: report.differenceCount,
                    details: report.differences.prefix(20).map { difference in
                        let before = difference.before?.description ?? "none"
                        let after = difference.after?.description ?? "none"
                        return "article \(difference.article): story \(before) is now \(after)"
                    }))
        }
        if wanted.contains(.search) {
            parts.append(
                ControlProtocol.RebuildReport.Part(part: "full-text index", checked: report.indexed, differences: 0))
        }
        reply.result(
            ControlProtocol.RebuildReport(
                parts: parts, milliseconds: Int(clamping: (core.time.monotonic - started).milliseconds)))
    }

    func doctor() async throws -> [Finding] {
        var findings = try databaseFindings()
        if let fault = core.configurationFault {
            findings.append(
                Finding(
                    severity: .error, subject: "configuration", message: fault,
                    remedy: "mend it, then: wiredesk config check"))
        } else {
            findings.append(
                Finding(severity: .ok, subject: "configuration", message: "\(core.configurationFile) is in force"))
        }
        findings.append(
            Finding(severity: .ok, subject: "storage", message: retention(try store.counts()).description))
        for feed in try store.feeds() where feed.lastOutcome?.failed == true {
            findings.append(
                Finding(
                    severity: .warning, subject: "feed \(feed.url)", message: feed.lastOutcome?.message ?? "",
                    remedy: "wiredesk feed why \(feed.url)"))
        }
        return findings + (try await peerFindings())
    }

    func complete(_ parameters: CompleteParameters) throws -> [CompletionCandidate] {
        let prefix = parameters.prefix ?? ""
        let candidates: [CompletionCandidate] =
            switch parameters.kind {
            case .feeds: try store.feeds().map { CompletionCandidate(word: $0.url, description: $0.title) }
            case .tags: try store.tags().map { CompletionCandidate(word: $0) }
            case .agencies: try store.agencies().map { CompletionCandidate(word: $0.agency.rawValue) }
            case .stories:
                try store.stories(try query("is:unread or is:updated"), limit: 100).stories.map {
                    CompletionCandidate(word: StoryPresentation.short($0.id.description), description: $0.title)
                }
            case .peers:
                peers.book.peers.map {
                    CompletionCandidate(word: peers.name(of: $0.device), description: $0.device.short)
                }
            }
        return Array(candidates.lazy.filter { $0.word.hasPrefix(prefix) }.prefix(200))
    }

    // MARK: -

    /// Addresses, ids, or tags as `tag:NAME`.
    private func selection(_ names: [String]) throws -> [FeedID] {
        try names.flatMap { name -> [FeedID] in
            guard name.hasPrefix("tag:") else { return [try subscribed(name).id] }
            let tag = String(name.dropFirst(4))
            let feeds = try store.feeds().filter { core.isFiled($0, under: tag) }
            guard !feeds.isEmpty else { throw ControlError(.notFound, "no feed has the tag “\(tag)”") }
            return feeds.map(\.id)
        }
    }

    private static func words(_ activity: (polling: Int, progress: RefreshRun.Progress?, next: Timestamp?)) -> String {
        if let progress = activity.progress { return "refreshing, \(progress.done) of \(progress.total) feeds" }
        return activity.polling > 0 ? "polling \(activity.polling) feeds" : "waiting for the next poll"
    }

    private static func progress(_ progress: RefreshRun.Progress) -> RefreshProgress {
        RefreshProgress(
            done: progress.done, total: progress.total, unchanged: progress.unchanged, failed: progress.failed,
            newArticles: progress.added, revisedArticles: progress.revised, current: progress.current)
    }

    private func event(_ event: StoreEvent) throws -> Event? {
        let kind: Event.Kind
        var text = event.title ?? event.detail ?? ""
        switch event.kind {
        case .articleAdded: kind = .storyNew
        case .articleRevised, .storyUpdated: kind = .storyUpdated
        case .flagsChanged: kind = .storyMarked
        case .feedFailed: (kind, text) = (.feedFailing, event.detail ?? "")
        case .feedRecovered: kind = .feedRecovered
        case .feedMoved: (kind, text) = (.feedAdded, "moved to \(event.detail ?? "")")
        case .feedsChanged: (kind, text) = (.feedAdded, "the subscriptions changed")
        case .peerSynced: return nil
        }
        let story = try event.story.flatMap { try? store.story($0) }.map(presentation.summary)
        let feed = event.feedURL.map { FeedReference(id: FeedID(url: $0).description, title: $0, url: $0) }
        return Event(number: event.number, at: event.time, kind: kind, text: text, story: story, feed: feed)
    }
}
