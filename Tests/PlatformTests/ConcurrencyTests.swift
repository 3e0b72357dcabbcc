import Glibc
import Testing

@testable import Platform

@Suite struct ConcurrencyTests {
    @Test func aLockedValueLosesNoUpdate() async {
        let counter = Locked(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<1000 { counter.withLock { $0 += 1 } } } }
        }
        #expect(counter.withLock { $0 } == 8000)
    }

    @Test func aSignalArrivesAsAValue() async throws {
        var signals = try Signal.stream(of: [.hangUp]).makeAsyncIterator()
        kill(getpid(), SIGHUP)
        #expect(await signals.next() == .hangUp)
    }

    @Test func aManualClockMovesOnlyWhenTold() {
        let clock = ManualTimeSource(unixMilliseconds: 1000)
        clock.advance(by: .seconds(2))
        clock.setWallClock(unixMilliseconds: 5)
        #expect(clock.unixMilliseconds == 5)
        #expect(clock.monotonic == .seconds(2))
    }

    @Test func theMachinesMonotonicClockDoesNotGoBack() {
        let clock = SystemTimeSource()
        let first = clock.monotonic
        #expect(clock.monotonic >= first)
        #expect(clock.unixMilliseconds > 1_700_000_000_000)
    }
}
