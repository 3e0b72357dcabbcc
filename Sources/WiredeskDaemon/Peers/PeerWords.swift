import Changelog
import PeerTransport

/// Why a session with a peer ended, in the words of the log and of `sync status`.
enum PeerSessionEnd: Error, CustomStringConvertible {
    /// This node ended it.
    case refused(Changelog.Refusal)
    /// The peer did, and said why.
    case refusedByPeer(Changelog.Refusal)
    /// The peer asks for much and takes none of it.
    case unread(bytes: Int)

    var description: String {
        switch self {
        case .refused(let refusal): "ended the session: \(refusal.words)"
        case .refusedByPeer(let refusal): "the peer ended the session: \(refusal.words)"
        case .unread(let bytes): "ended the session: the peer does not read \(bytes) bytes of answers"
        }
    }
}

extension Changelog.Refusal {
    var words: String {
        let reason =
            switch reason {
            case .noCommonProtocol: "no version of the protocol is common to both; update the older one"
            case .malformed: "a message could not be read"
            case .unexpected: "a message came out of turn"
            case .quota: "too much of what was sent had to be set aside"
            case .busy: "it is busy"
            case .revoked: "this node was forgotten there"
            case .unsettled: "whether the two databases share a past could not be settled"
            case .other: "for a reason that this version does not know"
            }
        return detail.isEmpty ? reason : "\(reason) (\(detail))"
    }
}

extension ChangeKind {
    /// The name of a kind in `docs/protocol.md`, or its code.
    static func words(forCode code: Int64) -> String {
        switch UInt32(exactly: code).flatMap({ ChangeKind(code: $0) }) {
        case .articleRevision: "article"
        case .read: "read"
        case .starred: "starred"
        case .hidden: "hidden"
        case .markAllRead: "mark all read"
        case .tag: "tag"
        case .note: "note"
        case .feedField: "feed"
        case .pair: "pair"
        case .rule: "rule"
        case .savedSearch: "saved search"
        case .device: "device"
        default: "kind \(code)"
        }
    }
}

extension OriginDoubt {
    /// What happened to this node's database.
    var words: String {
        switch self {
        case .fileIdentity: "the database was copied, moved or restored"
        case .restored: "a backup was restored"
        case .repaired: "the database was damaged, and was repaired"
        case .peerKnowsMore: "a peer knows changes of this node that the database has lost: it was rolled back"
        case .otherHistory: "a peer knows another history of this node: its database was copied or rolled back"
        case .sharedOrigin: "another node works on a copy of this database"
        case .ownChangeFromElsewhere: "a change came in that only this node could have made: its database was copied"
        }
    }
}
