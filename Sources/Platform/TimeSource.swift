import Glibc

/// Where the time comes from: the machine's clocks, or a test's.
package protocol TimeSource: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z. May jump either way when somebody sets the clock.
    var unixMilliseconds: Int64 { get }

    /// Time since some fixed point. Never goes back, and goes on while the machine sleeps (CLOCK_BOOTTIME).
    var monotonic: Duration { get }
}

/// The machine's clocks.
package struct SystemTimeSource: TimeSource {
    package init() {}

    package var unixMilliseconds: Int64 {
        let now = Self.read(CLOCK_REALTIME)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    package var monotonic: Duration {
        let now = Self.read(CLOCK_BOOTTIME)
        return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
    }

    /// Microseconds of CLOCK_MONOTONIC, as sd_notify(3) wants them.
    static var monotonicMicroseconds: Int64 {
        let now = read(CLOCK_MONOTONIC)
        return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}

/// A clock that moves only when it is told to.
package final class ManualTimeSource: TimeSource {
    private let state: Locked<(unixMilliseconds: Int64, monotonic: Duration)>

    package init(unixMilliseconds: Int64 = 0, monotonic: Duration = .zero) {
        state = Locked((unixMilliseconds, monotonic))
    }

    package var unixMilliseconds: Int64 { state.withLock { $0.unixMilliseconds } }
    package var monotonic: Duration { state.withLock { $0.monotonic } }

    /// Lets time pass on both clocks.
    package func advance(by duration: Duration) {
        state.withLock {
            $0.unixMilliseconds += duration.wholeMilliseconds
            $0.monotonic += duration
        }
    }

    /// Sets the wall clock as an administrator would; the monotonic one does not notice.
    package func setWallClock(unixMilliseconds: Int64) {
        state.withLock { $0.unixMilliseconds = unixMilliseconds }
    }
}
