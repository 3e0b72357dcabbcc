import Changelog
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@testable import PeerTransport

@Suite("Who is not let in", .timeLimit(.minutes(10)))
struct RefusalTests {
    @Test("A listener that proves another key than the pinned one is left before a frame is sent")
    func wrongListener() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let stranger = try TestNode()
        await stranger.peers.insert(laptop.device)
        try await stranger.listening { addresses in
            let error = await #expect(throws: PeerTransportError.self) {
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { _ in Issue.record("connected") }
            }
            let refusal = ConnectionRefusal.otherDevice(expected: desk.device, found: stranger.device)
            #expect(error == .unreachable([.init(address: addresses[0], failure: .refused(refusal))]))
        }
    }

    @Test("A caller whose key is not trusted is refused, and learns it")
    func untrustedCaller() async throws {
        let desk = try TestNode()
        let stranger = try TestNode()
        try await desk.listening { _ in
            Issue.record("a session with a stranger")
        } during: { addresses in
            await stranger.peers.insert(desk.device)
            let ending = try await stranger.endpoint.connect(to: desk.device, at: addresses) { await $0.readToEnd() }
            #expect(ending == .error(.refusedByPeer))
        }
    }

    @Test("A peer that is forgotten in mid-session is cut off, and does not come back")
    func revokedInSession() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let endings = Reports<Ending>()
        try await desk.listening {
            endings.report(await $0.readToEnd())
        } during: { addresses in
            let ending = try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                try await connection.send([1], on: .live)
                while await desk.endpoint.connections.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                await desk.peers.remove(laptop.device)
                await desk.endpoint.disconnect(laptop.device)
                return await connection.readToEnd()
            }
            #expect(ending == .clean)
            #expect(await endings.first() == .error(.closed(.revoked)))
            let again = try await laptop.endpoint.connect(to: desk.device, at: addresses) { await $0.readToEnd() }
            #expect(again == .error(.refusedByPeer))
        }
    }

    @Test("No frame is handed out once a peer is disconnected, not even one that has arrived")
    func nothingAfterRevocation() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let counts = Reports<Int>()
        try await desk.listening(
            session: { connection in
                var count = 0
                do {
                    for try await _ in connection.frames {
                        count += 1
                        await connection.close(.revoked)
                    }
                } catch {}
                counts.report(count)
            },
            during: { addresses in
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                    for _ in 0..<50 { try? await connection.send([1], on: .live) }
                    #expect(await counts.first() == 1)
                }
            })
    }

    @Test(
        "Bytes that are no TLS are refused, and the next caller is served",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\u{16}\u{3}\u{1}\u{7f}\u{7f}", "\0\0\0\0\0\0\0\0\0\0\0\0\0", "",
        ])
    func garbageBeforeTLS(garbage: String) async throws {
        let (desk, laptop) = try await TestNode.pair()
        try await desk.listening {
            try await $0.echo()
        } during: { addresses in
            let socket = try RawSocket(to: addresses[0])
            socket.write(Array(garbage.utf8))
            socket.finishWriting()
            #expect(await socket.readToEnd().count < 1000)
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                try await connection.send([1], on: .live)
                var frames = connection.frames.makeAsyncIterator()
                #expect(try await frames.next()?.bytes == [1])
            }
        }
    }

    @Test("Someone who connects and says nothing is hung up on")
    func silentBeforeTLS() async throws {
        var limits = TransportLimits.patient
        limits.handshakeTimeout = .milliseconds(100)
        let desk = try TestNode(limits: limits)
        try await desk.listening { addresses in
            let socket = try RawSocket(to: addresses[0])
            #expect(await socket.readToEnd().isEmpty)
        }
    }

    @Test("One host cannot take all places of those that have proved nothing yet")
    func manyUnproven() async throws {
        var limits = TransportLimits.patient
        limits.unprovenConnectionsPerHost = 2
        let (desk, laptop) = try await TestNode.pair(limits: limits)
        try await desk.listening(on: ["127.0.0.1", "::1"]) {
            try await $0.echo()
        } during: { addresses in
            let silent = [try RawSocket(to: addresses[0]), try RawSocket(to: addresses[0])]
            while await desk.endpoint.quota.enter(from: "127.0.0.1") {
                await desk.endpoint.quota.leave(from: "127.0.0.1")
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(try await RawSocket(to: addresses[0]).readToEnd().isEmpty)
            try await laptop.endpoint.connect(to: desk.device, at: [addresses[1]]) { connection in
                try await connection.send([1], on: .live)
                var frames = connection.frames.makeAsyncIterator()
                #expect(try await frames.next()?.bytes == [1])
            }
            withExtendedLifetime(silent) {}
        }
    }

    @Test(
        "A caller without a certificate, of an older TLS, or of another protocol is refused", arguments: OddCaller.all)
    func oddCallers(caller: OddCaller) async throws {
        let desk = try TestNode()
        try await desk.listening { _ in
            Issue.record("a session with \(caller)")
        } during: { addresses in
            // Even while strangers may pair.
            let invitation = await desk.endpoint.invitations.issue(for: .seconds(60), at: addresses)
            #expect(await caller.isHungUpOn(at: addresses[0]))
            withExtendedLifetime(invitation) {}
        }
    }

    @Test("A finished handshake in which no key was verified admits no one")
    func unverifiedHandshake() {
        let admission = Admission(.anyone { _ in .peer })
        for purpose in Purpose.allCases {
            #expect(throws: ConnectionRefusal.noKey) { try admission.admit(to: purpose) }
        }
    }

    @Test("Every refusal is one line of words")
    func refusalsAreLines() throws {
        let device = try NodeIdentity().device
        let refusals: [ConnectionRefusal] = [
            .untrusted(device), .otherDevice(expected: device, found: device), .unsuitableKey, .noKey, .notTLS,
            .otherProtocol, .handshakeTimeout, .handshakeAbandoned, .tooManyConnections, .handshake(reason: "X"),
        ]
        for refusal in refusals {
            let line = PeerTransportError.refused(refusal).description
            #expect(line.hasPrefix("refused: ") && !line.contains("\n"), "\(line)")
        }
    }
}
