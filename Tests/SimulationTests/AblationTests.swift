import Changelog
import Testing

/// A simulation that finds nothing may be one that sees nothing. Each safeguard whose absence costs data, order or
/// quiet is taken away here, and the simulation has to find out within a thousand seeds.
@Suite("A node without")
struct AblationTests {
    struct Ablation: CustomTestStringConvertible {
        let testDescription: String
        let weather: Weather
        let remove: @Sendable (inout Safeguards) -> Void
    }

    static let all: [Ablation] = [
        Ablation(testDescription: "chains", weather: .stormy) { $0.chains = false },
        Ablation(testDescription: "a digest", weather: .stormy) { $0.digest = false },
        Ablation(testDescription: "chains and a digest", weather: .stormy) {
            $0.chains = false
            $0.digest = false
        },
        Ablation(testDescription: "a vector that waits for the end, and a digest", weather: .stormy) {
            $0.vectorAtEnd = false
            $0.digest = false
        },
        Ablation(testDescription: "the same, with nothing worse than dropped connections", weather: .rough) {
            $0.vectorAtEnd = false
            $0.digest = false
        },
        Ablation(testDescription: "clock values above those it overwrites", weather: .rough) {
            $0.registerBump = false
        },
        Ablation(testDescription: "any of them: changes since a sequence number", weather: .stormy) {
            $0.chains = false
            $0.digest = false
            $0.cursorNonces = false
            $0.vectorAtEnd = false
        },
    ]

    @Test("is found out", arguments: all)
    func isFoundOut(_ ablation: Ablation) throws {
        var scenario = Scenario(weather: ablation.weather)
        ablation.remove(&scenario.safeguards)
        let finding = try #require(try scenario.firstFailure(in: 0..<1000))
        print(
            "  measured: without \(ablation.testDescription): seed \(finding.seed), \(finding.violations.first.map { "\($0)" } ?? ""), in \(finding.story.count) lines"
        )
    }
}
