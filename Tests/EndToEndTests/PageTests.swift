import Foundation
import Testing

/// What the daemon makes of articles' pages.
@Suite struct PageTests {
    private static let line = "Our desk listens, day and night, to anyone who calls, and writes down what it is told."

    /// A feed of teasers whose pages are written beside it, each with a story of its own and the line that all have.
    private func write(stories: ClosedRange<Int>, to sandbox: Sandbox) throws {
        var items = ""
        for number in stories {
            items += """
                <item><title>Boat \(number) is launched</title><guid>boat-\(number)</guid>
                <link>file://\(sandbox.root)/yard/\(number).html</link><description>Boat \(number)…</description></item>
                """
            try sandbox.write(
                """
                <!doctype html><title>Boat \(number) is launched</title><article><h1>Boat \(number) is launched</h1>
                <p>Boat \(number) of the yard at Ostmole slid into the water at noon on Friday, with \(number * 7) people
                on the slip and a band that played the old harbour march twice over.</p>
                <p>The builders say that hull \(number) took \(number * 13) days and that her owner, who fishes off bank
                \(number * 3), will fetch her as soon as the ice lets him through.</p>
                <p>\(Self.line)</p></article>
                """, to: "yard/\(number).html")
        }
        try sandbox.write(
            "<rss version=\"2.0\"><channel><title>Yard</title>\(items)</channel></rss>", to: "yard/feed.xml")
    }

    private func text(ofStory title: String, in sandbox: Sandbox) throws -> String {
        let story = try #require(try sandbox.stories().first { $0.title.hasPrefix(title) })
        return try sandbox.wiredesk("show", "--json", story.short).output
    }

    @Test func whatWasLearntOfASiteIsStillKnownAfterARestart() throws {
        let sandbox = try Sandbox(yaml: "feeds:\n  - file:yard/feed.xml\n")
        try write(stories: 1...1, to: sandbox)
        #expect(try sandbox.runDaemon("--once").status == 0)
        try write(stories: 1...4, to: sandbox)
        #expect(try sandbox.runDaemon("--once").status == 0)
        try write(stories: 1...5, to: sandbox)
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        #expect(try text(ofStory: "Boat 1 ", in: sandbox).contains(Self.line), "a line of one page is its own")
        let last = try text(ofStory: "Boat 5 ", in: sandbox)
        #expect(last.contains("slid into the water"))
        #expect(!last.contains(Self.line))
    }
}
