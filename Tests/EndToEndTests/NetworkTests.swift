import Foundation
import Testing

/// Five machines, simulated by namespaces of the kernel. `make network-test` runs it for longer, and with other clocks.
@Suite struct NetworkTests {
    /// Enough that the attic is away while the others go on, and that every kind of weather may come.
    private static let rounds = "8"

    @Test func fiveNodesAgreeAfterBadWeather() throws {
        let program = Sandbox.sources + "/Tests/network/run"
        let directory = (Sandbox.binary("wiredeskd") as NSString).deletingLastPathComponent
        var environment = ProcessInfo.processInfo.environment
        environment["CLOCKS"] = "own"
        let run = try RunningProgram(program, [directory, Self.rounds], environment: environment)
        let outcome = try run.outcome(within: .seconds(400))
        if outcome.status == 77 { return print(outcome.errors) }
        #expect(outcome.status == 0, "\(outcome)")
    }
}
