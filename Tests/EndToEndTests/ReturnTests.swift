import Foundation
import Testing

/// What brings a story back that was read, and what takes a deed back.
@Suite struct ReturnTests {
    private func write(_ ending: String, to sandbox: Sandbox) throws {
        try sandbox.write(
            """
            <rss version="2.0"><channel><title>Harbour Notices</title><item><guid>1</guid><title>Quay closed</title>
            <description>The north quay is closed until the crane is mended, which the yard at Ostmole says will be on
            \(ending).</description></item></channel></rss>
            """, to: "harbour.xml")
    }

    private func configure(_ rule: String, _ sandbox: Sandbox) throws {
        try sandbox.write("feeds: [\"file:harbour.xml\"]\nstories: {return-on: \(rule)}\n", to: "wiredesk.yaml")
        #expect(try sandbox.wiredesk("config", "reload").status == 0)
    }

    @Test func aReadStoryReturnsAsTheConfigurationSays() throws {
        let sandbox = try Sandbox(yaml: "feeds: [\"file:harbour.xml\"]\n")
        try write("Monday", to: sandbox)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        #expect(try sandbox.wiredesk("read", "--query", "quay").status == 0)
        try write("Tuesday", to: sandbox)
        #expect(try sandbox.wiredesk("refresh").status == 0)
        #expect(try sandbox.stories("is:updated").isEmpty)
        try configure("any-change", sandbox)
        try sandbox.waits { try sandbox.stories("is:updated").count == 1 }
        try configure("never", sandbox)
        try sandbox.waits { try sandbox.stories("is:updated").isEmpty }
        #expect(!daemon.standardError.contains("no effect"), "\(daemon.standardError)")
    }

    @Test func whatWasTakenBackOffersNothingToTakeBack() throws {
        let sandbox = try Sandbox(yaml: "feeds: [\"file:harbour.xml\"]\n")
        try write("Monday", to: sandbox)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        let star = try sandbox.wiredesk("star", "--query", "quay")
        #expect(star.output.contains("wiredesk undo 1"), "\(star)")
        let undo = try sandbox.wiredesk("undo")
        #expect(undo.status == 0 && !undo.output.contains("wiredesk undo"), "\(undo)")
    }
}
