import Model
import Platform
import Storage

/// Tells those who watch that there is something new: events in the store, other settings. The events themselves are in
/// the store, numbered, so that nobody misses one, however slow or absent.
final class EventHub: Sendable {
    private struct State {
        var watchers: [Int: Waker] = [:]
        var lastNumber = 0
    }

    private let state = Locked(State())

    /// Call when there is something new; after each commit that may have appended events.
    func wake() {
        for waker in state.withLock({ Array($0.watchers.values) }) { waker.wake() }
    }

    /// Calls `body` with a waker that `wake` wakes, until it returns.
    func watching(_ body: (Waker) async throws -> Void) async rethrows {
        let waker = Waker()
        let number = state.withLock { state in
            state.lastNumber += 1
            state.watchers[state.lastNumber] = waker
            return state.lastNumber
        }
        defer { state.withLock { _ = $0.watchers.removeValue(forKey: number) } }
        try await body(waker)
    }
}
