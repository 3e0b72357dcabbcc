import Changelog
import Model

/// Sees every commit of every node, and knows what must hold. The numbers are those of the invariants in
/// `docs/protocol.md`.
struct Observer {
    /// Every change that was ever sent out at a position.
    private var sent: [Position: Change] = [:]
    /// Origins that two lives of a database may have used, because nobody noticed.
    private var tainted: Set<OriginID> = []
    private var views: [Int: View] = [:]
    /// Nodes that committed since the last check.
    private var changed: Set<Int> = []
    var hasLiar = false

    /// What was last seen of a node. Only what stands after `lseq` in its log is looked at again, so that a commit costs
    /// what it changed.
    private struct View {
        /// Up to here changes were entered in `sent`.
        var noted: Int64 = 0
        /// Up to here `registers` and `digest` are what the node had.
        var lseq: Int64 = 0
        var registers: [RegisterID: Register] = [:]
        /// Of `registers`, not of what the node says of itself.
        var digest = StateDigest()
        /// What it had said that it covers.
        var vector = VersionVector()
        /// Whether nothing beyond that is held.
        var isAllCovered: Bool { registers.values.allSatisfy { vector.covers($0.position) } }
    }

    mutating func taint(_ origin: OriginID) { tainted.insert(origin) }

    /// A node's database was replaced: it may know less than before.
    mutating func forget(_ node: SimulatedNode) {
        views[node.index] = nil
        changed.insert(node.index)
    }

    /// After each commit: what is new under the node's own origin.
    mutating func note(_ node: SimulatedNode, in world: World) {
        changed.insert(node.index)
        guard let state = node.state else { return }
        let noted = views[node.index, default: View()].noted
        guard state.lseq > noted else { return }
        views[node.index]?.noted = state.lseq
        for register in node.registers(after: noted) where register.position.origin == state.origin {
            let known = sent.updateValue(register.change, forKey: register.position)
            if let known, known != register.change, !tainted.contains(state.origin), !hasLiar {  // 7
                world.violations.append(.positionUsedTwice("node \(node.index), \(register.position)"))
            }
        }
    }

    /// After each step.
    mutating func check(_ world: World) {
        for node in world.nodes where changed.contains(node.index) {
            let contents = node.contents
            var view = views[node.index] ?? View()
            let groups = checkForward(contents, &view, node, world)
            checkDigest(contents, groups, view, node, world)
            checkCoverage(contents, &view, node, world)
            views[node.index] = view
        }
        if !changed.isEmpty { checkEqualVectors(world) }
        changed = []
    }

    // 2: a register never goes back on a node. Returns the groups of the digest that what is new falls into.
    private func checkForward(
        _ contents: MemoryStore.Contents, _ view: inout View, _ node: SimulatedNode, _ world: World
    ) -> Set<Int> {
        var groups: Set<Int> = []
        for after in contents.registers.values where after.lseq > view.lseq {
            if let before = view.registers.updateValue(after, forKey: after.id) {
                let isReissued = after.version == before.version && after.value == before.value
                if !isReissued, !after.change.supersedes(before.change) {
                    world.violations.append(.wentBack("node \(node.index), \(after.id)"))
                }
                view.digest.remove(before.id, before.version)
            }
            view.digest.add(after.id, after.version)
            groups.insert(StateDigest.bucket(of: after.id.key) >> 6)
        }
        if view.registers.count > contents.registers.count {
            world.violations.append(.wentBack("node \(node.index) lost registers"))
        }
        view.lseq = contents.node?.lseq ?? 0
        return groups
    }

    // 4: the digest is that of the registers. Groups that nothing new fell into are compared by their totals.
    private func checkDigest(
        _ contents: MemoryStore.Contents, _ groups: Set<Int>, _ view: View, _ node: SimulatedNode, _ world: World
    ) {
        let (kept, counted) = (contents.digest.groups, view.digest.groups)
        for index in kept.indices {
            let isTrue =
                groups.contains(index)
                ? kept[index] == counted[index] : kept[index].total == counted[index].total
            if !isTrue { world.violations.append(.falseDigest("node \(node.index), group \(index)")) }
        }
    }

    // 3: a vector covers what it says. What was covered stays covered, since no register goes back.
    private func checkCoverage(
        _ contents: MemoryStore.Contents, _ view: inout View, _ node: SimulatedNode, _ world: World
    ) {
        let before = view.vector
        view.vector = contents.vector
        guard !hasLiar, tainted.isEmpty else { return }
        for state in view.vector.states {
            let known = before[state.origin]?.sequence ?? 0
            guard known < state.sequence else { continue }
            for sequence in known + 1...state.sequence {
                guard let change = sent[Position(origin: state.origin, sequence: sequence)] else { continue }
                let held = contents.registers[change.id]?.change
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
        let seen = world.nodes.compactMap { views[$0.index] }
        for (index, one) in seen.enumerated() {
            for other in seen[..<index]
            where one.vector == other.vector && one.digest.total != other.digest.total && one.isAllCovered
                && other.isAllCovered
            {
                world.violations.append(.equalVectorsUnequalStates("\(one.vector.states)"))
            }
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
        let states = Set(world.nodes.map(\.versions))
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
