import Configuration
import ControlProtocol
import FeedParsing
import Fetching
import Logging
import Model
import Platform
import Storage

/// What the parts of the running daemon share: the store, the engine, the scheduler, and the settings in force.
final class DaemonCore: Sendable {
    let store: Store
    let engine: FetchEngine
    let scheduler: Scheduler
    let events: EventHub
    let time: any TimeSource
    let log: Logger
    let startedAt: Timestamp
    let hostName: String
    let zoneOffset: Duration
    let processID = HostFacts.processID
    /// Tells of other settings being in force.
    let settingsChanged = EventHub()

    private let loader: ConfigurationLoader
    private let notifier: ServiceNotifier
    private let parts: PollerParts
    private let state: Locked<State>

    private struct State {
        var settings: Settings
        /// Why the file as it stands is not in force.
        var fault: String?
        var local: [FeedID: FeedSettings] = [:]
    }

    init(
        store: Store, settings: Settings, loader: ConfigurationLoader, notifier: ServiceNotifier,
        watchdogInterval: Duration?, time: any TimeSource, log: Logger
    ) {
        self.store = store
        self.loader = loader
        self.notifier = notifier
        self.time = time
        self.log = log
        startedAt = Timestamp(milliseconds: time.unixMilliseconds)
        hostName = HostFacts.hostName
        zoneOffset = HostFacts.zoneOffset
        engine = FetchEngine(settings: Self.engineSettings(settings, loader.environment))
        let parts = PollerParts(engine: engine, store: store, directories: loader.directories, time: time, log: log)
        self.parts = parts
        events = EventHub()
        state = Locked(State(settings: settings))
        scheduler = Scheduler(
            poller: parts.poller(settings), writer: IngestWriter(store: store),
            events: events, notifier: notifier, watchdogInterval: watchdogInterval, time: time, log: log,
            onMove: { feed, target in
                do { try store.move(feed, to: target) } catch { log.error("cannot note that a feed moved: \(error)") }
            },
            whenQuiet: { await parts.furniture.save() })
    }

    var now: Timestamp { Timestamp(milliseconds: time.unixMilliseconds) }
    var settings: Settings { state.withLock { $0.settings } }
    var ageLimits: AgeLimits { AgeLimits(settings.storage, at: now) }
    var configurationFile: String { loader.path }
    var configurationFault: String? { state.withLock { $0.fault } }

    var databaseBytes: Int64 {
        ["", "-wal"].compactMap { try? FileStatus(path: store.path + $0).size }.reduce(0, +)
    }

    /// What the owner filed a feed under: the tags of the configuration, or those that it was added with.
    func tags(of feed: Storage.FeedSummary) -> [String] {
        if let local = state.withLock({ $0.local[feed.id] }) { return local.tags }
        return feed.subscription.tags
    }

    /// Whether the owner filed a feed under a tag, or under one within it: `news/local` is in `news`.
    func isFiled(_ feed: Storage.FeedSummary, under tag: String) -> Bool {
        tags(of: feed).contains { $0 == tag || $0.hasPrefix(tag + "/") }
    }

    /// What a poll of the feed would ask, but for everything, not only for what is new.
    func request(for plan: FeedPlan) throws(SecretFileError) -> FetchRequest {
        var request = try parts.requests(settings).request(for: plan)
        request.validators = Validators()
        return request
    }

    // MARK: Settings and subscriptions

    /// Brings store and scheduler in line with the settings in force. Called once at the start.
    func applySettings() async throws {
        let settings = settings
        try store.configure(
            settings.feeds.map { feed in
                FeedSubscription(
                    url: feed.url, title: feed.title, interval: feed.interval.map { $0.components.seconds },
                    fullText: feed.fullText)
            })
        let local = Dictionary(
            settings.feeds.map { (FeedID(url: $0.url), $0) }, uniquingKeysWith: { first, _ in first })
        state.withLock { $0.local = local }
        try store.setReturnRule(StoryReturn(settings.stories.returnOn))
        engine.use(Self.addressPolicy(settings))
        try await plan()
    }

    /// The subscriptions changed by a command or by a peer.
    func feedsChanged() async {
        do {
            try await plan()
        } catch {
            log.error("cannot read the subscriptions: \(error)")
        }
        events.wake()
    }

    /// Reads the configuration again; a broken one is refused, and the old one stays in force.
    func reload() async -> ReloadOutcome {
        notifier.send(.reloading)
        defer { notifier.send(.ready) }
        do {
            let settings = try loader.load()
            state.withLock { state in
                state.settings = settings
                state.fault = nil
            }
            try await applySettings()
            settingsChanged.wake()
            log.notice("configuration read again", metadata: ["feeds": "\(settings.feeds.count)"])
            return ReloadOutcome(summary: "\(loader.path) is in force: \(settings.feeds.count) feeds")
        } catch {
            let faults = "\(error)".split(separator: "\n").map(String.init)
            state.withLock { $0.fault = faults.first }
            for fault in faults { log.error("configuration refused: \(fault)") }
            return ReloadOutcome(summary: "\(loader.path) is broken; the old settings stay in force", faults: faults)
        }
    }

    private func plan() async throws {
        let (settings, local) = state.withLock { ($0.settings, $0.local) }
        // A file that another node names is that node's to read.
        let plans = try store.feeds().filter { local[$0.id] != nil || !$0.url.hasPrefix("file:") }
            .map { FeedPlan($0, local: local[$0.id], refresh: settings.refresh) }
        await scheduler.use(plans, poller: parts.poller(settings))
    }

    static func engineSettings(_ settings: Settings, _ environment: Environment) -> EngineSettings {
        var result = EngineSettings(userAgent: settings.fetch.userAgent ?? Daemon.userAgent)
        result.connections = HostGate.Limits(
            total: settings.fetch.connections, perHost: settings.fetch.connectionsPerHost)
        result.addressPolicy = addressPolicy(settings)
        result.environmentProxies = EnvironmentProxies(environment: environment.variables)
        return result
    }

    private static func addressPolicy(_ settings: Settings) -> AddressPolicy {
        switch settings.fetch.privateAddresses {
        case .refuse: return AddressPolicy()
        case .allow: return AddressPolicy(allowedBlocks: ["0.0.0.0/0", "::/0"].compactMap { AddressBlock($0) })
        case .allowOnly(let names):
            let blocks = names.compactMap { AddressBlock($0) }
            let hosts = names.filter { AddressBlock($0) == nil }.map { $0.lowercased() }
            return AddressPolicy(allowedBlocks: blocks, allowedHosts: Set(hosts))
        }
    }
}
