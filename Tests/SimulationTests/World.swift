import Changelog
import Model

/// A few nodes, their bundles, and an all-knowing observer of what they write.
final class World {
    /// Few, so that a connection that breaks breaks in the middle.
    static let changesPerFrame = 3

    let nodes: [SimulatedNode]
    var now = Timestamp(year: 2026, month: 1, day: 1)
    var violations: [Violation] = []
    /// What happened, step by step; only kept while a story is told.
    var story: [String]?
    /// Sessions are measured from here on.
    var countsBytes = false
    /// Equal worlds have equal traces.
    private(set) var trace: UInt64 = 0xCBF2_9CE4_8422_2325
    var bundles: [SimulatedBundle] = []
    var observer = Observer()

    init(seed: UInt64, nodes count: Int, disk: (Surroundings) throws -> any SimulatedDisk) rethrows {
        nodes = try (0..<count).map { try SimulatedNode(index: $0, seed: seed, disk: disk) }
    }

    /// Runs a story and lets the world heal. What it broke is in `violations`.
    func run(_ steps: [Step]) {
        do {
            for step in steps {
                try take(step)
                if !violations.isEmpty { return }
            }
            try heal()
        } catch {
            violations.append(.failed("\(error)"))
        }
    }

    func write(on node: SimulatedNode, _ generator: inout SeededGenerator) throws {
        let value = Writing.value(&generator, at: now + node.clockOffset, on: node)
        let (id, bytes) = try value.encoded()
        let seen = node.registers[id]
        let change = try node.settled(at: now) { try $0.write(value) }
        let isOutranked = change == nil && id.kind.rule == .lastWriter && seen?.value != bytes
        let isLower = seen.map { seen in change.map { $0.register.version <= seen.version } ?? false } ?? false
        if isOutranked || isLower { violations.append(.lowerThanSeen("node \(node.index) wrote \(value)")) }
        guard change != nil else { return }
        try committed(node)
    }

    /// Checks what must hold after every commit.
    func committed(_ node: SimulatedNode) throws {
        observer.note(node, in: self)
        mix(UInt64(bitPattern: node.state?.lseq ?? 0) &+ UInt64(node.index) << 32)
        mix(UInt64(bitPattern: node.state?.clock ?? 0))
    }

    func tell(_ line: @autoclosure () -> String) {
        if story != nil { story?.append(line()) }
    }

    private func mix(_ value: UInt64) { trace = (trace ^ value) &* 0x0000_0100_0000_01B3 }
}

extension World {
    private func take(_ step: Step) throws {
        var generator = SeededGenerator(seed: step.seed)
        tell("\(step.kind)")
        now = now + .milliseconds(1)
        switch step.kind {
        case .wait(let milliseconds): now = now + .milliseconds(milliseconds)
        case .write(let index): try write(on: nodes[index], &generator)
        case .meet(let one, let other): try meet(nodes[one], nodes[other], &generator)
        case .backUp(let index): nodes[index].backup = try nodes[index].disk.image()
        case .restore(let index, let isNoticed):
            guard let backup = nodes[index].backup else { return }
            try replace(nodes[index], by: backup, isNoticed: isNoticed)
        case .copy(let from, let to, let isNoticed):
            try replace(nodes[to], by: try nodes[from].disk.image(), isNoticed: isNoticed)
        case .wipe(let index):
            try nodes[index].settled(at: now) { try $0.replace(by: nil, isNoticed: true) }
            observer.forget(nodes[index])
        case .setClock(let index, let seconds): nodes[index].clockOffset = .seconds(seconds)
        case .export(let index): try export(nodes[index], &generator)
        case .load(let index): try load(into: nodes[index], &generator)
        case .attack(let index): try attack(nodes[index], &generator)
        }
        observer.check(self)
        for node in nodes { mix(UInt64(truncatingIfNeeded: node.contents.digest.total)) }
    }

    func meet(_ one: SimulatedNode, _ other: SimulatedNode, _ generator: inout SeededGenerator) throws {
        if generator.chance(20) {
            (generator.chance(50) ? one : other).powerCut = (generator.below(16), generator.chance(50))
        }
        var link = Link(self, one, other, Link.Faults(&generator), seed: generator.next())
        try link.run()
        one.powerCut = nil
        other.powerCut = nil
        tell("    \(link.outcome.messages) messages, \(link.outcome.changes) changes, \(link.outcome.events)")
    }

    private func replace(_ node: SimulatedNode, by image: DiskImage, isNoticed: Bool) throws {
        try node.settled(at: now) { try $0.replace(by: image, isNoticed: isNoticed) }
        observer.forget(node)
        if !isNoticed, let origin = node.contents.node?.origin { observer.taint(origin) }
    }

    /// Everyone meets everyone until nothing is left to say.
    private func heal() throws {
        let best = observer.best(of: nodes)
        for node in nodes { node.clockOffset = .zero }
        for round in 0..<12 {
            for (one, other) in pairs {
                let (caller, called) = round.isMultiple(of: 2) ? (one, other) : (other, one)
                let outcome = try meet(caller, called)
                let isSilent = outcome.changes == 0 && outcome.events == [.converged, .converged]
                if !isSilent {
                    tell("heal \(caller.index), \(called.index): \(outcome.changes) changes, \(outcome.events)")
                }
            }
            if Set(nodes.map(\.versions)).count == 1, Set(nodes.map(\.contents.vector)).count == 1 { break }
        }
        observer.check(self)
        observer.checkHealed(self, best: best)
        try observer.checkRows(self)
        countsBytes = true
        for (one, other) in pairs { observer.checkQuiet(try meet(one, other), one, other, in: self) }
    }

    private var pairs: [(SimulatedNode, SimulatedNode)] {
        nodes.enumerated().flatMap { index, one in nodes[..<index].map { ($0, one) } }
    }

    /// A meeting in which nothing goes wrong.
    private func meet(_ one: SimulatedNode, _ other: SimulatedNode) throws -> Link.Outcome {
        var link = Link(self, one, other, .none, seed: 1)
        try link.run()
        return link.outcome
    }
}
