extension Replica {
    /// Makes a local change. `nil` if the register says so already, or holds a value that the kind's rule prefers (an
    /// earlier first sight, a later mark): then there is nothing to store.
    ///
    /// Throws `ValueDefect` for a value that no peer would take, `WriteRefusal`, and what the store throws.
    ///
    /// - Parameter again: whether it is written, at the time of now, even if the register says so already.
    package mutating func write(_ value: ChangeValue, again: Bool = false) throws -> AppliedChange? {
        let (id, bytes) = try value.encoded()
        let old = try store.register(id)
        if let old, old.value == bytes, !again { return nil }
        guard let register = try write(id, bytes, over: old) else { return nil }
        return AppliedChange(register: register, value: value, replaced: old)
    }

    private mutating func write(_ id: RegisterID, _ bytes: [UInt8], over old: Register?) throws -> Register? {
        let before = clock
        guard let time = clock.tick(at: now, over: safeguards.registerBump ? old?.version.clock : nil) else {
            throw WriteRefusal.clockExhausted(id)
        }
        let change = Change(
            id: id, version: Version(clock: time, author: node.origin, value: bytes),
            position: Position(origin: node.origin, sequence: node.sequence + 1), value: bytes)
        if let old, !change.supersedes(old.change) {
            clock = before
            return nil
        }
        advance(with: change)
        return try replace(old, with: change)
    }

    /// Takes the next position of this node's origin for `change`.
    mutating func advance(with change: Change) {
        node.sequence += 1
        node.chain = node.chain.followed(by: change.id, change.version)
    }
}

/// Why a local change could not be made.
package enum WriteRefusal: Error, Hashable, Sendable {
    /// The register holds the highest clock value there is, so nothing can follow it. Only a peer that makes up clock
    /// values brings this about.
    case clockExhausted(RegisterID)
}
