package import Model

/// `peer.invite`: what to hand to the other node.
package struct PeerInvitation: Hashable, Sendable, Codable {
    /// For `peer.join` there. Whoever has it can become a peer, once, until it expires.
    package var invitation: String
    package var expires: Timestamp
    /// Where the other node will look for this one.
    package var addresses: [String]

    package init(invitation: String, expires: Timestamp, addresses: [String]) {
        self.invitation = invitation
        self.expires = expires
        self.addresses = addresses
    }
}

/// One node that this one is paired with, and how the two stand.
package struct PeerSummary: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Connected, and in step: what changes is sent at once.
        case live
        /// Connected, and exchanging what is outstanding.
        case syncing
        case away
    }

    package var name: String
    /// The device id; any beginning of it names the peer.
    package var device: String
    package var short: String
    package var state: State
    package var addresses: [String]
    package var connectedSince: Timestamp?
    package var lastContact: Timestamp?
    /// Changes that the peer does not have yet, at most; absent if that is not known.
    package var toSend: Int64?
    /// Changes that are still to come from it, at most; absent while it is away.
    package var toReceive: Int64?
    /// Bytes on the network, of the connection in use.
    package var bytesReceived: Int64?
    package var bytesSent: Int64?
    /// Of both directions, over the life of the connection.
    package var bytesPerSecond: Int64?
    /// How far its clock is ahead of this one's, if that is more than two minutes.
    package var clockAheadSeconds: Int64?
    /// What went wrong last, in one line.
    package var problem: String?

    package init(
        name: String, device: String, short: String, state: State, addresses: [String],
        connectedSince: Timestamp? = nil, lastContact: Timestamp? = nil, toSend: Int64? = nil,
        toReceive: Int64? = nil, bytesReceived: Int64? = nil, bytesSent: Int64? = nil, bytesPerSecond: Int64? = nil,
        clockAheadSeconds: Int64? = nil, problem: String? = nil
    ) {
        self.name = name
        self.device = device
        self.short = short
        self.state = state
        self.addresses = addresses
        self.connectedSince = connectedSince
        self.lastContact = lastContact
        self.toSend = toSend
        self.toReceive = toReceive
        self.bytesReceived = bytesReceived
        self.bytesSent = bytesSent
        self.bytesPerSecond = bytesPerSecond
        self.clockAheadSeconds = clockAheadSeconds
        self.problem = problem
    }
}

/// `sync.status` and `sync.now`: how far this node is from agreeing with the others.
package struct SyncReport: Hashable, Sendable, Codable {
    package var name: String
    package var device: String
    /// Where peers reach this node.
    package var listening: [String]
    package var peers: [PeerSummary]
    package var folders: [FolderSummary]
    /// Bodies that peers have and this node does not.
    package var missingBodies: Int
    /// Articles of peers that wait to be folded and indexed.
    package var pending: Int
    /// Changes that were set aside because they cannot be.
    package var quarantined: Int
    /// Of everything that is replicated; equal on nodes that agree.
    package var digest: String
    package var problems: [String]

    package init(
        name: String, device: String, listening: [String], peers: [PeerSummary], folders: [FolderSummary],
        missingBodies: Int, pending: Int, quarantined: Int, digest: String, problems: [String] = []
    ) {
        self.name = name
        self.device = device
        self.listening = listening
        self.peers = peers
        self.folders = folders
        self.missingBodies = missingBodies
        self.pending = pending
        self.quarantined = quarantined
        self.digest = digest
        self.problems = problems
    }
}

/// A directory that is used as a mailbox.
package struct FolderSummary: Hashable, Sendable, Codable {
    package var path: String
    package var lastExchange: Timestamp?
    package var problem: String?

    package init(path: String, lastExchange: Timestamp? = nil, problem: String? = nil) {
        self.path = path
        self.lastExchange = lastExchange
        self.problem = problem
    }
}

/// `sync.quarantine`: a change that was set aside, because it cannot be.
package struct QuarantinedItem: Hashable, Sendable, Codable {
    /// Who sent it, as that node is called here; absent where it was damaged in this very database.
    package var peer: String?
    package var received: Timestamp
    /// What it would have changed: "read", "note", or a number for a kind that this version does not know.
    package var kind: String
    /// The register's key, in hexadecimal digits.
    package var key: String
    package var reason: String
    /// Of the value, which is kept.
    package var bytes: Int

    package init(peer: String?, received: Timestamp, kind: String, key: String, reason: String, bytes: Int) {
        self.peer = peer
        self.received = received
        self.kind = kind
        self.key = key
        self.reason = reason
        self.bytes = bytes
    }
}

/// What a bundle held.
package struct BundleReport: Hashable, Sendable, Codable {
    package var summary: String
    package var file: String
    package var changes: Int
    package var bytes: Int64
    /// Changes that were set aside.
    package var quarantined: Int

    package init(summary: String, file: String, changes: Int, bytes: Int64, quarantined: Int = 0) {
        self.summary = summary
        self.file = file
        self.changes = changes
        self.bytes = bytes
        self.quarantined = quarantined
    }
}
