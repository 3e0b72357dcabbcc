import Changelog
import NIOCore
import NIOSSL
import NIOTLS

/// Stands between TLS and everything that reads: lets nothing pass before the other end has proved a key that is
/// welcome, and builds the rest of the pipeline then.
final class HandshakeGate: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum State {
        case handshaking(deadline: Scheduled<Void>?)
        case open
        case refused
    }

    private var state: State = .handshaking(deadline: nil)
    private let timeout: Duration
    private let admission: Admission
    private let established: EventLoopPromise<Established>
    private let establish: (Purpose, DeviceID) throws -> Established

    init(
        timeout: Duration, admission: Admission, established: EventLoopPromise<Established>,
        establish: @escaping (Purpose, DeviceID) throws -> Established
    ) {
        self.timeout = timeout
        self.admission = admission
        self.established = established
        self.establish = establish
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(timeout)) {
            self.refuse(.handshakeTimeout, context: context)
        }
        state = .handshaking(deadline: deadline)
    }

    func handlerRemoved(context: ChannelHandlerContext) { refuse(.handshakeAbandoned, context: context) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted(let agreed) = event as? TLSUserEvent {
            finishHandshake(agreed: agreed, context: context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .open = state { context.fireChannelRead(data) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch state {
        case .handshaking: refuse(admission.refusal ?? ConnectionRefusal(handshakeError: error), context: context)
        case .open, .refused: context.fireErrorCaught(error)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        refuse(.handshakeAbandoned, context: context)
        context.fireChannelInactive()
    }

    private func finishHandshake(agreed: String?, context: ChannelHandlerContext) {
        guard case .handshaking(let deadline) = state else { return }
        guard let purpose = agreed.flatMap(Purpose.init(rawValue:)) else {
            return refuse(.otherProtocol, context: context)
        }
        do {
            let device = try admission.admit(to: purpose)
            let connection = try establish(purpose, device)
            deadline?.cancel()
            state = .open
            established.succeed(connection)
        } catch let refusal as ConnectionRefusal {
            refuse(refusal, context: context)
        } catch {
            refuse(.handshake(reason: "\(error)"), context: context)
        }
    }

    /// Does nothing once the handshake is over, one way or the other.
    private func refuse(_ refusal: ConnectionRefusal, context: ChannelHandlerContext) {
        guard case .handshaking(let deadline) = state else { return }
        deadline?.cancel()
        state = .refused
        established.fail(PeerTransportError.refused(refusal))
        context.close(promise: nil)
    }
}

extension ConnectionRefusal {
    /// What went wrong in a handshake, by what BoringSSL says of it. Its errors have no codes that it lets out.
    fileprivate init(handshakeError error: any Error) {
        guard case .handshakeFailed(let cause) = error as? NIOSSLError else {
            self = (error as? IOError).map { .handshake(reason: $0.words) } ?? .handshake(reason: "\(error)")
            return
        }
        let words = cause.words
        let says: (String) -> Bool = { words.contains($0) }
        if says("PEER_DID_NOT_RETURN_A_CERTIFICATE") {
            self = .noKey
        } else if says("EOF during handshake") {
            self = .handshakeAbandoned
        } else if ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "UNEXPECTED_RECORD"]
            .contains(where: says)
        {
            self = .notTLS
        } else if says("NO_APPLICATION_PROTOCOL") || says("UNSUPPORTED_PROTOCOL") {
            self = .otherProtocol
        } else {
            self = .handshake(reason: words)
        }
    }
}
