package import Model

/// What a register is called on every peer.
package struct RegisterID: Hashable, Comparable, Sendable {
    package let kind: ChangeKind
    package let key: RecordKey

    package init(kind: ChangeKind, key: RecordKey) {
        self.kind = kind
        self.key = key
    }

    /// By key, then kind: the order in which a store keeps them, so that a bucket of the digest is one range.
    package static func < (left: RegisterID, right: RegisterID) -> Bool {
        (left.key, left.kind) < (right.key, right.kind)
    }
}

/// One entry of the changelog as it travels: a register's state, with the position it travels at.
package struct Change: Hashable, Sendable {
    package var id: RegisterID
    package var version: Version
    package var position: Position
    /// The value's protobuf bytes; at most `Limits.valueBytes`.
    package var value: [UInt8]

    package init(id: RegisterID, version: Version, position: Position, value: [UInt8]) {
        self.id = id
        self.version = version
        self.position = position
        self.value = value
    }

    /// Whether this state takes the place of `other`, a state of the same register.
    package func supersedes(_ other: Change) -> Bool {
        id.kind.rule.prefers((version, value), over: (other.version, other.value))
    }
}

/// The newest state of one register, as a node stores it. The log is these rows in order of `lseq`, and no others.
package struct Register: Hashable, Sendable {
    package var change: Change
    /// Where it stands in this node's own log: the newest change of any register is last. Unique.
    package var lseq: Int64

    package init(change: Change, lseq: Int64) {
        self.change = change
        self.lseq = lseq
    }

    package var id: RegisterID { change.id }
    package var version: Version { change.version }
    package var position: Position { change.position }
    package var value: [UInt8] { change.value }
}
