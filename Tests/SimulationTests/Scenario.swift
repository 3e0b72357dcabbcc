import Changelog

/// A world to be run from a seed.
struct Scenario {
    var weather: Weather
    var safeguards = Safeguards()
    /// Whether nodes keep their state in the daemon's own store; it has every safeguard.
    var hasDatabases = false
    var nodes = 4
    var length = 90

    struct Finding {
        var seed: UInt64
        var violations: [Violation]
        /// The fewest steps that still show it, and what happened in them.
        var story: [String]
    }

    func run(seed: UInt64) throws -> World {
        let world = try world(seed: seed)
        world.run(Step.story(seed: seed, weather: weather, nodes: nodes, length: length))
        return world
    }

    private func world(seed: UInt64) throws -> World {
        try World(seed: seed, nodes: nodes) { surroundings in
            guard hasDatabases else { return MemoryDisk(surroundings, safeguards: safeguards) }
            return try DatabaseDisk(surroundings)
        }
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
        var steps = Step.story(seed: seed, weather: weather, nodes: nodes, length: length)
        var chunk = steps.count / 2
        while chunk > 0 {
            var start = 0
            while start < steps.count {
                let shorter = Array(steps[..<start] + steps[min(start + chunk, steps.count)...])
                if try fails(shorter, seed: seed) { steps = shorter } else { start += chunk }
            }
            chunk /= 2
        }
        let world = try world(seed: seed)
        world.story = []
        world.run(steps)
        return Finding(seed: seed, violations: world.violations, story: world.story ?? [])
    }

    private func fails(_ steps: [Step], seed: UInt64) throws -> Bool {
        let world = try world(seed: seed)
        world.run(steps)
        return !world.violations.isEmpty
    }
}

extension Scenario.Finding: CustomStringConvertible {
    var description: String {
        (["seed \(seed) breaks:"] + violations.map { "  \($0)" } + ["in this story:"] + story.map { "  \($0)" })
            .joined(separator: "\n")
    }
}
