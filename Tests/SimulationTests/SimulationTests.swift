import Changelog
import FoundationEssentials
import Testing

/// Whole years of some nodes, run by the session, merge and bundle code that the daemon runs. `SEEDS=1000000` runs more.
@Suite("Simulated nodes")
struct SimulationTests {
    static let seeds: UInt64 = ProcessInfo.processInfo.environment["SEEDS"].flatMap { UInt64($0) } ?? 10_000

    /// As many ranges as keep the processors of one machine busy to the end.
    private static func shares(of seeds: UInt64) -> [Range<UInt64>] {
        let each = max(1, seeds / 16)
        return stride(from: 0, to: seeds, by: Int(each)).map { $0..<min($0 + each, seeds) }
    }

    @Test("agree after any story, and break no invariant on the way", arguments: shares(of: seeds))
    func invariants(_ seeds: Range<UInt64>) throws {
        if let finding = try Scenario().firstFailure(in: seeds) { Issue.record("\(finding.description)") }
    }

    /// The daemon's own store under the same faults, its files cut in the middle of a transaction. Slower by fifty.
    @Test("agree on disk too", arguments: shares(of: max(8, seeds / 200)))
    func databases(_ seeds: Range<UInt64>) throws {
        if let finding = try Scenario(hasDatabases: true).firstFailure(in: seeds) {
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
