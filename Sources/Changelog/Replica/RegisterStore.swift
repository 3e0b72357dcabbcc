package import Model

/// What the changelog needs of a database, all inside one write transaction that is already open.
///
/// Each method is one indexed statement, or one for several registers. The tables, with the keys that make it so:
///
///     register(key, kind, clock, author, value_prefix, origin, sequence, lseq, value)
///         PRIMARY KEY (key, kind), UNIQUE (lseq), INDEX (origin, sequence)
///     node(one row), origin(id PRIMARY KEY, sequence, chain)
///     origin_mark(origin, sequence, chain) PRIMARY KEY (origin, sequence)
///     digest(group PRIMARY KEY, sums): 64 rows of 1 KiB
///     cursor_in(peer, log, rank, lseq, nonce), cursor_out(peer, rank, lseq, nonce)
///     quarantine(…)
///
/// Keys are compared as 16 unsigned bytes. Unsigned 64-bit numbers (origins, chains, nonces) may be stored with their
/// bits in a signed column: they are compared for equality only. Nothing is cached between transactions.
package protocol RegisterStore: AnyObject {
    /// `nil` in a database that is new.
    func node() throws -> NodeState?
    func setNode(_ node: NodeState) throws

    func register(_ id: RegisterID) throws -> Register?
    /// Stores those of which there is none of the same id, neither here nor earlier in the list. Their `lseq` are higher than
    /// all that were used, and rise.
    ///
    /// - Returns: whether each was stored.
    func insert(_ registers: [Register]) throws -> [Bool]
    /// In place of the register of the same id, if there is one.
    func put(_ register: Register) throws

    /// Registers with a higher `lseq`, in its order, until `body` returns false: handed their places, they are read only if
    /// `body` asks for them. It changes nothing.
    func visitLog(after lseq: Int64, _ body: (LogPlace, () throws -> Register) throws -> Bool) throws
    /// Registers at positions of `origin` with a higher sequence, in its order, until `body` returns false.
    func visitRegisters(of origin: OriginID, after sequence: Int64, _ body: (Register) throws -> Bool) throws
    /// Registers with a key in a range, in order of key and kind, until `body` returns false.
    func visitRegisters(keys: ClosedRange<RecordKey>, _ body: (Register) throws -> Bool) throws

    /// All origins but the node's own, in any order; at most `Limits.origins`.
    func origins() throws -> [OriginState]
    func setOrigin(_ state: OriginState) throws

    /// In order of sequence; a few hundred at most.
    func marks(of origin: OriginID) throws -> [ChainMark]
    /// In place of the mark at the same sequence, if there is one.
    func setMark(_ mark: ChainMark, of origin: OriginID) throws
    func removeMarks(of origin: OriginID, at sequences: [Int64]) throws

    /// All zero where none was set.
    func digestGroup(_ index: Int) throws -> DigestGroup
    func setDigestGroup(_ index: Int, _ group: DigestGroup) throws

    /// This node's places in a log of `peer`, newest first.
    func cursorsIn(of peer: DeviceID, log: LogID) throws -> [LogCursor]
    /// In place of all that were kept, for this or another log of `peer`.
    func setCursorsIn(_ cursors: [LogCursor], of peer: DeviceID, log: LogID) throws
    /// The places in this node's log that `peer` was told, newest first.
    func cursorsOut(of peer: DeviceID) throws -> [LogCursor]
    func setCursorsOut(_ cursors: [LogCursor], of peer: DeviceID) throws

    /// Sets aside what `peer` sent wrong. The store keeps as many as it sees fit.
    func quarantine(_ item: QuarantinedChange) throws
}

extension RegisterStore {
    /// The same for a reader of all of it.
    package func visitRegisters(after lseq: Int64, _ body: (Register) throws -> Bool) throws {
        try visitLog(after: lseq) { _, register in try body(register()) }
    }
}

/// Where a register stands: in the log of this node, and in the history of its origin.
package struct LogPlace: Hashable, Sendable {
    package var lseq: Int64
    package var position: Position

    package init(lseq: Int64, position: Position) {
        self.lseq = lseq
        self.position = position
    }
}

/// A change that was not merged, and why.
package struct QuarantinedChange: Hashable, Sendable {
    package var peer: DeviceID
    package var received: Timestamp
    package var change: Change
    package var defect: ValueDefect

    package init(peer: DeviceID, received: Timestamp, change: Change, defect: ValueDefect) {
        self.peer = peer
        self.received = received
        self.change = change
        self.defect = defect
    }
}
