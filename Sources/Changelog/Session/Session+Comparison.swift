extension Session {
    /// The initiator has pulled and pushed: do both hold the same?
    mutating func compare<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        guard replica.safeguards.digest || mustReconcile else { return try converge(in: &replica) }
        phase = .comparing
        return [
            .send(
                .compare(
                    Comparison(
                        vector: try replica.shownVector(), digest: try replica.digest().total,
                        reconcile: mustReconcile)))
        ]
    }

    /// The initiator's further steps.
    mutating func compare<Store: RegisterStore>(
        _ message: Message, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        switch (message, phase) {
        case (.compared(let vector, let groups), .comparing):
            comparedVector = vector
            guard let groups else { return try conclude(Reconciliation(buckets: []), in: &replica) }
            let mine = try replica.digest().groups.map(\.total)
            let differing = zip(mine, groups).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
            guard !differing.isEmpty else { return try conclude(Reconciliation(buckets: []), in: &replica) }
            phase = .probingGroups(differing)
            return [.send(.probeGroups(differing))]
        case (.bucketSums(let sums), .probingGroups(let groups)):
            return try probe(Reconciliation(buckets: try differing(groups, sums, in: &replica)), in: &replica)
        case (.bucketRows(let rows), .probing(let reconciliation)):
            return try receive(rows, reconciliation, in: &replica)
        case (.settle, .settling):
            try joinCompared(in: &replica)
            return try converge(in: &replica)
        default: throw Refusal(.unexpected)
        }
    }

    /// The responder's part, without a memory of its own but the vector it was told.
    mutating func serveComparison<Store: RegisterStore>(
        _ message: Message, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        switch message {
        case .compare(let comparison):
            comparedVector = comparison.vector
            let vector = try replica.shownVector()
            let digest = try replica.digest()
            let isWorthwhile = comparison.reconcile || (vector == comparison.vector && replica.safeguards.digest)
            let groups = isWorthwhile && digest.total != comparison.digest ? digest.groups.map(\.total) : nil
            return [.send(.compared(vector, groups: groups))]
        case .probeGroups(let groups):
            var sums: [UInt128] = []
            for group in groups { sums += try replica.digestGroup(group).sums }
            return [.send(.bucketSums(sums))]
        case .probeBuckets(let probe):
            return [.send(.bucketRows(try replica.rows(for: probe, changesPerFrame: changesPerFrame)))]
        case .repair(let changes):
            let outcome = try replica.apply(changes, from: peer)
            return [.applied(outcome), .send(.received(frames: 1)), .event(.repaired(here: changes.count, there: 0))]
        case .settle:
            try joinCompared(in: &replica)
            return [.send(.settle)]
        default: throw Refusal(.unexpected)
        }
    }

    mutating func repaired<Store: RegisterStore>(
        _ before: Reconciliation, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        var reconciliation = before
        reconciliation.unacknowledged -= 1
        phase = .repairing(reconciliation)
        return reconciliation.unacknowledged > 0 ? [] : try probe(reconciliation, in: &replica)
    }

    private mutating func probe<Store: RegisterStore>(
        _ before: Reconciliation, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        var reconciliation = before
        guard let probe = try reconciliation.next(in: replica) else {
            return try conclude(reconciliation, in: &replica)
        }
        phase = .probing(reconciliation)
        return [.send(.probeBuckets(probe))]
    }

    private mutating func receive<Store: RegisterStore>(
        _ rows: BucketRows, _ before: Reconciliation, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        var reconciliation = before
        let outcome = try replica.apply(rows.changes, from: peer)
        reconciliation.received += outcome.applied.count
        let applied = SessionOutput.applied(outcome)
        if rows.more {
            guard let probe = try reconciliation.again(after: rows.changes.last?.id, in: replica) else {
                return [applied] + end(Refusal(.malformed, "an answer to a probe that goes no further"))
            }
            phase = .probing(reconciliation)
            return [applied, .send(.probeBuckets(probe))]
        }
        let frames = try replica.repairs(
            of: Set(rows.wanted), inBuckets: reconciliation.probed, changesPerFrame: changesPerFrame)
        if frames.isEmpty { return [applied] + (try probe(reconciliation, in: &replica)) }
        reconciliation.sent += frames.reduce(0) { $0 + $1.count }
        reconciliation.unacknowledged = frames.count
        phase = .repairing(reconciliation)
        return [applied] + frames.map { .send(.repair($0)) }
    }

    private func differing<Store: RegisterStore>(
        _ groups: [Int], _ sums: [UInt128], in replica: inout Replica<Store>
    ) throws -> [Int] {
        let width = StateDigest.bucketsPerGroup
        guard sums.count == groups.count * width else { throw Refusal(.malformed, "sums of other groups") }
        var buckets: [Int] = []
        for (index, group) in groups.enumerated() {
            let mine = try replica.digestGroup(group).sums
            for bucket in 0..<width where mine[bucket] != sums[index * width + bucket] {
                buckets.append(group * width + bucket)
            }
        }
        return buckets
    }

    private mutating func conclude<Store: RegisterStore>(
        _ reconciliation: Reconciliation, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        var outputs: [SessionOutput] = []
        if reconciliation.received + reconciliation.sent > 0 {
            outputs.append(.event(.repaired(here: reconciliation.received, there: reconciliation.sent)))
        }
        guard mustReconcile else { return outputs + (try converge(in: &replica)) }
        phase = .settling
        return outputs + [.send(.settle)]
    }

    /// Each side held everything that its vector said when the comparison began, and both hold it now.
    private mutating func joinCompared<Store: RegisterStore>(in replica: inout Replica<Store>) throws {
        guard let vector = comparedVector else { throw Refusal(.unexpected) }
        try replica.join(vector, excluding: inflow?.excluded ?? [])
        outflow?.peerVector.raise(to: vector)
        comparedVector = nil
        disputed = []
        mustReconcile = false
    }
}
