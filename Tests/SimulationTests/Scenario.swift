import Changelog

/// A world to be run from a seed.
struct Scenario {
    var weather: Weather
    var safeguards = Safeguards()
    var nodes = 4
    var length = 90

    struct Finding {
        var seed: UInt64
        var violations: [Violation]
        /// The fewest steps that still show it, and what happened in them.
        var story: [String]
    }

    func run(seed: UInt64) -> World {
        let world = World(seed: seed, nodes: nodes, safeguards: safeguards)
        world.run(Step.story(seed: seed, weather: weather, nodes: nodes, length: length))
        return world
    }

    /// The first seed that breaks an invariant.
    func firstFailure(in seeds: Range<UInt64>) -> Finding? {
        for seed in seeds {
            let world = run(seed: seed)
            if !world.violations.isEmpty { return tell(seed: seed) }
        }
        return nil
    }

    /// Takes steps out of a failing story for as long as it still fails (Zeller and Hildebrandt, "Simplifying and
    /// Isolating Failure-Inducing Input", 2002), and tells what is left.
    func tell(seed: UInt64) -> Finding {
        var steps = Step.story(seed: seed, weather: weather, nodes: nodes, length: length)
        var chunk = steps.count / 2
        while chunk > 0 {
            var start = 0
            while start < steps.count {
                let shorter = Array(steps[..<start] + steps[min(start + chunk, steps.count)...])
                if fails(shorter, seed: seed) { steps = shorter } else { start += chunk }
            }
            chunk /= 2
        }
        let world = World(seed: seed, nodes: nodes, safeguards: safeguards)
        world.story = []
        world.run(steps)
        return Finding(seed: seed, violations: world.violations, story: world.story ?? [])
    }

    private func fails(_ steps: [Step], seed: UInt64) -> Bool {
        let world = World(seed: seed, nodes: nodes, safeguards: safeguards)
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
