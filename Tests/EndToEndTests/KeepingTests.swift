import Foundation
import Testing

/// How long things are kept.
@Suite struct KeepingTests {
    private static let feed = """
        <rss version="2.0"><channel><title>Harbour Notices</title>
        <item><guid>1</guid><title>Quay closed</title><description>The north quay is closed until the crane is mended,
        which the yard at Ostmole says will be on Monday.</description></item>
        <item><guid>2</guid><title>Choir sings</title><description>The fishermen's choir sings in the old net loft on
        Friday at seven, and all who like may join in.</description></item></channel></rss>
        """

    private func configure(_ storage: String, _ sandbox: Sandbox) throws {
        try sandbox.write("feeds: [\"file:harbour.xml\"]\nstorage: {\(storage)}\n", to: "wiredesk.yaml")
    }

    @Test func whatIsOldGoesAndWhatIsStarredStays() throws {
        let sandbox = try Sandbox(yaml: "feeds: [\"file:harbour.xml\"]\n")
        try sandbox.write(Self.feed, to: "harbour.xml")
        #expect(try sandbox.runDaemon("--once").status == 0)
        let starring = try sandbox.startDaemon()
        #expect(try sandbox.wiredesk("star", "--query", "choir").status == 0)
        starring.kill(SIGTERM)
        #expect(try starring.outcome(within: .seconds(20)).status == 0)

        try configure("keep-bodies: 7d", sandbox)
        let first = try sandbox.runDaemon(daysAhead: 20, "--once")
        #expect(first.status == 0 && first.errors.contains("dropped what is old"), "\(first)")
        let headlines = try sandbox.startDaemon()
        #expect(try sandbox.stories().count == 2)
        let quay = try sandbox.wiredesk("show", try #require(try sandbox.stories("quay").first).short)
        #expect(quay.output.contains("dropped for its age") && !quay.output.contains("crane"), "\(quay)")
        #expect(try sandbox.wiredesk("status").output.contains("(headlines alone: 1)"))
        headlines.kill(SIGTERM)
        #expect(try headlines.outcome(within: .seconds(20)).status == 0)

        try configure("keep-articles: 30d", sandbox)
        #expect(try sandbox.runDaemon(daysAhead: 40, "--once").status == 0)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        #expect(try sandbox.stories().map(\.title) == ["Choir sings"], "though the feed lists both")
        #expect(try sandbox.wiredesk("doctor").output.contains("(dropped so far: 1)"))
        let check = try sandbox.wiredesk("db", "check")
        #expect(check.status == 0, "\(check)")
        let rebuild = try sandbox.wiredesk("rebuild")
        #expect(rebuild.status == 0, "\(rebuild)")
    }

    @Test func statusAndDoctorSayWhatIsKept() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\nstorage: {keep-articles: 365d, keep-bodies: 30d}\n")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        for command in ["status", "doctor"] {
            let outcome = try sandbox.wiredesk(command)
            #expect(outcome.output.contains("articles are kept for 365d, their texts for 30d"), "\(outcome)")
        }
    }
}
