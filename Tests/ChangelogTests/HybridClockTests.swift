import Changelog
import Model
import Testing

@Suite("The clock")
struct HybridClockTests {
    @Test("never gives a value twice, though the wall stands still or goes back")
    func monotonic() throws {
        var clock = HybridClock(last: 0)
        var last: Int64 = -1
        for seconds: Int64 in [0, 0, 5, -900_000_000, 0, 5, 900_000_000, 0] {
            let ticked = clock.tick(at: noon + .seconds(seconds), over: nil)
            let value = try #require(ticked)
            #expect(value > last)
            last = value
        }
    }

    @Test("follows a remote clock up to a minute ahead, and no further")
    func contagion() {
        var clock = HybridClock(last: 0)
        clock.observe(HybridClock.value(of: noon + .seconds(60)), at: noon)
        #expect(clock.last == HybridClock.value(of: noon + .seconds(60)))
        clock.observe(HybridClock.value(of: noon + .seconds(61)), at: noon)
        #expect(clock.last == HybridClock.value(of: noon + .seconds(60)))
    }

    @Test("gives none over the highest value, and survives walls at both ends of time")
    func extremes() {
        var clock = HybridClock(last: .max)
        let overHighest = clock.tick(at: noon, over: HybridClock.highest)
        #expect(overHighest == nil)
        for milliseconds in [Int64.min, -1, 0, .max] {
            let value = clock.tick(at: Timestamp(milliseconds: milliseconds), over: nil)
            #expect(value.map { (0...HybridClock.highest).contains($0) } == true)
        }
    }
}
