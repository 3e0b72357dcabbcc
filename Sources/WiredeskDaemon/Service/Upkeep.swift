import Configuration
import Logging
import Model
import Platform
import ServiceLifecycle
import Storage

/// What the daemon does for its database now and then, in steps between which everything else has its turn: judges
/// stories by a rule that has changed.
struct Upkeep: Sendable {
    let core: DaemonCore

    /// How long the others have their turn.
    private static let pause = Duration.milliseconds(20)

    func run() async {
        do {
            while try core.store.judgePending() > 0 { try await rest() }
        } catch is CancellationError {
        } catch {
            core.log.error("cannot tidy the database up: \(error)")
        }
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
