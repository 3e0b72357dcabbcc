import Changelog
import NIOCore
import Testing

@testable import PeerTransport

@Suite("A transfer", .timeLimit(.minutes(10)))
struct TransferTests {
    @Test("waits for a slow reader, so that memory is bounded whatever its size")
    func backPressure() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let frame = [UInt8](repeating: 0xA5, count: 1 << 20)
        let count = 40
        let reading = Reports<Void>()
        let received = Reports<Int>()
        try await desk.listening(
            session: { connection in
                _ = await reading.first()
                var frames = 0
                for try await next in connection.frames where next.bytes == frame { frames += 1 }
                received.report(frames)
            },
            during: { addresses in
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask {
                            for _ in 0..<count { try await connection.send(frame, on: .bulk) }
                        }
                        // Until nothing more goes in: then all buffers on the way are full.
                        var sent: UInt64?
                        while sent != connection.traffic.framesSent {
                            sent = connection.traffic.framesSent
                            try await Task.sleep(for: .milliseconds(100))
                        }
                        let taken = await desk.endpoint.connections.first?.traffic.framesReceived ?? 0
                        #expect(taken < 8 << 20)
                        reading.report(())
                        try await group.waitForAll()
                    }
                }
                #expect(await received.first() == count)
            })
    }

    @Test("in bulk lets a live frame pass")
    func liveOvertakesBulk() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let reading = Reports<Void>()
        let order = Reports<[Lane]>()
        let waiting = Reports<Void>()
        try await desk.listening(
            session: { connection in
                _ = await reading.first()
                var lanes: [Lane] = []
                for try await next in connection.frames { lanes.append(next.lane) }
                order.report(lanes)
            },
            during: { addresses in
                try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        // More than the kernels of both ends take in while no one reads (tcp_rmem, tcp_wmem).
                        for _ in 0..<56 {
                            group.addTask {
                                try await connection.send([UInt8](repeating: 1, count: 1 << 20), on: .bulk)
                            }
                        }
                        // The first frame is on its way and the rest waits.
                        while connection.traffic.framesSent == 0 { try await Task.sleep(for: .milliseconds(5)) }
                        group.addTask {
                            waiting.report(())
                            try await connection.send([2], on: .live)
                        }
                        _ = await waiting.first()
                        reading.report(())
                        try await group.waitForAll()
                    }
                }
                let lanes = await order.first() ?? []
                #expect(lanes.count == 57)
                #expect(lanes.last == .bulk)
            })
    }

    @Test("of a frame that is too large is refused by the sender")
    func oversizedAtSender() async throws {
        let (desk, laptop) = try await TestNode.pair()
        try await desk.listening {
            _ = await $0.readToEnd()
        } during: { addresses in
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                let limit = FrameFormat.maximumFrameByteCount
                await #expect(throws: PeerTransportError.frame(.frameTooLarge(limit: limit))) {
                    try await connection.send([UInt8](repeating: 0, count: limit + 1), on: .bulk)
                }
            }
        }
    }

    @Test("that breaks the framing ends the connection before its bytes are kept", arguments: BrokenFraming.allCases)
    func brokenFraming(_ broken: BrokenFraming) async throws {
        let (desk, laptop) = try await TestNode.pair()
        let endings = Reports<Ending>()
        try await desk.listening {
            endings.report(await $0.readToEnd())
        } during: { addresses in
            let established = try await laptop.endpoint.dial(desk.device, at: addresses, for: .session)
            try await established.frames.executeThenClose { _, outbound in
                try? await outbound.write(broken.bytes)
                #expect(await endings.first() == .error(.frame(broken.error)))
            }
        }
    }

    @Test("stops when the peer falls silent without a goodbye")
    func halfOpenPeer() async throws {
        let silence = Duration.milliseconds(150)
        var limits = TransportLimits.patient
        limits.idleTimeout = silence
        let desk = try TestNode(limits: limits)
        let laptop = try TestNode()
        await desk.peers.insert(laptop.device)
        await laptop.peers.insert(desk.device)
        let endings = Reports<Ending>()
        try await desk.listening {
            endings.report(await $0.readToEnd())
        } during: { addresses in
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                #expect(await endings.first() == .error(.idle(silence)))
                #expect(await connection.readToEnd() == .clean)
            }
        }
    }

    @Test("that waits can be given up by its sender")
    func cancelledSender() async throws {
        let (desk, laptop) = try await TestNode.pair()
        let done = Reports<Void>()
        try await desk.listening { _ in
            _ = await done.first()
        } during: { addresses in
            try await laptop.endpoint.connect(to: desk.device, at: addresses) { connection in
                let sender = Task {
                    while true { try await connection.send([UInt8](repeating: 1, count: 1 << 20), on: .bulk) }
                }
                while connection.traffic.framesSent == 0 { try await Task.sleep(for: .milliseconds(5)) }
                sender.cancel()
                await #expect(throws: CancellationError.self) { try await sender.value }
                done.report(())
            }
        }
    }
}

/// What a peer with the right key might send.
enum BrokenFraming: CaseIterable, Sendable {
    case hugeFragment
    case shortFragmentInTheMiddle
    case endlessFrame

    var bytes: ByteBuffer {
        switch self {
        case .hugeFragment: ByteBuffer(integer: UInt32(0x3FFF_FFFF))
        case .shortFragmentInTheMiddle: ByteBuffer(integer: UInt32(1 << 30))
        case .endlessFrame:
            ByteBuffer(
                bytes: (0..<66).flatMap { _ in
                    [0x40, 1, 0, 0] + [UInt8](repeating: 0, count: FrameFormat.fragmentByteCount)
                })
        }
    }

    var error: FrameError {
        switch self {
        case .hugeFragment: .fragmentTooLarge(byteCount: 0x3FFF_FFFF)
        case .shortFragmentInTheMiddle: .fragmentTooShort(byteCount: 0)
        case .endlessFrame: .frameTooLarge(limit: FrameFormat.maximumFrameByteCount)
        }
    }
}
