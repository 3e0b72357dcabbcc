import Changelog
import Model

/// Sees every commit of every node, and knows what must hold. The numbers are those of the invariants in
/// `docs/protocol.md`.
struct Observer {
    /// Every change that was ever sent out at a position.
    private var sent: [Position: Change] = [:]
    /// The highest position of each origin in `sent`.
    private var heights: [OriginID: Int64] = [:]
    /// Origins that two lives of a database may have used, because nobody noticed.
    private var tainted: Set<OriginID> = []
    private var lastSeen: [Int: [RegisterID: Register]] = [:]
    /// Nodes that committed since the last check.
    private var changed: Set<Int> = []
    var hasLiar = false

    mutating func taint(_ origin: OriginID) { tainted.insert(origin) }

    /// A node's database was replaced: it may know less than before.
    mutating func forget(_ node: SimulatedNode) {
        lastSeen[node.index] = nil
        changed.insert(node.index)
    }

    /// After each commit: what is new under the node's own origin.
    mutating func note(_ node: SimulatedNode, in world: World) {
        changed.insert(node.index)
        guard let origin = node.contents.node?.origin else { return }
        for register in node.registers.values where register.position.origin == origin {
            if let known = sent[register.position] {
                if known != register.change, !tainted.contains(origin), !hasLiar {  // 7
                    world.violations.append(.positionUsedTwice("node \(node.index), \(register.position)"))
                }
                continue
            }
            sent[register.position] = register.change
            heights[origin] = max(heights[origin] ?? 0, register.position.sequence)
        }
    }

    /// After each step.
    mutating func check(_ world: World) {
        for node in world.nodes where changed.contains(node.index) {
            checkForward(node, world)
            checkDigest(node, world)
            checkCoverage(node, world)
        }
        if !changed.isEmpty { checkEqualVectors(world) }
        changed = []
    }

    // 2: a register never goes back on a node.
    private mutating func checkForward(_ node: SimulatedNode, _ world: World) {
        let registers = node.registers
        for (id, before) in lastSeen[node.index] ?? [:] where registers[id]?.change != before.change {
            guard let after = registers[id] else {
                world.violations.append(.wentBack("node \(node.index) lost \(id)"))
                continue
            }
            let isReissued = after.version == before.version && after.value == before.value
            if !isReissued, !after.change.supersedes(before.change) {
                world.violations.append(.wentBack("node \(node.index), \(id)"))
            }
        }
        lastSeen[node.index] = registers
    }

    // 4: the digest is that of the registers.
    private func checkDigest(_ node: SimulatedNode, _ world: World) {
        // Only the groups that registers fall into are looked at bucket by bucket: of the others the totals are enough.
        var groups: [Int: DigestGroup] = [:]
        for register in node.registers.values {
            let bucket = StateDigest.bucket(of: register.id.key)
            groups[bucket >> 6, default: DigestGroup()].add(
                StateDigest.element(register.id, register.version), to: bucket & 63)
        }
        for (index, kept) in node.contents.digest.groups.enumerated() {
            let isTrue = groups[index].map { $0 == kept } ?? (kept.total == 0)
            if !isTrue { world.violations.append(.falseDigest("node \(node.index), group \(index)")) }
        }
    }

    // 3: a vector covers what it says.
    private func checkCoverage(_ node: SimulatedNode, _ world: World) {
        guard !hasLiar, tainted.isEmpty else { return }
        for state in node.contents.origins.values where state.sequence > 0 {
            for sequence in 1...state.sequence {
                guard let change = sent[Position(origin: state.origin, sequence: sequence)] else { continue }
                let held = node.registers[change.id]?.change
                let isCovered = held.map { $0.version == change.version || $0.supersedes(change) } ?? false
                if !isCovered {
                    world.violations.append(.uncovered("node \(node.index), \(state.origin) \(sequence)"))
                    return
                }
            }
        }
    }

    // 5: equal vectors mean equal states, where nothing beyond the vector is held (part of a log that was cut off) and
    // nothing forked unnoticed.
    private func checkEqualVectors(_ world: World) {
        guard !hasLiar, tainted.isEmpty else { return }
        var seen: [VersionVector: UInt128] = [:]
        for node in world.nodes {
            guard let vector = try? node.vector(at: world.now) else { continue }
            guard node.registers.values.allSatisfy({ vector.covers($0.position) }) else { continue }
            let total = node.contents.digest.total
            if let other = seen[vector], other != total {
                world.violations.append(.equalVectorsUnequalStates("node \(node.index)"))
            }
            seen[vector] = total
        }
    }

    /// The best state of each register that any node holds.
    func best(of nodes: [SimulatedNode]) -> [RegisterID: Change] {
        var best: [RegisterID: Change] = [:]
        for register in nodes.flatMap(\.registers.values) {
            guard let known = best[register.id] else {
                best[register.id] = register.change
                continue
            }
            if register.change.supersedes(known) { best[register.id] = register.change }
        }
        return best
    }

    // 1, 7, 9, 10: all agree, nothing that anyone held is lost, and no two nodes write under one origin.
    func checkHealed(_ world: World, best: [RegisterID: Change]) {
        let states = Set(world.nodes.map(\.state))
        if states.count > 1 { world.violations.append(.diverged("\(states.count) states")) }
        for node in world.nodes {
            for (id, change) in best {
                guard let held = node.registers[id]?.change else {
                    world.violations.append(.lost("node \(node.index) has no \(id)"))
                    return
                }
                if held.version != change.version, !held.supersedes(change) {
                    world.violations.append(.lost("node \(node.index) has an older \(id)"))
                    return
                }
            }
        }
        let origins = world.nodes.compactMap(\.contents.node?.origin)
        if Set(origins).count < origins.count { world.violations.append(.originShared("\(origins)")) }
    }

    // 14: what follows from equal states is equal, and is what the registers say.
    func checkRows(_ world: World) throws {
        let rows = try world.nodes.map { Set(try $0.disk.derived()) }
        for (node, own) in zip(world.nodes, rows) {
            for problem in try node.disk.problems() { world.violations.append(.rows("node \(node.index): \(problem)")) }
            if let row = own.symmetricDifference(rows[0]).sorted().first {
                world.violations.append(.rows("nodes 0 and \(node.index) differ in \(row)"))
            }
        }
    }

    // 6: who has nothing to say says little.
    func checkQuiet(_ outcome: Link.Outcome, _ one: SimulatedNode, _ other: SimulatedNode, in world: World) {
        if outcome.changes > 0 || outcome.messages > 3 || outcome.bytes > 512 {
            let events = outcome.events.map { "\($0)" }.joined(separator: ", ")
            world.violations.append(
                .notQuiet(
                    "\(one.index) and \(other.index): \(outcome.messages) messages, \(outcome.changes) changes, "
                        + "\(outcome.bytes) bytes; \(events)"))
        }
    }
}
