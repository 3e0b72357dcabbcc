extension Replica {
    /// Makes a local change. `nil` if the register says so already, or holds a value that the kind's rule prefers (an
    /// earlier first sight, a later mark): then there is nothing to store.
    ///
    /// Throws `ValueDefect` for a value that no peer would take, `WriteRefusal`, and what the store throws.
    ///
    /// - Parameter again: whether it is written, at the time of now, even if the register says so already.
    package mutating func write(_ value: ChangeValue, again: Bool = false) throws -> AppliedChange? {
        let (id, bytes) = try value.encoded()
        let before = clock
        let first = try next(id, bytes, over: nil)
        if let register = try add([first])[0] {
            advance(with: first)
            return AppliedChange(register: register, value: value, replaced: nil)
        }
        clock = before
        guard let old = try store.register(id), old.value != bytes || again else { return nil }
        let change = try next(id, bytes, over: old)
        guard change.supersedes(old.change) else {
            clock = before
            return nil
        }
        advance(with: change)
        return AppliedChange(register: try replace(old, with: change), value: value, replaced: old)
    }

    /// The change that this node makes next if it makes this one.
    private mutating func next(_ id: RegisterID, _ bytes: [UInt8], over old: Register?) throws -> Change {
        guard let time = clock.tick(at: now, over: safeguards.registerBump ? old?.version.clock : nil) else {
            throw WriteRefusal.clockExhausted(id)
        }
        return Change(
            id: id, version: Version(clock: time, author: node.origin, value: bytes),
            position: Position(origin: node.origin, sequence: node.sequence + 1), value: bytes)
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
