import Changelog

/// The connections of this node that are in use: one a peer.
actor LiveConnections {
    private let node: DeviceID
    private let limit: Int
    private var byPeer: [DeviceID: PeerConnection] = [:]

    init(node: DeviceID, limit: Int) {
        self.node = node
        self.limit = limit
    }

    var all: [PeerConnection] { Array(byPeer.values) }

    /// Makes `connection` the one with its peer, and closes the one before it; throws why not.
    func claim(_ connection: PeerConnection) async throws(PeerTransportError) {
        let earlier = byPeer[connection.peer]
        if let earlier {
            guard keeps(later: connection, over: earlier) else { throw .closed(.replaced) }
        } else if byPeer.count >= limit {
            throw .refused(.tooManyConnections)
        }
        byPeer[connection.peer] = connection
        await earlier?.close(.replaced)
    }

    func release(_ connection: PeerConnection) {
        if byPeer[connection.peer] === connection { byPeer[connection.peer] = nil }
    }

    func close(_ peer: DeviceID, _ reason: CloseReason) async { await byPeer[peer]?.close(reason) }

    private func keeps(later: PeerConnection, over earlier: PeerConnection) -> Bool {
        Self.keeps(later: later.isDialed, over: earlier.isDialed, node: node, peer: later.peer)
    }

    /// Which of two connections between the same pair stays. Both ends decide, in whatever order they see the two, and
    /// must agree.
    ///
    /// Of two that the same end dialed, the later: it would not have called again if the earlier were alive. Of two
    /// that crossed, the one that the smaller device id dialed.
    static func keeps(later isDialed: Bool, over earlierIsDialed: Bool, node: DeviceID, peer: DeviceID) -> Bool {
        isDialed == earlierIsDialed || isDialed == (node < peer)
    }
}
