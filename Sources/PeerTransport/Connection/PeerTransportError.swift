package import Changelog

/// Why there is no connection, or no more. `description` is the line for the log and for `sync status`.
package enum PeerTransportError: Error, Hashable, Sendable {
    /// No TCP connection came about; every address that was tried, with its reason.
    case unreachable([Attempt])
    /// The address cannot be listened on.
    case cannotListen(PeerAddress, reason: String)
    /// This end refused the other.
    case refused(ConnectionRefusal)
    /// The other end refused this one, after it saw our key.
    case refusedByPeer
    /// The peer broke the framing.
    case frame(FrameError)
    /// Nothing came from the peer for this long.
    case idle(Duration)
    /// The network took it; `reason` is the system's.
    case lost(reason: String)
    case closed(CloseReason)

    package struct Attempt: Hashable, Sendable {
        package let address: PeerAddress
        package let failure: Failure

        package enum Failure: Hashable, Sendable {
            case network(String)
            /// Something answered there, and was not the peer.
            case refused(ConnectionRefusal)
        }
    }
}

/// Why the other end was not let in. Nothing it sent has been looked at beyond TLS.
package enum ConnectionRefusal: Error, Hashable, Sendable {
    /// It proved this key, and no one trusts it.
    case untrusted(DeviceID)
    /// It was to be one device and proved to be another, or was none of a node.
    case otherDevice(expected: DeviceID, found: DeviceID)
    case unsuitableKey
    case noKey
    case notTLS
    /// It speaks TLS, and not Wiredesk.
    case otherProtocol
    case handshakeTimeout
    case handshakeAbandoned
    case tooManyConnections
    /// Someone wanted to pair, and no invitation is open.
    case notInvited
    /// Any other fault of the handshake, in the words of the TLS library.
    case handshake(reason: String)
}

/// Why this end closed a connection, or how the other end did.
package enum CloseReason: Hashable, Sendable {
    case finished
    case finishedByPeer
    /// The user forgot the peer.
    case revoked
    /// The same peer has a newer connection, or the one that both ends agree to keep.
    case replaced
    case stopping
}

extension PeerTransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let attempts) where attempts.isEmpty: "not reachable: no address is known"
        case .unreachable(let attempts):
            "not reachable: " + attempts.map(\.description).joined(separator: ", ")
        case .cannotListen(let address, let reason): "cannot listen on \(address): \(reason)"
        case .refused(let refusal): "refused: \(refusal)"
        case .refusedByPeer: "the peer does not accept this node's key; pair again with `wiredesk peer invite` there"
        case .frame(let error): "the peer sent \(error)"
        case .idle(let duration): "nothing heard for \(duration)"
        case .lost(let reason): "connection lost: \(reason)"
        case .closed(let reason): "closed: \(reason)"
        }
    }
}

extension PeerTransportError.Attempt: CustomStringConvertible {
    package var description: String {
        switch failure {
        case .network(let reason): "\(address) (\(reason))"
        case .refused(let refusal): "\(address) (\(refusal))"
        }
    }
}

extension ConnectionRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .untrusted(let device): "key \(device.text) is not one of this node's peers"
        case .otherDevice(let expected, let found): "key \(found.text) was shown where \(expected.text) is pinned"
        case .unsuitableKey: "its key is not of the kind that nodes have (P-256)"
        case .noKey: "it showed no key"
        case .notTLS: "what it sent is not TLS"
        case .otherProtocol: "it does not speak this version of the Wiredesk protocol"
        case .handshakeTimeout: "it did not finish the handshake in time"
        case .handshakeAbandoned: "it went away during the handshake"
        case .tooManyConnections: "too many connections at once"
        case .notInvited: "it wants to pair, and no invitation is open"
        case .handshake(let reason): "the handshake failed: \(reason)"
        }
    }
}

extension CloseReason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .finished: "done"
        case .finishedByPeer: "the peer hung up"
        case .revoked: "the peer was forgotten"
        case .replaced: "replaced by another connection with the same peer"
        case .stopping: "this node is stopping"
        }
    }
}
