import ControlProtocol
import Foundation
import Testing

@Suite struct FailureTests {
    @Test func aDaemonThatIsNotRunningIsNamedWithHowToStartIt() throws {
        let run = try Run.wiredesk("list", socket: "/tmp/wd-nobody-\(UUID().uuidString.prefix(8))")
        #expect(run.status == 69)
        #expect(run.errors.contains("wiredeskd is not running: nothing answers on /tmp/wd-nobody-"))
        #expect(run.errors.contains("systemctl"))
        #expect(run.output.isEmpty)
    }

    @Test func anImpossibleSocketPathIsExplained() throws {
        let run = try Run.wiredesk("status", socket: "/tmp/" + String(repeating: "x", count: 120))
        #expect(run.status == 2)
        #expect(run.errors.contains("is 125 bytes long, and Linux allows 107"))
    }

    @Test(
        arguments: [
            (ControlError.Code.notFound, 1), (.failed, 1), (.notPermitted, 1), (.badQuery, 2), (.badParameters, 2),
            (.ambiguous, 2), (.busy, 75), (.unavailable, 75), (.configuration, 78),
        ] as [(ControlError.Code, Int32)])
    func eachRefusalHasItsStatus(code: ControlError.Code, status: Int32) throws {
        let daemon = try ScriptedDaemon { _ in .error(ControlError(code, "it is so", remedy: "do this")) }
        let run = try Run.wiredesk("show", "8d9a", socket: daemon.socket)
        #expect(run.status == status)
        #expect(run.errors == "wiredesk: it is so\n  do this\n")
    }

    @Test func theWordOfAQueryThatIsNotUnderstoodIsPointedAt() throws {
        let error = ControlError(.badQuery, "tga: is no prefix", remedy: "did you mean tag:?", position: 10)
        let daemon = try ScriptedDaemon { _ in .error(error) }
        let run = try Run.wiredesk("search", "jää and tga:x", socket: daemon.socket)
        // The offset is in bytes, and each of the two letters before it takes two of them.
        #expect(run.errors == "wiredesk: tga: is no prefix\n  jää and tga:x\n          ^\n  did you mean tag:?\n")
        #expect(run.status == 2)
    }

    @Test func aDaemonThatDiesMeanwhileIsWorthAnotherTry() throws {
        let daemon = try ScriptedDaemon { _ in .hangUp }
        let run = try Run.wiredesk("list", socket: daemon.socket)
        #expect(run.status == 75)
        #expect(run.errors.contains("closed the connection before it had answered"))
    }

    @Test(arguments: [
        "garbage", "{}", "[]", #"{"id":ID,"item":{"title":5}}"#, #"{"id":ID,"result":null}"#,
        #"{"id":ID,"done":{"count":"x"}}"#,
    ])
    func anAnswerThatMakesNoSenseIsAFailure(line: String) throws {
        let daemon = try ScriptedDaemon { _ in .lines([line]) }
        let run = try Run.wiredesk("list", socket: daemon.socket)
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.errors.contains("does not understand"))
    }

    @Test(arguments: [
        ["list", "--bogus"], ["frobnicate"], ["read"], ["read", "8d9a", "--query", "x"], ["tag", "8d9a"],
        ["tag", "+x"], ["list", "--json", "--jsonl"], ["list", "--format", "{"], ["watch", "--kind", "nonsense"],
        ["note", "8d9a"], ["diff", "a", "b", "--rev", "1", "--rev", "2", "--rev", "3"],
    ])
    func aSlipOnTheCommandLineIsAUsageError(arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Run.binary)
        process.arguments = arguments
        process.environment = ["WIREDESK_SOCKET": "/nonexistent"]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2, "\(arguments)")
    }

    @Test func whatIsFoundToBeWrongShowsInTheStatus() throws {
        let daemon = try ScriptedDaemon { request in
            switch request {
            case .doctor: .items([Finding(severity: .error, subject: "database", message: "a page is torn")])
            case .rebuild:
                .result(
                    RebuildReport(
                        parts: [.init(part: "stories", checked: 9, differences: 1, details: ["article 8d9a"])],
                        milliseconds: 3))
            case .reload: .result(ReloadOutcome(summary: "the old settings stay", faults: ["w.yaml:3:1: unknown key"]))
            default: .hangUp
            }
        }
        for form in ["--no-pager", "--json"] {
            let doctor = try Run.wiredesk("doctor", form, socket: daemon.socket)
            #expect(doctor.status == 1)
            #expect(doctor.output.contains("a page is torn"))
            let rebuild = try Run.wiredesk("rebuild", form, socket: daemon.socket)
            #expect(rebuild.status == 1)
            #expect(rebuild.output.contains("article 8d9a"))
            let reload = try Run.wiredesk("config", "reload", form, socket: daemon.socket)
            #expect(reload.status == 78)
            #expect(reload.output.contains("unknown key"))
        }
    }

    @Test func helpAndVersionAreNoFailures() throws {
        #expect(try Run.wiredesk("--version", socket: "/nonexistent").output == ReleaseVersion.current + "\n")
        #expect(try Run.wiredesk("help", "tag", socket: "/nonexistent").status == 0)
        #expect(try Run.wiredesk("list", "--help", socket: "/nonexistent").status == 0)
    }
}
