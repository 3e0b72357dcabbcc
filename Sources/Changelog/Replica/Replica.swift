package import Model

/// A node's replicated state within one write transaction of its store.
///
/// Registers, counters, digest and chain change together or not at all: `transact` loads the counters when the
/// transaction has begun and writes them back before it ends. Domain rows that follow from a change belong into the
/// same transaction.
package struct Replica<Store: RegisterStore>: ~Copyable {
    package let store: Store
    package let now: Timestamp
    package internal(set) var node: NodeState
    /// Why new origins were taken in this transaction: each is worth a line in the log.
    package internal(set) var doubts: [OriginDoubt] = []
    let safeguards: Safeguards
    let random: () -> UInt64
    var clock: HybridClock
    /// The groups of the digest that this transaction has looked at.
    private var groups: [DigestGroup?] = Array(repeating: nil, count: StateDigest.groupCount)
    private var changedGroups: Set<Int> = []

    /// Runs `body` on the state in `store`, whose write transaction is open, and writes the counters back.
    ///
    /// Whatever this throws, the transaction must be rolled back. `random` makes origins and nonces.
    package static func transact<Result>(
        on store: Store, at now: Timestamp, safeguards: Safeguards = Safeguards(),
        random: @escaping () -> UInt64 = { .random(in: .min ... .max) },
        _ body: (inout Replica) throws -> Result
    ) throws -> Result {
        var replica = try Replica(store: store, now: now, safeguards: safeguards, random: random)
        let result = try body(&replica)
        try replica.finish()
        return result
    }

    private init(store: Store, now: Timestamp, safeguards: Safeguards, random: @escaping () -> UInt64) throws {
        self.store = store
        self.now = now
        self.safeguards = safeguards
        self.random = random
        node = try store.node() ?? NodeState(origin: OriginID(random()), log: LogID(random()))
        clock = HybridClock(last: node.clock)
    }

    private mutating func finish() throws {
        for index in changedGroups.sorted() {
            if let group = groups[index] { try store.setDigestGroup(index, group) }
        }
        node.clock = clock.last
        try store.setNode(node)
    }

    /// The digest as it stands now, with this transaction's changes.
    package mutating func digest() throws -> StateDigest {
        StateDigest(groups: try (0..<StateDigest.groupCount).map { try digestGroup($0) })
    }

    mutating func digestGroup(_ index: Int) throws -> DigestGroup {
        if let group = groups[index] { return group }
        let group = try store.digestGroup(index)
        groups[index] = group
        return group
    }

    /// Sets one group of the digest; true if it was another.
    mutating func replace(group index: Int, with group: DigestGroup) throws -> Bool {
        guard try digestGroup(index) != group else { return false }
        groups[index] = group
        changedGroups.insert(index)
        return true
    }

    /// Stores registers that are not here yet at the end of the log, and keeps the digest true; `nil` for those that are here.
    /// Nearly all that arrive are new: to find that out by storing them spares looking for them first.
    mutating func add(_ changes: [Change]) throws -> [Register?] {
        let registers = changes.enumerated().map { Register(change: $1, lseq: node.lseq + 1 + Int64($0)) }
        return try zip(registers, store.insert(registers)).map { register, isNew in
            guard isNew else { return nil }
            node.lseq = register.lseq
            try count(register.change, insteadOf: nil)
            return register
        }
    }

    /// Stores a state of a register in place of `old`, at the end of the log, and keeps the digest true.
    mutating func replace(_ old: Register, with change: Change) throws -> Register {
        node.lseq += 1
        let register = Register(change: change, lseq: node.lseq)
        try store.put(register)
        if old.version != change.version { try count(change, insteadOf: old) }
        return register
    }

    private mutating func count(_ change: Change, insteadOf old: Register?) throws {
        let bucket = StateDigest.bucket(of: change.id.key)
        var group = try digestGroup(bucket >> 6)
        // Not copied when it is changed: the array must be held once.
        groups[bucket >> 6] = nil
        if let old { group.subtract(StateDigest.element(old.id, old.version), from: bucket & 63) }
        group.add(StateDigest.element(change.id, change.version), to: bucket & 63)
        groups[bucket >> 6] = group
        changedGroups.insert(bucket >> 6)
    }
}

/// A register that a transaction changed, for the store to update the rows that follow from it.
package struct AppliedChange: Hashable, Sendable {
    package var register: Register
    /// `nil` where the kind or setting is newer than this node.
    package var value: ChangeValue?
    /// What it took the place of.
    package var replaced: Register?

    package init(register: Register, value: ChangeValue?, replaced: Register?) {
        self.register = register
        self.value = value
        self.replaced = replaced
    }
}
