import Configuration
import ControlProtocol
import Fetching
import Logging
import Model
import Platform
import ServiceLifecycle
import Storage
import UnixSignals

/// The daemon from its start to its end.
package enum Daemon {
    package static let version = ReleaseVersion.current
    static let userAgent = "Wiredesk/\(version)"

    package enum Mode: Sendable {
        /// Poll when due and answer the command, until told to end.
        case service
        /// Poll every feed once, then end.
        case once
    }

    /// How it ends; the numbers are those of sysexits.h.
    enum ExitCode {
        static let done: Int32 = 0
        static let failed: Int32 = 1
        static let partial: Int32 = 3
        static let unavailable: Int32 = 69
        static let tryAgain: Int32 = 75
        static let configuration: Int32 = 78
    }

    /// Runs to the end. Returns the exit code; what went wrong has been logged, with its remedy.
    package static func run(_ options: DaemonOptions, mode: Mode) async -> Int32 {
        ProcessMemory.limitHeaps(to: 2)
        // Here and below: what was loaded, read and opened so far took code that is not used again.
        ProcessMemory.releaseCode()
        let environment = Environment.current
        let underJournal = environment.isSet("JOURNAL_STREAM")
        let places = DaemonPlaces(options, environment: environment)
        let loader = places.loader
        let settings: Settings
        do {
            settings = try loader.load()
        } catch {
            let log = logger(options, nil, underJournal: underJournal)
            for line in error.description.split(separator: "\n") { log.error("\(line)") }
            return ExitCode.configuration
        }
        let log = logger(options, settings, underJournal: underJournal)
        do {
            return try await run(options, settings, places, loader, mode: mode, log: log)
        } catch let error as StartupFailure {
            log.error("\(error.description)")
            return error.exitCode
        } catch {
            log.error("\(error)")
            return ExitCode.failed
        }
    }

    private static func run(
        _ options: DaemonOptions, _ settings: Settings, _ places: DaemonPlaces, _ loader: ConfigurationLoader,
        mode: Mode, log: Logger
    ) async throws -> Int32 {
        Signal.ignoreBrokenPipes()
        let hangUps = try Signal.stream(of: [.hangUp])
        let directory = places.stateDirectory(options, settings)
        // Held to the end: two daemons on one database would each believe themselves its only writer.
        let lock = try StartupFailure.whileTaking(directory) {
            try PrivateDirectory.create(directory)
            return try LockFile(path: directory + "/lock")
        }
        defer { withExtendedLifetime(lock) {} }
        let time = SystemTimeSource()
        let database = OfflineDatabase(path: directory + "/wiredesk.db")
        if let restored = try DatabaseRestore.finish(in: database) { log.notice("\(restored)") }
        let store = try StartupFailure.whileOpening { () throws(StoreError) in
            try Store(
                path: directory + "/wiredesk.db", clock: { Timestamp(milliseconds: time.unixMilliseconds) },
                textOf: { EntryAssembly.canonicalText(of: $0) })
        }
        defer { try? store.close() }
        ProcessMemory.releaseCode()
        if let doubt = store.doubt { log.notice("this node goes on under a new origin: \(doubt.words)") }
        let notifier = ServiceNotifier(environment: places.environment)
        let core = DaemonCore(
            store: store, settings: settings, loader: loader, notifier: notifier,
            watchdogInterval: ServiceActivation.watchdogInterval(environment: places.environment), time: time, log: log)
        try await core.applySettings()
        ProcessMemory.releaseCode()
        switch mode {
        case .once: return await refreshOnce(core)
        case .service:
            let peers = try PeerNode(
                core: core, stateDirectory: directory, credential: places.directories.credentialFile(named: "node-key"))
            try await serve(core, peers, places, options, hangUps: hangUps, notifier: notifier)
            return ExitCode.done
        }
    }

    private static func refreshOnce(_ core: DaemonCore) async -> Int32 {
        let loop = Task { await core.scheduler.run() }
        let outcome = await core.scheduler.refresh(nil) { _ in }
        loop.cancel()
        await loop.value
        await core.engine.shutdown()
        let upkeep = Upkeep(core: core, pause: .zero)
        await upkeep.judgeAnew()
        await upkeep.dropOld()
        let progress = outcome.progress
        core.log.notice(
            """
            refreshed \(progress.done) of \(progress.total) feeds: \(progress.added) new articles, \
            \(progress.revised) revised, \(progress.unchanged) feeds unchanged, \(progress.failed) failed
            """)
        for failure in outcome.failures { core.log.warning("\(failure.title): \(failure.problem)") }
        return progress.failed > 0 ? ExitCode.partial : ExitCode.done
    }

    private static func serve(
        _ core: DaemonCore, _ peers: PeerNode, _ places: DaemonPlaces, _ options: DaemonOptions,
        hangUps: AsyncStream<Signal>, notifier: ServiceNotifier
    ) async throws {
        let listeners = try StartupFailure.whileListening {
            try self.listeners(places, socket: places.socket(options, core.settings), mode: core.settings.control.mode)
        }
        let folders = FolderExchange(node: peers)
        let api = ControlAPI(core: core, peers: peers, folders: folders)
        let services: [any Service] = [
            ControlServer(listeners: listeners, log: core.log, answer: api.answer),
            SchedulerService(scheduler: core.scheduler, engine: core.engine, notifier: notifier),
            PeerService(node: peers, folders: folders),
            ReloadService(core: core, hangUps: hangUps),
            StatusService(core: core, notifier: notifier),
            UpkeepService(core: core),
            MetricsService(core: core, metrics: api.metrics),
        ]
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: quiet(core.log)))
        core.log.notice(
            "ready",
            metadata: [
                "version": "\(version)", "database": "\(core.store.path)", "feeds": "\(core.settings.feeds.count)",
            ])
        notifier.send(.ready, .status("\(core.settings.feeds.count) feeds"))
        try await group.run()
        core.log.notice("ended")
    }

    private static func listeners(_ places: DaemonPlaces, socket: String, mode: UInt32) throws -> [UnixListener] {
        let inherited = ServiceActivation.takeSockets(environment: places.environment).filter(\.isUnixListener)
        guard inherited.isEmpty else { return inherited.map { UnixListener(inherited: $0.descriptor) } }
        let path = try UnixSocketPath(socket)
        if let slash = socket.lastIndex(of: "/"), !path.isAbstract {
            try PrivateDirectory.create(String(socket[..<slash]))
        }
        return [try UnixListener(listeningOn: path, mode: mode)]
    }

    private static func logger(_ options: DaemonOptions, _ settings: Settings?, underJournal: Bool) -> Logger {
        let configured = settings?.log ?? LogSettings()
        let level = Logger.Level(options.logLevel ?? configured.level)
        let format = options.logFormat ?? configured.format
        return Logger(label: "wiredeskd") { _ in
            JournalLogHandler(level: level, format: format, underJournal: underJournal)
        }
    }

    /// The life cycle's own messages are of interest only where something is looked for.
    private static func quiet(_ log: Logger) -> Logger {
        var log = log
        if log.logLevel > .debug { log.logLevel = .error }
        return log
    }
}

extension Logger.Level {
    fileprivate init(_ level: LogSettings.Level) {
        self =
            switch level {
            case .trace: .trace
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
    }
}
