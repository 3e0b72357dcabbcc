/// The way of one peer's log to this node.
struct Inflow: Hashable, Sendable {
    let log: LogID
    /// Origins of changes that were set aside: the vector does not move past those.
    private(set) var excluded: Set<OriginID> = []
    /// Changes that were set aside.
    private(set) var quarantined = 0

    init(log: LogID) { self.log = log }

    /// Merges one frame. `disputed` origins do not join the vector before they are settled.
    mutating func receive<Store: RegisterStore>(
        _ batch: ChangeBatch, from peer: DeviceID, disputed: Set<OriginID>, in replica: inout Replica<Store>
    ) throws -> ApplyOutcome {
        let outcome = try replica.apply(batch.changes, decoded: batch.decoded, from: peer)
        quarantined += outcome.quarantined.count
        excluded.formUnion(outcome.quarantined.map(\.change.position.origin))
        if !replica.safeguards.vectorAtEnd { try joinRows(of: batch, in: &replica) }
        // After something was set aside the rest is asked for again next time: it may be understood by then.
        if let cursor = batch.cursor, excluded.isEmpty {
            let kept = [cursor] + (try replica.store.cursorsIn(of: peer, log: log))
            try replica.store.setCursorsIn(Array(kept.prefix(LogCursor.kept)), of: peer, log: log)
        }
        if let vector = batch.vector { try replica.join(vector, excluding: excluded.union(disputed)) }
        return outcome
    }

    /// What other systems do, and what loses changes: only the simulation comes here.
    private func joinRows<Store: RegisterStore>(of batch: ChangeBatch, in replica: inout Replica<Store>) throws {
        for change in batch.changes {
            var vector = VersionVector()
            vector[change.position.origin] = .init(
                sequence: change.position.sequence, chain: Chain(UInt64(change.version.valuePrefix)))
            try replica.join(vector)
        }
    }
}
