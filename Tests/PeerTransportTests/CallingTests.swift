import Changelog
import Testing

@testable import PeerTransport

@Suite("Calling a peer")
struct CallingTests {
    @Test("waits longer after each failure, up to a limit, never by the same amount, and soon again after a success")
    func backoff() {
        var generator = SeededGenerator(seed: 7)
        var backoff = Backoff(first: .seconds(1), longest: .seconds(60))
        var full = Duration.seconds(1)
        for _ in 0..<20 {
            let delay = backoff.next(using: &generator)
            #expect(delay >= full / 2 && delay <= full)
            full = min(full * 2, .seconds(60))
        }
        backoff.reset()
        #expect(backoff.next(using: &generator) <= .seconds(1))
        var (one, other) = (SeededGenerator(seed: 1), SeededGenerator(seed: 2))
        var (left, right) = (Backoff(), Backoff())
        #expect(left.next(using: &one) != right.next(using: &other))
    }

    @Test("at the same moment as it calls back leaves one connection, and both agree which")
    func crossedCalls() throws {
        let (desk, laptop) = (try NodeIdentity().device, try NodeIdentity().device)
        // The desk sees its own call first and the laptop's second; the laptop the other way round, or alike.
        let deskKeepsLaptopsCall = LiveConnections.keeps(later: false, over: true, node: desk, peer: laptop)
        let laptopKeepsDesksCall = LiveConnections.keeps(later: false, over: true, node: laptop, peer: desk)
        let laptopKeepsItsOwnCall = LiveConnections.keeps(later: true, over: false, node: laptop, peer: desk)
        #expect(deskKeepsLaptopsCall != laptopKeepsDesksCall)
        #expect(deskKeepsLaptopsCall == laptopKeepsItsOwnCall)
    }

    @Test("again in the same direction takes the place of the earlier connection", arguments: [true, false])
    func sameDirection(isDialed: Bool) throws {
        let (desk, laptop) = (try NodeIdentity().device, try NodeIdentity().device)
        #expect(LiveConnections.keeps(later: isDialed, over: isDialed, node: desk, peer: laptop))
    }

    @Test("reads addresses of both families and names, and nothing else")
    func addresses() {
        for text in ["192.0.2.1:7171", "[2001:db8::1]:7171", "desk.example:1", "[fe80::1%eth0]:65535"] {
            #expect(PeerAddress(parsing: text)?.description == text)
        }
        for text in [
            "", ":", "desk", "desk:", ":1", "desk:65536", "desk:-1", "::1:7171", "[]:1", "[::1:1", "a b:1", "é:1",
        ] {
            #expect(PeerAddress(parsing: text) == nil, "\(text)")
        }
    }
}
