import Changelog
import Model
import PeerTransport

/// How this node stands with one peer now, as `sync status` tells it.
struct PeerStanding: Sendable {
    /// The connection in use, if there is one.
    var connection: PeerConnection?
    var connectedSince: Timestamp?
    /// Everything that either had when the session began is on both, and what changes is sent at once.
    var isLive = false
    var lastContact: Timestamp?
    /// Rows of the peer's log that are still to come, at most.
    var toReceive: Int64 = 0
    /// Rows of this node's log that are still to go, at most.
    var toSend: Int64 = 0
    /// How far the peer has this node's log.
    var sent: PeerBook.SentLog?
    /// What went wrong last; nothing once both are in step again.
    var problem: String?
    /// How far the peer's clock is ahead, if that is worth a warning.
    var clockAhead: Duration?
    /// Attempts to call it that have come to an end, one way or the other.
    var attempts = 0
    var quota: PeerQuota?
}
