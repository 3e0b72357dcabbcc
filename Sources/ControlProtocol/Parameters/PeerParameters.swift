/// `peer.invite`: a string with which another node can become a peer.
package struct PeerInviteParameters: Hashable, Sendable, Codable {
    /// `host:port` where the other node will find this one; absent: wherever this one listens.
    package var address: String?

    package init(address: String? = nil) { self.address = address }
}

/// `peer.join`: uses an invitation.
package struct PeerJoinParameters: Hashable, Sendable, Codable {
    package var invitation: String

    package init(invitation: String) { self.invitation = invitation }
}

/// `peer.forget`: by name, or by the beginning of a device id.
package struct PeerParameters: Hashable, Sendable, Codable {
    package var peer: String

    package init(peer: String) { self.peer = peer }
}

/// `peer.rename`.
package struct PeerRenameParameters: Hashable, Sendable, Codable {
    package var peer: String
    package var name: String

    package init(peer: String, name: String) {
        self.peer = peer
        self.name = name
    }
}

/// `bundle.export`: writes a file of changes. At most one of `all`, `peer` and `since` is given; without any it holds
/// everything.
package struct BundleExportParameters: Hashable, Sendable, Codable {
    /// An absolute path, which the daemon writes.
    package var file: String
    /// What this peer is not known to have.
    package var peer: String?
    /// What the writer of this bundle, an absolute path, did not have when it wrote it.
    package var since: String?

    package init(file: String, peer: String? = nil, since: String? = nil) {
        self.file = file
        self.peer = peer
        self.since = since
    }
}

/// `bundle.import`, `backup` and `restore`: a file, by an absolute path, which the daemon reads or writes.
package struct FileParameters: Hashable, Sendable, Codable {
    package var file: String

    package init(file: String) { self.file = file }
}
