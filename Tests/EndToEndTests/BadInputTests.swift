import Foundation
import Testing

/// What a person is told when something is wrong: one line that says what, where, and what to do.
@Suite struct BadInputTests {
    @Test func noConfigurationSaysWhereToStart() throws {
        let sandbox = try Sandbox(yaml: nil)
        let outcome = try sandbox.runDaemon("--once")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("there is no configuration") && outcome.errors.contains("sample"))
    }

    @Test func brokenYAMLIsNamedWithLineColumnAndRemedyAllInOneGo() throws {
        let sandbox = try Sandbox(yaml: "feeds:\n  - url: nonsense\n    titel: A\n\t- b\n")
        for outcome in [try sandbox.runDaemon("--check-config"), try sandbox.wiredesk("config", "check")] {
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("wiredesk.yaml:"), "\(outcome)")
        }
    }

    @Test func deadHostHTMLEmptyAndMissingFeedsFailAloneAndTheRestGoesOn() throws {
        let sandbox = try Sandbox(
            yaml: """
                fetch:
                  timeout: 5s
                  connect-timeout: 2s
                feeds:
                  - http://127.0.0.1:9/dead.xml
                  - file:page.html
                  - file:empty.xml
                  - file:missing.xml
                  - file:good.xml
                """)
        try sandbox.write("<!doctype html><title>A page</title><p>Nothing to poll here.", to: "page.html")
        try sandbox.write("", to: "empty.xml")
        try sandbox.write(Self.feed(entries: 2), to: "good.xml")
        let outcome = try sandbox.runDaemon("--once")
        #expect(outcome.status == 3, "partial")
        for words in ["refused the connection", "HTML page", "empty", "4 failed", "2 new articles"] {
            #expect(outcome.errors.contains(words), "\(words) in \(outcome.errors)")
        }
    }

    @Test func aSecondDaemonOnTheSameDatabaseNamesTheFirst() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let first = try sandbox.startDaemon()
        defer { first.kill(SIGKILL) }
        let second = try sandbox.runDaemon("--once")
        #expect(second.status == 75)
        #expect(second.errors.contains("\(first.identifier)"))
    }

    @Test func aSocketPathThatIsTooLongIsRefusedWithItsLength() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let outcome = try sandbox.runDaemon("--socket", sandbox.root + "/" + String(repeating: "s", count: 120))
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("107"))
    }

    @Test func aDatabaseOfANewerVersionOrOfAnotherProgramIsLeftAlone() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        #expect(try sandbox.runDaemon("--once").status == 0)
        _ = try Sandbox.run("sqlite3", sandbox.database, "PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE);")
        let newer = try sandbox.runDaemon("--once")
        #expect(newer.status == 1)
        #expect(newer.errors.contains("9999") && newer.errors.contains("newer version"))
        try "not a database, but long enough to look like one".write(
            toFile: sandbox.database, atomically: true, encoding: .utf8)
        #expect(try sandbox.runDaemon("--once").errors.contains("not a Wiredesk database"))
    }

    @Test func aClientThatHangsOrSendsNonsenseHoldsUpNobody() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let silent = try RunningProgram(
            "/usr/bin/socat", ["EXEC:sleep 60", "UNIX-CONNECT:\(sandbox.socket)"], environment: [:])
        defer { silent.kill(SIGKILL) }
        let nonsense = try Sandbox.run(
            "bash", "-c",
            "printf 'nonsense\\n{\"v\":1,\"id\":7,\"method\":\"status\"}\\n' | socat -t 5 - UNIX-CONNECT:\(sandbox.socket)"
        )
        let lines = nonsense.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("bad-request") == true)
        #expect(lines.last?.contains("\"id\":7") == true && lines.last?.contains("\"result\"") == true)
        #expect(try sandbox.wiredesk("status").status == 0)
    }

    @Test func withoutADaemonTheCommandSaysHowToStartIt() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let outcome = try sandbox.wiredesk("list")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("wiredeskd"))
    }

    @Test func aBrokenReloadKeepsTheOldSettingsAndSaysSo() throws {
        let sandbox = try Sandbox(yaml: "feeds:\n  - file:good.xml\n")
        try sandbox.write(Self.feed(entries: 1), to: "good.xml")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        try sandbox.write("feeds: {broken\n", to: "wiredesk.yaml")
        daemon.kill(SIGHUP)
        try sandbox.waits { try sandbox.wiredesk("status", "--json").output.contains("configurationFault") }
        #expect(try sandbox.wiredesk("feeds", "--json").output.contains("good.xml"))
        try sandbox.write("feeds: []\n", to: "wiredesk.yaml")
        daemon.kill(SIGHUP)
        try sandbox.waits { try !sandbox.wiredesk("status", "--json").output.contains("configurationFault") }
        #expect(try !sandbox.wiredesk("feeds", "--json").output.contains("good.xml"))
    }

    @Test func aFullDiskIsSaidAndNothingThatWasAcknowledgedIsLost() throws {
        let sandbox = try Sandbox(yaml: "feeds:\n  - file:good.xml\n")
        try sandbox.write(Self.feed(entries: 3), to: "good.xml")
        #expect(try sandbox.runDaemon("--once").status == 0)
        try sandbox.write(Self.feed(entries: 1500), to: "good.xml")
        // A limit on the size of files stands in for the end of a disk: writes fail in the same places.
        let limited = try Sandbox.run(
            "bash", "-c",
            "trap '' XFSZ; ulimit -f 1500; exec \"$@\"", "bash", Sandbox.binary("wiredeskd"), "--config",
            sandbox.configuration, "--state-dir", sandbox.state, "--once")
        #expect(limited.status != 0)
        #expect(limited.errors.contains("cannot store what a poll brought"), "\(limited)")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        #expect(try sandbox.wiredesk("doctor").status == 0)
        #expect(try sandbox.wiredesk("status", "--json").output.contains("\"articles\":1500"))
    }

    /// A feed of so many short articles, each with words of its own.
    static func feed(entries: Int) -> String {
        let items = (1...entries).map { number in
            """
            <item><title>Notice \(number)</title><guid>notice-\(number)</guid><description>
            &lt;p&gt;Parcel \(number) of the old orchard at row \(number * 7) was let to family \(number * 13) on day \
            \(number * 31) for \(number * 17) shillings, and the hedge along ditch \(number * 3) is to be laid by \
            winter \(number * 5).&lt;/p&gt;</description></item>
            """
        }
        return "<rss version=\"2.0\"><channel><title>Notices</title>\(items.joined())</channel></rss>"
    }
}
