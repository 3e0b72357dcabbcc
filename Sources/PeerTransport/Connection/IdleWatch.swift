import NIOCore

/// Ends a connection whose peer has gone without saying so: a laptop lid, a pulled cable, a NAT that forgot.
///
/// Stands next to the network from the end of the handshake on, which has a deadline of its own. Counts only while this
/// end is willing to read: while it holds reads back because its own work is slow, the silence is its own.
final class IdleWatch: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let timeout: Duration
    /// Since when this end has been reading and nothing has come; `nil` while it does not read.
    private var listeningSince: NIODeadline?
    private var check: Scheduled<Void>?

    init(timeout: Duration) { self.timeout = timeout }

    func handlerAdded(context: ChannelHandlerContext) {
        // The read that waits for the first frame may be under way already.
        listeningSince = .now()
        schedule(after: TimeAmount(timeout), context: context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

    func read(context: ChannelHandlerContext) {
        if listeningSince == nil { listeningSince = .now() }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        listeningSince = nil
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        context.fireChannelInactive()
    }

    private func schedule(after delay: TimeAmount, context: ChannelHandlerContext) {
        check = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { self.look(context: context) }
    }

    private func look(context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        let now = NIODeadline.now()
        let end = (listeningSince ?? now) + TimeAmount(timeout)
        if end > now {
            schedule(after: end - now, context: context)
        } else {
            context.fireErrorCaught(PeerTransportError.idle(timeout))
            // Not through TLS: a goodbye would wait for an answer that does not come.
            context.close(promise: nil)
        }
    }
}
