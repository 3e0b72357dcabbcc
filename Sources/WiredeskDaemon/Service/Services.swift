import Fetching
import Model
import Platform
import ServiceLifecycle
import Storage

/// Polls until the daemon ends, then lets go of the network.
struct SchedulerService: Service {
    let scheduler: Scheduler
    let engine: FetchEngine
    let notifier: ServiceNotifier

    func run() async throws {
        await scheduler.run()
        notifier.send(.stopping)
        await engine.shutdown()
    }
}

/// Reads the configuration again at each SIGHUP.
struct ReloadService: Service {
    let core: DaemonCore
    let hangUps: AsyncStream<Signal>

    func run() async throws {
        for await _ in hangUps.cancelOnGracefulShutdown() { _ = await core.reload() }
    }
}

/// Keeps the one line that `systemctl status` shows up to date.
struct StatusService: Service {
    let core: DaemonCore
    let notifier: ServiceNotifier

    private static let interval = Duration.seconds(30)

    func run() async throws {
        guard notifier.isActive else {
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                notifier.send(.status(await line()))
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    private func line() async -> String {
        guard let feeds = try? core.store.feeds() else { return "the database cannot be read" }
        let failing = feeds.count { $0.lastOutcome?.failed == true }
        let next = await core.scheduler.activity.next.map { ", next at \($0.iso8601)" } ?? ""
        return "\(feeds.count) feeds, \(failing) failing\(next)"
    }
}
