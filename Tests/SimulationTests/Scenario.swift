import Changelog

/// Worlds to be run from seeds.
struct Scenario {
    /// One for all of them; else each seed has its own.
    var weather: Weather?
    var safeguards = Safeguards()
    /// Whether nodes keep their state in the daemon's own store; it has every safeguard.
    var hasDatabases = false

    struct Finding {
        var seed: UInt64
        var violations: [Violation]
        /// The fewest steps that still show it, and what happened in them.
        var story: [String]
    }

    /// What a seed makes of a world. Few nodes and short stories try more in the same time, and some faults need many
    /// nodes or a long story.
    private struct Plan {
        let seed: UInt64
        let nodes: Int
        var steps: [Step]

        init(seed: UInt64, weather: Weather?) {
            var generator = SeededGenerator(seed: seed)
            self.seed = seed
            nodes = generator.pick([2, 3, 3, 4, 5])
            steps = Step.story(
                &generator, weather: weather ?? generator.pick(Weather.allCases), nodes: nodes,
                length: generator.pick([20, 30, 40, 60, 120]))
        }
    }

    func run(seed: UInt64) throws -> World { try run(Plan(seed: seed, weather: weather)) }

    /// - Parameter tells: whether to keep the world's story.
    private func run(_ plan: Plan, tells: Bool = false) throws -> World {
        let world = try World(seed: plan.seed, nodes: plan.nodes) { surroundings in
            guard hasDatabases else { return MemoryDisk(surroundings, safeguards: safeguards) }
            return try DatabaseDisk(surroundings)
        }
        if tells { world.story = [] }
        world.run(plan.steps)
        return world
    }

    /// The first seed that breaks an invariant.
    func firstFailure(in seeds: Range<UInt64>) throws -> Finding? {
        for seed in seeds {
            let world = try run(seed: seed)
            if !world.violations.isEmpty { return try tell(seed: seed) }
        }
        return nil
    }

    /// Takes steps out of a failing story for as long as it still fails (Zeller and Hildebrandt, "Simplifying and
    /// Isolating Failure-Inducing Input", 2002), and tells what is left.
    func tell(seed: UInt64) throws -> Finding {
        var plan = Plan(seed: seed, weather: weather)
        var chunk = plan.steps.count / 2
        while chunk > 0 {
            var start = 0
            while start < plan.steps.count {
                var shorter = plan
                shorter.steps.removeSubrange(start..<min(start + chunk, plan.steps.count))
                if try run(shorter).violations.isEmpty { start += chunk } else { plan = shorter }
            }
            chunk /= 2
        }
        let world = try run(plan, tells: true)
        return Finding(seed: seed, violations: world.violations, story: world.story ?? [])
    }
}

extension Scenario.Finding: CustomStringConvertible {
    var description: String {
        (["seed \(seed) breaks:"] + violations.map { "  \($0)" } + ["in this story:"] + story.map { "  \($0)" })
            .joined(separator: "\n")
    }
}
