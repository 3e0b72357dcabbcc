/// The counters of one incarnation of one database: the one row of the table `node`.
package struct NodeState: Hashable, Sendable {
    /// Under which local changes are made.
    package var origin: OriginID
    /// Names this node's log to those who keep a cursor into it; random, minted together with the origin.
    package var log: LogID
    /// Of the last change made under `origin`; 0 before the first.
    package var sequence: Int64
    /// Over all changes made under `origin`.
    package var chain: Chain
    /// The highest `Register.lseq`.
    package var lseq: Int64
    /// `HybridClock.last`.
    package var clock: Int64

    package init(origin: OriginID, log: LogID, sequence: Int64, chain: Chain, lseq: Int64, clock: Int64) {
        self.origin = origin
        self.log = log
        self.sequence = sequence
        self.chain = chain
        self.lseq = lseq
        self.clock = clock
    }

    /// A database that has never made a change.
    init(origin: OriginID, log: LogID) {
        self.init(
            origin: origin, log: log, sequence: 0, chain: Chain(startOf: origin), lseq: 0, clock: 0)
    }
}

/// One life of one node's log, so that a cursor into a former one means nothing.
package struct LogID: Hashable, Sendable {
    package let rawValue: UInt64

    package init(_ rawValue: UInt64) { self.rawValue = rawValue }
}

/// What is known of one origin: all its changes up to a sequence number are held, or others that superseded them.
package struct OriginState: Hashable, Sendable {
    package var origin: OriginID
    package var sequence: Int64
    /// The origin's chain at `sequence`.
    package var chain: Chain

    package init(origin: OriginID, sequence: Int64, chain: Chain) {
        self.origin = origin
        self.sequence = sequence
        self.chain = chain
    }
}

/// A place in another node's log, or in one's own as another node was told it.
package struct LogCursor: Hashable, Sendable {
    /// How many places in a peer's log a node keeps and presents, newest first.
    package static let kept = 8
    /// How many of the places that a peer was told a node remembers, newest first. Those of a whole window may never
    /// have reached the peer, so as many more.
    package static let remembered = kept + Limits.window

    /// All of the log up to this `lseq` was handed over.
    package var lseq: Int64
    /// Random, made by the log's owner and remembered by it: a cursor with a nonce that the owner never issued is from
    /// a life of the database that was since undone.
    package var nonce: UInt64

    package init(lseq: Int64, nonce: UInt64) {
        self.lseq = lseq
        self.nonce = nonce
    }
}
