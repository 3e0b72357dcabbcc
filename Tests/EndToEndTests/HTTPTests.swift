import Foundation
import Testing

/// What the daemon says over HTTP, on a port and on its own socket.
@Suite struct HTTPTests {
    private func curl(_ arguments: String...) throws -> Outcome {
        try RunningProgram(
            "/usr/bin/env", ["curl", "-s", "--noproxy", "*", "-w", "\n%{http_code}"] + arguments,
            environment: ["PATH": "/usr/bin:/bin"]
        ).outcome(within: .seconds(30))
    }

    private func sandbox(listening port: UInt16) throws -> Sandbox {
        try Sandbox(yaml: "feeds: []\nmetrics: {listen: \"127.0.0.1:\(port)\"}\n")
    }

    @Test func metricsAreServedOnTheAddressOfTheConfiguration() throws {
        let port = try TCPClient.freePort()
        let sandbox = try sandbox(listening: port)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let url = "http://127.0.0.1:\(port)"
        try sandbox.waits { try curl(url + "/metrics").output.hasSuffix("# EOF\n\n200") }
        #expect(try curl(url + "/metrics").output.contains("\nwiredesk_feeds 0\n"))
        #expect(try curl(url + "/status").output.hasSuffix("\n404"), "the port tells nothing else")
        #expect(try curl("-X", "DELETE", url + "/metrics").output.hasSuffix("\n405"))
        #expect(try curl("-d", "x", url + "/metrics").output.hasSuffix("\n413"))
        let head = try curl("-I", url + "/metrics").output
        #expect(head.contains("application/openmetrics-text") && head.hasSuffix("\n200"))
        try sandbox.write("feeds: []\n", to: "wiredesk.yaml")
        #expect(try sandbox.wiredesk("config", "reload").status == 0)
        try sandbox.waits { try curl(url + "/metrics").status == 7 }
    }

    @Test func slowAndHostileClientsOfTheMetricsHoldUpNobody() throws {
        let port = try TCPClient.freePort()
        let sandbox = try sandbox(listening: port)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let url = "http://127.0.0.1:\(port)/metrics"
        try sandbox.waits { try curl(url).output.hasSuffix("200") }
        let silent = try (0..<4).map { _ in try TCPClient(port: port) }
        try TCPClient(port: port).send(Array(repeating: 0x41, count: 20_000))
        try TCPClient(port: port).send([0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3, 0x0A, 0x0A])
        #expect(try curl(url).output.hasSuffix("\n200"))
        let more = try (0..<8).map { _ in try TCPClient(port: port) }
        try sandbox.waits { try curl(url).output.hasSuffix("\n503") }
        withExtendedLifetime((silent, more)) {}
        // Clients that say nothing do not hold up the end either.
        let start = ContinuousClock.now
        daemon.kill(SIGTERM)
        #expect(try daemon.outcome(within: .seconds(20)).status == 0)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func aPortInUseIsSaidAndTheRestGoesOn() throws {
        let port = try TCPClient.freePort()
        let (first, second) = (try sandbox(listening: port), try sandbox(listening: port))
        let daemons = [try first.startDaemon(), try second.startDaemon()]
        defer { for daemon in daemons { daemon.kill(SIGKILL) } }
        try second.waits { daemons[1].standardError.contains("another program listens there") }
        #expect(try second.wiredesk("status").status == 0)
    }

    @Test func theControlSocketAnswersCurl() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        func ask(_ path: String, _ arguments: String...) throws -> String {
            try RunningProgram(
                "/usr/bin/env",
                ["curl", "-s", "-w", "\n%{http_code}", "--unix-socket", sandbox.socket] + arguments
                    + ["http://w" + path], environment: ["PATH": "/usr/bin:/bin"]
            ).outcome(within: .seconds(30)).output
        }
        let status = try ask("/status")
        #expect(status.hasPrefix("{\"result\":{") && status.hasSuffix("\n200"), "\(status)")
        #expect(try ask("/list", "-d", "{\"limit\":3}") == "{\"done\":{\"count\":0}}\n\n200")
        #expect(try ask("/metrics").hasSuffix("# EOF\n\n200"))
        #expect(try ask("/list", "-d", "{\"limit\":\"three\"}").hasSuffix("\n400"))
        #expect(try ask("/show", "-d", "{\"id\":\"abcdef12\"}").hasSuffix("\n404"))
        #expect(try ask("/no.such.thing").hasSuffix("\n404"))
        #expect(try ask("/../etc").hasSuffix("\n404"))
        #expect(try ask("/list", "-H", "Transfer-Encoding: chunked", "-d", "{}").hasSuffix("\n411"))
    }
}
