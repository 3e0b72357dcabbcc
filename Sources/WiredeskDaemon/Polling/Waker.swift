import Platform

/// Lets a loop sleep until it is woken or a time has passed, whichever is first.
final class Waker: Sendable {
    private enum State {
        case idle
        case woken
        case asleep(CheckedContinuation<Void, Never>)
    }

    private let state = Locked(State.idle)

    /// Wakes the sleeper, or makes the next sleep return at once.
    func wake() {
        let sleeper: CheckedContinuation<Void, Never>? = state.withLock { state in
            if case .asleep(let continuation) = state {
                state = .idle
                return continuation
            }
            state = .woken
            return nil
        }
        sleeper?.resume()
    }

    /// One task at a time sleeps here.
    func sleep(atMost duration: Duration) async {
        let timer = Task {
            try? await Task.sleep(for: duration)
            if !Task.isCancelled { self.wake() }
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if case .woken = state {
                        state = .idle
                        return true
                    }
                    state = .asleep(continuation)
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            wake()
        }
        timer.cancel()
    }
}
