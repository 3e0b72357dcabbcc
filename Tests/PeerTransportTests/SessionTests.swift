import Changelog
import PeerTransport
import Testing

@Suite("A connection between two peers", .timeLimit(.minutes(10)))
struct SessionTests {
    @Test("carries frames both ways, and each end knows whom it talks to", arguments: ["127.0.0.1", "::1"])
    func carriesFrames(host: String) async throws {
        let (desk, laptop) = try await TestNode.pair()
        let seen = Reports<DeviceID>()
        try await desk.listening(
            on: [host],
            session: { connection in
                seen.report(connection.peer)
                try await connection.echo()
            },
            during: { addresses in
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                    #expect(connection.peer == desk.device)
                    #expect(connection.isDialed)
                    #expect(connection.remoteAddress == addresses.first)
                    var frames = connection.frames.makeAsyncIterator()
                    for bytes in [[], [7], [UInt8](repeating: 9, count: 65_536), [UInt8](repeating: 1, count: 300_001)]
                    {
                        for lane in Lane.allCases {
                            try await connection.send(bytes, on: lane)
                            #expect(try await frames.next() == PeerFrame(bytes, on: lane))
                        }
                    }
                }
            })
        #expect(await seen.first() == laptop.device)
    }

    @Test("can be made to any of several listeners of the same node")
    func severalListeners() async throws {
        let (desk, laptop) = try await TestNode.pair()
        try await desk.listening(
            on: ["127.0.0.1", "::1", "127.0.0.1"], session: { try await $0.echo() },
            during: { addresses in
                #expect(Set(addresses).count == 3)
                for address in addresses {
                    try await laptop.endpoint.connect(to: desk.device, at: [address]) { connection in
                        try await connection.send([1, 2, 3], on: .live)
                        var frames = connection.frames.makeAsyncIterator()
                        #expect(try await frames.next()?.bytes == [1, 2, 3])
                    }
                }
            })
    }

    @Test("comes about at the first address that answers with the right key")
    func triesAddresses() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let stranger = try TestNode()
        try await stranger.listening { wrong in
            try await desk.listening {
                try await $0.echo()
            } during: { right in
                let dead = PeerAddress(host: "127.0.0.1", port: 1)
                try await laptop.endpoint.connect(to: desk.device, at: [dead] + wrong + right) { connection in
                    #expect(connection.remoteAddress == right.first)
                }
            }
        }
    }

    @Test("names every address and its reason when none answers")
    func namesAddresses() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let dead = PeerAddress(host: "127.0.0.1", port: 1)
        let error = await #expect(throws: PeerTransportError.self) {
            try await laptop.endpoint.connect(to: desk.device, at: [dead]) { _ in }
        }
        #expect(error?.description == "not reachable: 127.0.0.1:1 (Connection refused)")
    }

    @Test("counts its bytes, on the network and in frames")
    func countsBytes() async throws {
        let (desk, laptop) = try await TestNode.pair()
        try await desk.listening {
            try await $0.echo()
        } during: { addresses in
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                var frames = connection.frames.makeAsyncIterator()
                try await connection.send([1, 2, 3], on: .live)
                _ = try await frames.next()
                let small = connection.traffic
                #expect(small.framesSent == 4 + 3)
                #expect(small.framesReceived == 4 + 3)
                // What a session without news may cost, less the 320 bytes of the session itself.
                #expect(small.sent + small.received < 4_200 - 320)

                try await connection.send([UInt8](repeating: 5, count: 100_000), on: .bulk)
                _ = try await frames.next()
                let large = connection.traffic
                #expect(large.framesSent == small.framesSent + 100_000 + 2 * 4)
                #expect(large.framesReceived == small.framesReceived + 100_000 + 2 * 4)
                #expect(large.sent > small.sent + 100_008)
                #expect(large.received > small.received + 100_008)
            }
        }
    }

    @Test("is the only one with its peer: a second call takes the place of the first")
    func oneConnectionPerPeer() async throws {
        let (desk, laptop) = try await TestNode.pair()
        try await desk.listening {
            _ = await $0.readToEnd()
        } during: { addresses in
            let second = Reports<Void>()
            try await withThrowingTaskGroup(of: Ending.self) { group in
                group.addTask {
                    try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                        second.report(())
                        return await connection.readToEnd()
                    }
                }
                _ = await second.first()
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { _ in
                    #expect(await laptop.endpoint.connections.count == 1)
                }
                // Both ends replace it. If the other one is quicker, its close arrives here before ours is made.
                switch try await group.next() {
                case .error(.closed(let reason)): #expect(reason == .replaced)
                case .clean, .error: break
                case .other(let ending): Issue.record("ended otherwise: \(ending)")
                case nil: Issue.record("the first connection goes on")
                }
            }
        }
    }

    @Test("ends in good order when one side is done")
    func endsInOrder() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let endings = Reports<Ending>()
        try await desk.listening {
            endings.report(await $0.readToEnd())
        } during: { addresses in
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { try await $0.send([1], on: .live) }
            #expect(await endings.first() == .clean)
        }
        #expect(await laptop.endpoint.connections.isEmpty)
    }

    @Test("delivers all that was sent before the sender was done")
    func deliversBeforeClosing() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let received = Reports<Int>()
        try await desk.listening(
            session: { connection in
                var count = 0
                for try await frame in connection.frames { count += frame.bytes.count }
                received.report(count)
            },
            during: { addresses in
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                    for _ in 0..<20 { try await connection.send([UInt8](repeating: 3, count: 50_000), on: .bulk) }
                }
                #expect(await received.first() == 1_000_000)
            })
    }

    @Test("ends for everyone when its listener stops")
    func endsWithListener() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let listener = try await desk.endpoint.listen(on: [PeerAddress(host: "127.0.0.1", port: 0)])
        let running = Task {
            try await listener.run(session: { _ = await $0.readToEnd() }, paired: { _ in })
        }
        let ending = try await laptop.endpoint.connect(to: desk.device, at: listener.addresses) { connection in
            while await desk.endpoint.connections.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            running.cancel()
            return await connection.readToEnd()
        }
        #expect(ending == .clean)
        _ = await running.result
    }
}
