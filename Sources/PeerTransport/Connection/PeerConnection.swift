package import Changelog
import NIOCore
import Synchronization

/// A stream of frames to and from one peer, whose key has been proved.
///
/// Lives as long as the closure it was handed to runs; when that returns or throws, the connection closes. Safe to use
/// from several tasks, but only one may read `frames`.
package final class PeerConnection: Sendable {
    /// Who is on the other end, as TLS proved.
    package let peer: DeviceID
    package let remoteAddress: PeerAddress?
    /// Whether this node called, and not the peer.
    package let isDialed: Bool

    private let channel: any Channel
    private let inbound: NIOAsyncChannelInboundStream<PeerFrame>
    fileprivate let lanes = SendLanes()
    private let tally: TrafficTally
    private let connectionEnd: NIOLoopBound<ConnectionEnd>
    private let reason: EventLoopFuture<PeerTransportError>
    private let isShut = Atomic<Bool>(false)

    fileprivate init(_ established: Established, _ inbound: NIOAsyncChannelInboundStream<PeerFrame>) {
        peer = established.peer
        remoteAddress = PeerAddress(established.frames.channel.remoteAddress)
        isDialed = established.role != .listener
        channel = established.frames.channel
        self.inbound = inbound
        tally = established.tally
        connectionEnd = established.end
        reason = established.reason
    }

    package var traffic: Traffic { tally.traffic }

    /// What the peer sends, as it comes. Reading holds the peer back: about two frames are taken in ahead.
    ///
    /// Ends when the peer hangs up or this end closes in good order; throws `PeerTransportError` otherwise.
    package var frames: Frames { Frames(connection: self) }

    /// Returns once `bytes`, at most 4 MiB, have been handed to the network's buffers, which suspends as long as the
    /// peer is slower than this end. Throws `PeerTransportError` if the connection is over, or `CancellationError`.
    package func send(_ bytes: [UInt8], on lane: Lane) async throws {
        guard bytes.count <= FrameFormat.maximumFrameByteCount else {
            throw PeerTransportError.frame(.frameTooLarge(limit: FrameFormat.maximumFrameByteCount))
        }
        try await lanes.send(PeerFrame(bytes, on: lane))
    }

    /// Ends the connection. No frame is handed out after this returns, not even one that has arrived.
    package func close(_ reason: CloseReason) async {
        guard !isShut.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let error = PeerTransportError.closed(reason)
        await lanes.close(error)
        channel.eventLoop.execute { [connectionEnd, channel] in
            connectionEnd.value.decide(error)
            channel.close(promise: nil)
        }
    }

    package struct Frames: AsyncSequence, Sendable {
        package typealias Element = PeerFrame
        fileprivate let connection: PeerConnection

        package func makeAsyncIterator() -> Iterator {
            Iterator(connection: connection, inbound: connection.inbound.makeAsyncIterator())
        }

        package struct Iterator: AsyncIteratorProtocol {
            fileprivate let connection: PeerConnection
            fileprivate var inbound: NIOAsyncChannelInboundStream<PeerFrame>.AsyncIterator

            package mutating func next() async throws -> PeerFrame? {
                do {
                    if let frame = try await inbound.next(), !connection.isShut.load(ordering: .acquiring) {
                        return frame
                    }
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    // The pipeline knows better what happened than the error that came through it.
                }
                try Task.checkCancellation()
                switch await connection.ended() {
                case .closed(.finished), .closed(.finishedByPeer): return nil
                case let error: throw error
                }
            }
        }
    }
}

extension PeerConnection {
    /// Waits for the end, and says what it was.
    fileprivate func ended() async -> PeerTransportError {
        do { return try await reason.get() } catch { return .lost(reason: "\(error)") }
    }

    /// Hands fragments to the channel, which suspends while the network is slower.
    fileprivate func write(to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async {
        while let fragment = await lanes.next() {
            var buffer = channel.allocator.buffer(capacity: FrameFormat.headerByteCount + fragment.payload.count)
            buffer.writeInteger(fragment.header.word)
            buffer.writeBytes(fragment.payload)
            do { try await outbound.write(buffer) } catch { return }
            if let ticket = fragment.completes { await lanes.sent(ticket) }
        }
    }
}

/// A channel whose other end is welcome, before anyone reads from it.
struct Established: Sendable {
    let peer: DeviceID
    let purpose: Purpose
    let role: Role
    let frames: NIOAsyncChannel<PeerFrame, ByteBuffer>
    let tally: TrafficTally
    let end: NIOLoopBound<ConnectionEnd>
    let reason: EventLoopFuture<PeerTransportError>

    /// Runs `body` with the connection and closes it. Must be called exactly once.
    func run<Result: Sendable>(
        _ body: @Sendable (PeerConnection) async throws -> Result
    ) async throws -> Result {
        try await frames.executeThenClose { inbound, outbound in
            let connection = PeerConnection(self, inbound)
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await connection.write(to: outbound) }
                group.addTask { await connection.lanes.close(await connection.ended()) }
                do {
                    let result = try await body(connection)
                    await connection.close(.finished)
                    return result
                } catch {
                    await connection.close(.finished)
                    throw error
                }
            }
        }
    }
}
