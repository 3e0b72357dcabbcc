import Configuration
import Logging
import Model
import Platform
import ServiceLifecycle
import Storage

/// What the daemon does for its database now and then, in steps between which everything else has its turn: judges
/// stories by a rule that has changed, drops what is older than the reader wants to keep, and packs texts together.
struct Upkeep: Sendable {
    let core: DaemonCore
    /// How long the others have their turn; zero where there are none.
    let pause: Duration

    func judgeAnew() async {
        await reporting {
            while try core.store.judgePending() > 0 { try await rest() }
        }
    }

    func dropOld() async {
        let limits = core.ageLimits
        guard limits != AgeLimits() else { return }
        await reporting {
            while try core.store.giveUpBodies(limits) > 0 { try await rest() }
            while try core.store.foldPending() > 0 { try await rest() }
            try await dropOld(limits)
        }
    }

    private func dropOld(_ limits: AgeLimits) async throws {
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
        core.log.notice("dropped what is old", metadata: ["articles": "\(articles)", "texts": "\(headlines)"])
    }

    /// Packs the texts together that came since the last time.
    func packBodies() async {
        await reporting {
            var packing = BodyPacking(core.store)
            while try packing.step() { try await rest() }
        }
    }

    private func reporting(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
        } catch {
            core.log.error("cannot tidy the database up: \(error)")
        }
    }

    private func rest() async throws {
        if pause > .zero { try await Task.sleep(for: pause) }
    }
}

/// Keeps the database up at the start and when other settings are in force; drops each day, and packs each hour.
struct UpkeepService: Service {
    let core: DaemonCore

    private static let day = Duration.seconds(86_400)
    private static let hour = Duration.seconds(3600)
    /// After the start nothing is dropped for so long: until it is set, the clock of a machine may be years ahead.
    private static let settling = Duration.seconds(600)

    func run() async throws {
        let upkeep = Upkeep(core: core, pause: .milliseconds(20))
        let settled = core.time.monotonic + Self.settling
        await cancelWhenGracefulShutdown {
            await withTaskExecutorPreference(BlockingExecutor.concurrent("upkeep")) {
                await core.settingsChanged.watching { changed in
                    var (nextDrop, nextPacking) = (settled, settled)
                    while !Task.isCancelled {
                        await upkeep.judgeAnew()
                        if core.time.monotonic >= nextDrop {
                            await upkeep.dropOld()
                            nextDrop = core.time.monotonic + Self.day
                        }
                        if core.time.monotonic >= nextPacking {
                            await upkeep.packBodies()
                            // Much of what the start of the services and an hour's work took is not used soon again.
                            ProcessMemory.releaseCode()
                            nextPacking = core.time.monotonic + Self.hour
                        }
                        let next = min(nextDrop, nextPacking)
                        await changed.sleep(atMost: max(next - core.time.monotonic, .zero))
                        // Woken before: other settings are in force.
                        if core.time.monotonic < next { nextDrop = max(settled, core.time.monotonic) }
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
