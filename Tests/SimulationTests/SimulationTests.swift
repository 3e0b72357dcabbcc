import Changelog
import FoundationEssentials
import Testing

/// Whole years of four nodes, run by the session, merge and bundle code that the daemon runs. `SEEDS=10000` runs more.
@Suite("Simulated nodes")
struct SimulationTests {
    static let seeds: UInt64 = ProcessInfo.processInfo.environment["SEEDS"].flatMap { UInt64($0) } ?? 100

    @Test("agree after any story, and break no invariant on the way", arguments: [Weather.rough, .stormy, .hostile])
    func invariants(_ weather: Weather) throws {
        if let finding = try Scenario(weather: weather).firstFailure(in: 0..<Self.seeds) {
            Issue.record("\(finding.description)")
        }
    }

    /// The daemon's own store under the same faults, its files cut in the middle of a transaction. Slower by a hundred.
    @Test("agree on disk too", arguments: [Weather.rough, .stormy, .hostile])
    func databases(_ weather: Weather) throws {
        let seeds = 0..<max(3, Self.seeds / 50)
        if let finding = try Scenario(weather: weather, hasDatabases: true).firstFailure(in: seeds) {
            Issue.record("\(finding.description)")
        }
    }

    @Test("do the same again from the same seed")
    func sameTrace() throws {
        for seed: UInt64 in 0..<4 {
            let scenario = Scenario(weather: .hostile)
            #expect(try scenario.run(seed: seed).trace == scenario.run(seed: seed).trace)
        }
    }
}
