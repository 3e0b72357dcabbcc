import Foundation
import Testing

/// The commands that concern one feed, or the list of them.
@Suite struct FeedCommandTests {
    private static let yaml = """
        feeds:
          - {url: "file:harbour.xml", tags: [sea]}
        """

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(yaml: Self.yaml)
        try sandbox.write(
            """
            <rss version="2.0"><channel><title>Harbour Notices</title><item><guid>1</guid><title>Quay closed</title>
            <description>The north quay is closed until the crane is mended.</description></item></channel></rss>
            """, to: "harbour.xml")
        return sandbox
    }

    private struct Listed: Decodable {
        let short: String
        let tags: [String]
    }

    private func feeds(_ sandbox: Sandbox) throws -> [Listed] {
        try sandbox.wiredesk("feeds", "--jsonl").output.split(separator: "\n").map {
            try JSONDecoder().decode(Listed.self, from: Data($0.utf8))
        }
    }

    @Test func aFeedIsTestedByItsID() throws {
        let sandbox = try sandbox()
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let id = try #require(try feeds(sandbox).first).short
        let test = try sandbox.wiredesk("feed", "test", id)
        #expect(test.status == 0, "\(test)")
        #expect(test.output.contains("Harbour Notices") && test.output.contains("Quay closed"))
        let unknown = try sandbox.wiredesk("feed", "test", "0000000")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("0000000") && !unknown.errors.contains("https://"), "\(unknown)")
        #expect(try sandbox.wiredesk("refresh").status == 0)
        let why = try sandbox.wiredesk("feed", "why", id)
        #expect(why.output.contains("because:"))
        #expect(!why.output.contains("Z ") && !why.output.contains("T00"), "\(why)")
    }

    @Test func whyTellsWhatTheLastPollHasChanged() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let server = try WebServer(in: sandbox)
        try server.write(
            """
            <rss version="2.0"><channel><title>Tide Tables</title><item><guid>1</guid><title>Spring tide</title>
            <description>High water stands at noon on Friday, and the lower quay will be under it.</description></item>
            </channel></rss>
            """, to: "tides.xml")
        try sandbox.write("feeds:\n  - \(server.origin)/tides.xml\n", to: "wiredesk.yaml")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        let why = try sandbox.wiredesk("feed", "why", server.origin + "/tides.xml")
        #expect(why.output.contains("asked only for what is new"), "\(why)")
    }

    @Test func foldersOfAnotherReaderBecomeTagsAndFoldersAgain() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            """
            <opml version="2.0"><body><outline text="News"><outline text="Local, north">
            <outline text="Valley" xmlUrl="https://valley.invalid/feed"/></outline></outline>
            <outline text="Sea &amp; ice"><outline text="Valley" xmlUrl="https://valley.invalid/feed"/></outline>
            <outline text="Loose" xmlUrl="https://loose.invalid/feed"/></body></opml>
            """, to: "old.opml")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let taken = try sandbox.wiredesk("opml", "import", sandbox.root + "/old.opml")
        #expect(taken.status == 0, "\(taken)")
        #expect(Set(try feeds(sandbox).map(\.tags)) == [["sea"], [], ["News/Local, north", "Sea & ice"]])
        let written = try sandbox.wiredesk("opml", "export").output
        let lines = written.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.filter { $0.contains("https://valley.invalid/feed") }.count == 2)
        for folder in ["News", "Local, north", "Sea &amp; ice", "sea"] {
            #expect(lines.contains("<outline text=\"\(folder)\">"), "\(written)")
        }
    }

    @Test func feedsAreFoundByATagAndByOneWithinIt() throws {
        let sandbox = try Sandbox(yaml: "feeds:\n  - {url: \"file:harbour.xml\", tags: [news/local, newsletter]}\n")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        for (tag, count) in [("news", 1), ("news/local", 1), ("newsletter", 1), ("local", 0), ("news/loc", 0)] {
            let listed = try sandbox.wiredesk("feeds", "--tag", tag, "--jsonl").output
            #expect(listed.split(separator: "\n").count == count, "\(tag)")
        }
    }

    @Test func addingAKnownFeedAddsItsTags() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\nfetch: {allow-private-addresses: true}\n")
        let server = try WebServer(in: sandbox)
        try sandbox.write("<rss version=\"2.0\"><channel><title>Valley</title></channel></rss>", to: "web/feed.xml")
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let url = server.origin + "/feed.xml"
        #expect(try sandbox.wiredesk("feed", "add", "--title", "My valley", "--tag", "north", url).status == 0)
        let again = try sandbox.wiredesk("feed", "add", "--tag", "north", "--tag", "rain", url)
        #expect(again.status == 0 && again.output.contains("already subscribed"), "\(again)")
        #expect(again.output.contains("+rain") && !again.output.contains("+north"), "\(again)")
        #expect(try feeds(sandbox).map(\.tags) == [["north", "rain"]])
        #expect(try sandbox.wiredesk("feeds").output.contains("My valley"))
    }
}
