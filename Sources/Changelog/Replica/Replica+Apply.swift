/// What became of the changes that a peer sent.
package struct ApplyOutcome: Hashable, Sendable {
    /// In the order in which they came.
    package var applied: [AppliedChange] = []
    package var quarantined: [QuarantinedChange] = []
}

extension Replica {
    /// Merges changes that `peer` sent: any order, any number of times.
    ///
    /// What is invalid goes to quarantine and the rest is merged. Throws only what the store throws.
    package mutating func apply(_ changes: [Change], from peer: DeviceID) throws -> ApplyOutcome {
        try apply(changes, decoded: DecodedValues(), from: peer)
    }

    /// - Parameter decoded: empty, or what these changes say.
    mutating func apply(
        _ changes: [Change], decoded: DecodedValues, from peer: DeviceID
    ) throws -> ApplyOutcome {
        var outcome = ApplyOutcome()
        var sound: [(change: Change, value: ChangeValue?)] = []
        sound.reserveCapacity(changes.count)
        let values = decoded.values.count == changes.count ? decoded.values : changes.map(\.validated)
        for (change, value) in zip(changes, values) {
            switch value {
            case .success(let value): sound.append((change, value))
            case .failure(let defect):
                if let old = try store.register(change.id), !change.supersedes(old.change) { continue }
                let item = QuarantinedChange(peer: peer, received: now, change: change, defect: defect)
                try store.quarantine(item)
                outcome.quarantined.append(item)
            }
        }
        outcome.applied.reserveCapacity(sound.count)
        for ((change, value), new) in zip(sound, try add(sound.map(\.change))) {
            guard let (register, old) = try new.map({ ($0, nil) }) ?? merge(change) else { continue }
            try makeWay(for: change.position)
            clock.observe(change.version.clock, at: now)
            outcome.applied.append(AppliedChange(register: register, value: value, replaced: old))
        }
        return outcome
    }

    /// Puts a change in place of the one that is here; `nil` if that stays.
    private mutating func merge(_ change: Change) throws -> (register: Register, replaced: Register?)? {
        guard let old = try store.register(change.id), change.supersedes(old.change) else { return nil }
        return (try replace(old, with: change), old)
    }

    /// A change of this node's own origin that it has not made yet was made by a later or another life of its
    /// database: the origin is no longer this node's alone.
    private mutating func makeWay(for position: Position) throws {
        if safeguards.chains, position.origin == node.origin, position.sequence > node.sequence {
            try mintOrigin(because: .ownChangeFromElsewhere)
        }
    }
}

extension Change {
    /// What it says; `nil` where its kind or setting is newer than this node.
    var validated: Result<ChangeValue?, ValueDefect> {
        guard (0...HybridClock.highest).contains(version.clock) else {
            return .failure(ValueDefect(field: "clock", reason: .outOfRange))
        }
        guard (1...Limits.sequence).contains(position.sequence) else {
            return .failure(ValueDefect(field: "sequence", reason: .outOfRange))
        }
        do throws(ValueDefect) {
            return .success(try ChangeValue(of: id, bytes: value))
        } catch {
            return .failure(error)
        }
    }
}
