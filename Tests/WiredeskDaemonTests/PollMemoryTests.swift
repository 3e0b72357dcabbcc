import Fetching
import Model
import Testing
import WiredeskDaemon

@Suite struct PollMemoryTests {
    private let interval = PollInterval.fixed(.seconds(1800))

    private func again(_ memory: PollMemory) -> PollMemory {
        PollMemory(bytes: memory.bytes, phase: memory.state.phase, interval: memory.state.interval)
    }

    private func memory(_ change: (inout PollMemory) -> Void = { _ in }) -> PollMemory {
        var memory = PollMemory(state: FeedPollState(phase: 7, interval: interval))
        change(&memory)
        return memory
    }

    private static let failures: [FailureClass] = [
        .transient, .offline, .permanent, .gone, .rateLimited(retryAt: nil),
        .rateLimited(retryAt: morning + .seconds(600)),
    ]

    @Test func `everything comes back as it was`() {
        let full = memory {
            $0.state.publications = [morning, morning - .seconds(60)]
            $0.state.hints = PublisherHints(
                timeToLive: .seconds(3600), updatePeriod: .seconds(7200), skipHours: 0b101, skipDays: 0b11)
            $0.state.note(.answered, freshUntil: morning + .seconds(120), at: morning)
            _ = $0.redirects.note(address: "https://a.example/", target: "https://b.example/", at: morning)
            $0.listing.contents = [1: 2, 3: 4]
        }
        #expect(again(full) == full)
        #expect(again(memory()) == memory())
    }

    @Test(arguments: failures)
    func `so does each kind of failure`(failure: FailureClass) {
        let failed = memory { $0.state.note(.failed(failure), at: morning) }
        #expect(again(failed) == failed)
    }

    @Test func `a feed that was stopped stays stopped`() {
        let stopped = memory { $0.state.stop() }
        #expect(again(stopped).state.stopped == .byOwner)
    }

    @Test func `bytes that are cut off, or of another layout, are no memory, and never a crash`() {
        let full = memory {
            $0.state.note(.failed(.permanent), at: morning)
            $0.state.publications = [morning]
            $0.listing.contents = [1: 2]
        }
        for length in 0..<full.bytes.count {
            let read = PollMemory(bytes: Array(full.bytes.prefix(length)), phase: 7, interval: interval)
            #expect(read == memory(), "\(length)")
        }
        var other = full.bytes
        other[0] = 99
        #expect(PollMemory(bytes: other, phase: 7, interval: interval) == memory())
        for index in full.bytes.indices {
            var damaged = full.bytes
            damaged[index] ^= 0xFF
            _ = PollMemory(bytes: damaged, phase: 7, interval: interval)
        }
    }

    @Test func `only so many publications are kept, the newest`() {
        let many = memory { $0.state.publications = (0..<100).map { morning + .seconds($0) } }
        #expect(again(many).state.publications.count == PollSchedule.publicationsRead)
        #expect(again(many).state.publications.max() == morning + .seconds(99))
    }
}
