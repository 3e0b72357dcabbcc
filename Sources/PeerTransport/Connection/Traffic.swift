import NIOCore
import Synchronization

/// Bytes of a connection so far.
package struct Traffic: Hashable, Sendable {
    /// On the network: TLS with its handshake, without TCP and IP headers.
    package var received: UInt64 = 0
    package var sent: UInt64 = 0
    /// Of these, what frames were made of, with their headers.
    package var framesReceived: UInt64 = 0
    package var framesSent: UInt64 = 0

    package init() {}
}

/// The counts of one connection, written on its event loop and read from anywhere.
final class TrafficTally: Sendable {
    private let received = Atomic<UInt64>(0)
    private let sent = Atomic<UInt64>(0)
    private let framesReceived = Atomic<UInt64>(0)
    private let framesSent = Atomic<UInt64>(0)

    enum Layer {
        case network
        case frames
    }

    var traffic: Traffic {
        var traffic = Traffic()
        traffic.received = received.load(ordering: .relaxed)
        traffic.sent = sent.load(ordering: .relaxed)
        traffic.framesReceived = framesReceived.load(ordering: .relaxed)
        traffic.framesSent = framesSent.load(ordering: .relaxed)
        return traffic
    }

    func addReceived(_ byteCount: Int, at layer: Layer) {
        switch layer {
        case .network: received.wrappingAdd(UInt64(byteCount), ordering: .relaxed)
        case .frames: framesReceived.wrappingAdd(UInt64(byteCount), ordering: .relaxed)
        }
    }

    func addSent(_ byteCount: Int, at layer: Layer) {
        switch layer {
        case .network: sent.wrappingAdd(UInt64(byteCount), ordering: .relaxed)
        case .frames: framesSent.wrappingAdd(UInt64(byteCount), ordering: .relaxed)
        }
    }
}

/// Counts what passes at one place of a pipeline: below TLS, or above it.
final class TrafficCounter: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let tally: TrafficTally
    private let layer: TrafficTally.Layer

    init(_ tally: TrafficTally, at layer: TrafficTally.Layer) {
        self.tally = tally
        self.layer = layer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        tally.addReceived(Self.unwrapInboundIn(data).readableBytes, at: layer)
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        tally.addSent(Self.unwrapOutboundIn(data).readableBytes, at: layer)
        context.write(data, promise: promise)
    }
}
