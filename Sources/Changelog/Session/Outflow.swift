/// The way of this node's log to one peer: rows in order of `lseq`, without those that the peer's vector covers.
///
/// Each frame is read in a transaction of its own. A row that changes meanwhile moves to the end of the log, where the
/// stream has yet to come; so when a frame reaches the end, the peer has the whole of the log as it is in that
/// transaction, and the vector read there is what it has.
struct Outflow: Hashable, Sendable {
    /// Frames under way, of the `Limits.window` that there may be: as many as keep both ends busy on any line, and no
    /// more, since after a cut they are sent again.
    static let window = 3
    /// Rows after which a live stream tells its place again. What a click costs is mostly what goes with it; and from an
    /// older place no more is sent, since the vector covers it, only so many rows more are looked at.
    static let rowsPerPlace: Int64 = 256
    /// Rows that one frame looks at: a long log that the peer knows is passed over in several transactions.
    private static let visitsPerFrame = 65_536

    /// The log was sent up to here.
    private(set) var lseq: Int64
    var peerVector: VersionVector
    /// What the peer was told of this node's vector: of it, only what is new is sent again.
    private var toldVector: VersionVector
    var unacknowledged = 0
    /// The last frame reached the end of the log.
    private(set) var isAtEnd = false

    private let changesPerFrame: Int

    init(
        after lseq: Int64, to peerVector: VersionVector, told toldVector: VersionVector = VersionVector(),
        changesPerFrame: Int
    ) {
        self.changesPerFrame = changesPerFrame
        self.lseq = lseq
        self.peerVector = peerVector
        self.toldVector = toldVector
    }

    /// Starts from the newest of the peer's places that this node remembers having told it, or from the beginning.
    /// What the peer was told besides never reached it, and is forgotten: a line that breaks again and again before
    /// anything comes through must not push the last good place out of memory.
    init<Store: RegisterStore>(
        from cursors: [LogCursor], of peer: DeviceID, to vector: VersionVector, changesPerFrame: Int,
        in replica: borrowing Replica<Store>
    ) throws {
        let issued = try replica.store.cursorsOut(of: peer)
        let known = cursors.filter {
            $0.lseq <= replica.node.lseq && (!replica.safeguards.cursorNonces || issued.contains($0))
        }
        if !known.isEmpty { try replica.store.setCursorsOut(issued.filter { known.contains($0) }, of: peer) }
        self.init(after: known.map(\.lseq).max() ?? 0, to: vector, changesPerFrame: changesPerFrame)
    }

    /// The next frame; without a place in the log to come back to if it goes into a file (`peer` is `nil`).
    ///
    /// `nil` if there is nothing in it and both are in step already, so that its vector is not wanted either.
    mutating func next<Store: RegisterStore>(
        to peer: DeviceID?, in replica: inout Replica<Store>, isLive: Bool = false, peerMakesChains: Bool = false
    ) throws -> ChangeBatch? {
        var changes: [Change] = []
        var bytes = 0
        var visits = 0
        var through = lseq
        var isFull = false
        let covered = peerVector
        try replica.store.visitLog(after: lseq) { place, register in
            if !covered.covers(place.position) {
                let change = try register().change
                if bytes + change.value.count > Limits.frameValueBytes, !changes.isEmpty {
                    isFull = true
                    return false
                }
                changes.append(change)
                bytes += change.value.count
            }
            through = place.lseq
            visits += 1
            isFull = changes.count >= changesPerFrame || visits == Self.visitsPerFrame
            return !isFull
        }
        isAtEnd = !isFull || through == replica.node.lseq
        lseq = isAtEnd ? replica.node.lseq : through
        if changes.isEmpty, isLive { return nil }
        unacknowledged += 1
        var told = toldVector
        // What the peer has said itself it need not be told.
        if isLive { told.raise(to: peerVector) }
        var vector = isAtEnd ? try newsOfVector(since: told, in: &replica) : nil
        if isLive, peerMakesChains, vector == told.continued(by: changes) { vector = nil }
        return ChangeBatch(
            changes: changes, cursor: try peer.flatMap { try issueCursor(to: $0, isLive: isLive, in: replica) },
            remaining: replica.node.lseq - lseq, vector: vector)
    }
}

extension Outflow {
    private func issueCursor<Store: RegisterStore>(
        to peer: DeviceID, isLive: Bool, in replica: borrowing Replica<Store>
    ) throws -> LogCursor? {
        let issued = try replica.store.cursorsOut(of: peer)
        if isLive, let newest = issued.first, lseq - newest.lseq < Self.rowsPerPlace { return nil }
        let cursor = LogCursor(lseq: lseq, nonce: replica.random())
        try replica.store.setCursorsOut(Array(([cursor] + issued).prefix(LogCursor.remembered)), of: peer)
        return cursor
    }

    private mutating func newsOfVector<Store: RegisterStore>(
        since told: VersionVector, in replica: inout Replica<Store>
    ) throws -> VersionVector {
        toldVector = try replica.shownVector()
        return toldVector.changes(since: told)
    }
}
