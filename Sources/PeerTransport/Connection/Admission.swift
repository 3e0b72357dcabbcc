import Changelog
import NIOCore
import NIOSSL

/// What one connection may expect of its other end, and what that end has proved.
///
/// Lives on the connection's event loop, between the verification callback, which sees the key, and `HandshakeGate`,
/// which opens once the whole handshake is done.
final class Admission {
    enum Rule: Sendable {
        /// A dialer knows whom it calls.
        case exactly(DeviceID)
        /// A listener asks who is calling.
        case anyone(standing: @Sendable (DeviceID) async -> Standing)
    }

    /// What the node knows of a device.
    enum Standing: Hashable, Sendable {
        case peer
        /// Unknown, but an invitation is open, and this may be whom it was given to.
        case guest
        case stranger
    }

    private enum Proof {
        /// The callback has not run. It stays so for an end that shows no certificate, and would stay so for one that
        /// resumed an earlier session, whose key may have been revoked since.
        case missing
        case refused(ConnectionRefusal)
        case device(DeviceID, Standing)
    }

    private let rule: Rule
    private var proof: Proof = .missing

    init(_ rule: Rule) { self.rule = rule }

    /// Decides about the certificate that the other end showed. TLS goes on, or ends with an alert.
    func verify(_ chain: [NIOSSLCertificate], _ promise: EventLoopPromise<NIOSSLVerificationResult>) {
        guard let leaf = chain.first, let device = NodeCertificate.device(showing: leaf) else {
            return conclude(.refused(.unsuitableKey), promise)
        }
        switch rule {
        case .exactly(device): conclude(.device(device, .peer), promise)
        case .exactly(let expected): conclude(.refused(.otherDevice(expected: expected, found: device)), promise)
        case .anyone(let standing):
            promise.futureResult.eventLoop.makeFutureWithTask { await standing(device) }
                .assumeIsolated()
                .whenSuccess { standing in
                    let refused = standing == .stranger
                    self.conclude(refused ? .refused(.untrusted(device)) : .device(device, standing), promise)
                }
        }
    }

    /// The device on the other end of a finished handshake, if it may do what it asked for.
    func admit(to purpose: Purpose) throws(ConnectionRefusal) -> DeviceID {
        switch (proof, purpose) {
        case (.missing, _): throw .noKey
        case (.refused(let refusal), _): throw refusal
        case (.device(let device, .peer), .session), (.device(let device, _), .pairing): return device
        case (.device(let device, _), .session): throw .untrusted(device)
        }
    }

    /// Why the handshake failed, if it was this end that did not like what it saw.
    var refusal: ConnectionRefusal? {
        guard case .refused(let refusal) = proof else { return nil }
        return refusal
    }

    private func conclude(_ proof: Proof, _ promise: EventLoopPromise<NIOSSLVerificationResult>) {
        self.proof = proof
        if case .device = proof { promise.succeed(.certificateVerified) } else { promise.succeed(.failed) }
    }
}
