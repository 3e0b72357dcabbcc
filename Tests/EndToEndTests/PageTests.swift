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

    // MARK: Articles in pages

    private static let words = """
        rope bucket iron clay farmer cattle winter stone ladder county lantern surveyor measure shaft echo moss timber
        pulley chain water gravel orchard parish ledger summer drought spring barrel copper hinge valley miller paper
        candle grandmother knot spade cellar bridge heron ferry sluice meadow tithe mason lime granite
        """.split(whereSeparator: \.isWhitespace)

    /// Prose that no other well's is like: the words in another order.
    private func prose(of well: String, paragraph: Int) -> String {
        let seed = well.utf8.reduce(paragraph) { ($0 * 31 + Int($1)) % 45 }
        let words = (0..<40).map { Self.words[($0 * (seed + 1) + seed) % 47] }
        let sentences = stride(from: 0, to: 40, by: 10).map { start in
            "The \(words[start]) of \(well), \(words[(start + 1)..<(start + 10)].joined(separator: " "))."
        }
        return "<p>\(sentences.joined(separator: " "))</p>"
    }

    /// A page of an article about a well, with what stands in its head and at its end.
    private func wellPage(_ well: String, head: String = "", end: String = "") -> String {
        """
        <!doctype html><title>\(well)</title>\(head)<article><h1>Deep water</h1>
        \((0..<3).map { prose(of: well, paragraph: $0) }.joined())\(end)</article>
        """
    }

    private func nextPage(_ address: String) -> String { "<p><a href='\(address)'>Next page</a></p>" }

    @Test func anArticleInPagesIsStoredWholeAndWhatItsSiteForbidsIsNotFetched() throws {
        let sandbox = try Sandbox(yaml: nil)
        let web = try WebServer(in: sandbox)
        try sandbox.write(
            "fetch:\n  allow-private-addresses: [127.0.0.1]\nfeeds:\n  - \(web.origin)/feed.xml\n", to: "wiredesk.yaml")
        try web.write("User-agent: *\nDisallow: /closed/2\n", to: "robots.txt")
        try web.write(wellPage("Hollow Well", end: nextPage("/open/2")), to: "open.html")
        try web.write(wellPage("Mill Well", end: nextPage("/open/3")), to: "open/2.html")
        try web.write(wellPage("Mill Well"), to: "open/3.html")
        try web.write(wellPage("Priory Well", end: nextPage("/closed/2")), to: "closed.html")
        try web.write(wellPage("Secret Well"), to: "closed/2.html")
        try web.write(wellPage("Sheep Well", end: nextPage("/open")), to: "story.html")
        try web.write("<link rel=amphtml href='/amp/script'><div id=app></div>", to: "script.html")
        try web.write(wellPage("Gallows Well"), to: "amp/script.html")
        let items = ["open", "closed", "story", "script"].map {
            "<item><title>On \($0)</title><guid>\($0)</guid><link>\(web.origin)/\($0)</link></item>"
        }
        try web.write(
            "<rss version=\"2.0\"><channel><title>Wells</title>\(items.joined())</channel></rss>", to: "feed.xml")

        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)

        let open = try text(ofStory: "On open", in: sandbox)
        #expect(open.contains("Hollow Well") && open.contains("Mill Well"))
        #expect(open.components(separatedBy: "Mill Well").count == 13, "twelve sentences: the third page repeats them")
        #expect(open.components(separatedBy: "Next page").count == 1)
        #expect(try text(ofStory: "On closed", in: sandbox).contains("Priory Well"))
        #expect(try !text(ofStory: "On story", in: sandbox).contains("Hollow Well"))
        #expect(try text(ofStory: "On script", in: sandbox).contains("Gallows Well"))
        #expect(!web.requests.contains("/closed/2"))
        #expect(web.requests.filter { $0 == "/open" }.count == 1)
    }
}
