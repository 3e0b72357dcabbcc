import Glibc
import NIOCore
import NIOSSL

/// Finds out why a connection ends: the first reason counts, whoever has it, and every reader and sender is told the
/// same.
final class ConnectionEnd: ChannelInboundHandler {
    typealias InboundIn = PeerFrame
    typealias InboundOut = PeerFrame

    /// Succeeds when the connection ends.
    let reason: EventLoopFuture<PeerTransportError>
    private var undecided: EventLoopPromise<PeerTransportError>?
    private let role: Role
    private var hasReceived = false

    init(role: Role, eventLoop: any EventLoop) {
        let promise = eventLoop.makePromise(of: PeerTransportError.self)
        self.role = role
        reason = promise.futureResult
        undecided = promise
    }

    func decide(_ error: PeerTransportError) {
        undecided?.succeed(error)
        undecided = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasReceived = true
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        decide(PeerTransportError(error, isRefusal: isRefusal(error)))
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        decide(.closed(.finishedByPeer))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { decide(.closed(.finished)) }

    /// In TLS 1.3 the dialer's handshake is over before the listener has seen its key (RFC 8446 §4.4), so a refusal
    /// arrives as an alert where the first frame should be.
    private func isRefusal(_ error: any Error) -> Bool {
        guard case .dialer = role, !hasReceived, let error = error as? BoringSSLError else { return false }
        return error.words.contains("ALERT")
    }
}

extension PeerTransportError {
    fileprivate init(_ error: any Error, isRefusal: Bool) {
        self =
            switch error {
            case let error as PeerTransportError: error
            case let error as FrameError: .frame(error)
            case let error as IOError: .lost(reason: error.words)
            case NIOSSLError.uncleanShutdown: .lost(reason: "the peer went away without a goodbye")
            case is NIOSSLCloseTimedOutError: .closed(.finished)
            case _ where isRefusal: .refusedByPeer
            case let error as BoringSSLError: .lost(reason: error.words)
            default: .lost(reason: "\(error)")
            }
    }
}

extension IOError {
    /// What the system says, without the name of the call.
    var words: String { strerror(errnoCode).map { String(cString: $0) } ?? "error \(errnoCode)" }
}

extension BoringSSLError {
    /// The names of BoringSSL's reasons, one after the other, without its file names.
    var words: String {
        switch self {
        case .sslError(let stack), .unknownError(let stack), .invalidSNIName(let stack), .failedToSetALPN(let stack):
            // "Error: 268435612 error:1000009c:SSL routines:OPENSSL_internal:HTTP_REQUEST at /…/tls_record.cc:127"
            stack.map { entry in
                let text = "\(entry)".split(separator: " at /").first.map(String.init) ?? "\(entry)"
                return text.split(separator: ":").last.map { $0.split(separator: " ").joined(separator: " ") } ?? text
            }.joined(separator: ", ")
        default: "\(self)"
        }
    }
}
