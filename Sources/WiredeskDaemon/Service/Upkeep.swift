import Configuration
import Logging
import Model
import Platform
import ServiceLifecycle
import Storage

/// What the daemon does for its database now and then, in steps between which everything else has its turn: judges
/// stories by a rule that has changed, and drops what is older than the reader wants to keep.
struct Upkeep: Sendable {
    let core: DaemonCore

    /// How long the others have their turn.
    private static let pause = Duration.milliseconds(20)

    func run() async {
        do {
            while try core.store.judgePending() > 0 { try await rest() }
            try await dropOld()
        } catch is CancellationError {
        } catch {
            core.log.error("cannot tidy the database up: \(error)")
        }
    }

    private func dropOld() async throws {
        let limits = core.ageLimits
        guard limits != AgeLimits() else { return }
        var (articles, headlines) = (0, 0)
        var next: Int64? = 0
        while let story = next {
            let step = try core.store.dropOld(limits, after: story)
            articles += step.articles
            headlines += step.headlines
            next = step.next
            try await rest()
        }
        guard articles + headlines > 0 else { return }
        core.log.notice("dropped for age: \(articles) articles, and the texts of \(headlines) more")
    }

    private func rest() async throws { try await Task.sleep(for: Self.pause) }
}

/// Keeps the database up at the start, when other settings are in force, and each day.
struct UpkeepService: Service {
    let core: DaemonCore

    private static let interval = Duration.seconds(86_400)

    func run() async throws {
        let upkeep = Upkeep(core: core)
        await cancelWhenGracefulShutdown {
            await withTaskExecutorPreference(BlockingExecutor.concurrent("upkeep")) {
                await core.settingsChanged.watching { changed in
                    while !Task.isCancelled {
                        await upkeep.run()
                        await changed.sleep(atMost: Self.interval)
                    }
                }
            }
        }
    }
}

extension StoryReturn {
    init(_ setting: StorySettings.Return) {
        self =
            switch setting {
            case .newParagraph: .newParagraph
            case .anyChange: .anyChange
            case .never: .never
            }
    }
}

extension AgeLimits {
    init(_ settings: StorageSettings, at now: Timestamp) {
        self.init(
            articles: Self.start(of: settings.articles, at: now), bodies: Self.start(of: settings.bodies, at: now))
    }

    private static func start(of retention: Retention, at now: Timestamp) -> Timestamp? {
        switch retention {
        case .forever: nil
        case .atMost(let age): now - age
        }
    }
}
