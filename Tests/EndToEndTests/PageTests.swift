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
        try web.write(
            "<link rel=amphtml href='/amp/wall'><h1>We value your privacy</h1><p>We and our partners store data.</p>",
            to: "wall.html")
        try web.write(wellPage("Abbot’s Well"), to: "amp/wall.html")
        let items = ["open", "closed", "story", "script", "wall"].map {
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
        #expect(try text(ofStory: "On wall", in: sandbox).contains("Abbot’s Well"))
        #expect(!web.requests.contains("/closed/2"))
        #expect(web.requests.filter { $0 == "/open" }.count == 1)
    }

    // MARK: Pictures

    /// What a reader of the header takes for a picture of that size, with bytes of its own after it.
    private func png(_ width: UInt8, _ height: UInt8, size: Int) -> [UInt8] {
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        return head + [0, 0, 0, width, 0, 0, 0, height] + [UInt8](repeating: width, count: size)
    }

    @Test func picturesAreKeptWithinTheBudgetAndAreThereWhenTheSiteIsGone() throws {
        let sandbox = try Sandbox(yaml: nil)
        let web = try WebServer(in: sandbox)
        try sandbox.write(
            """
            fetch:
              allow-private-addresses: [127.0.0.1]
              images: true
              image-budget: 10KiB
            feeds:
              - \(web.origin)/feed.xml

            """, to: "wiredesk.yaml")
        let lead = png(200, 100, size: 3000)
        try web.write("User-agent: *\nDisallow: /private\n", to: "robots.txt")
        try web.write(lead, to: "lead.png")
        try web.write(png(100, 100, size: 4000), to: "well.png")
        try web.write(png(120, 90, size: 9000), to: "large.png")
        try web.write(png(1, 1, size: 10), to: "dot.png")
        try web.write(png(90, 90, size: 100), to: "private.png")
        try web.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "drawing.png")
        try web.write(png(200, 100, size: 20), to: "pixel.gif")
        let pictures = ["well", "large", "dot", "drawing", "missing", "private"].map { "<p><img src='/\($0).png'></p>" }
        let end =
            pictures.joined() + "<img src='/pixel.gif'>"
            + "<p>The county will measure the other wells in spring, if the rope can be paid.</p>"
        let head = "<meta property=og:image content='/lead.png'>"
        try web.write(wellPage("Hollow Well", head: head, end: end), to: "story.html")
        let item = "<item><title>Wells</title><guid>a</guid><link>\(web.origin)/story</link></item>"
        try web.write("<rss version=\"2.0\"><channel><title>Wells</title>\(item)</channel></rss>", to: "feed.xml")

        let outcome = try sandbox.runDaemon("--once")
        #expect(outcome.status == 0)
        #expect(!outcome.errors.contains("no effect"), "\(outcome.errors)")
        #expect(web.requests.filter { $0 == "/lead.png" }.count == 1)
        #expect(web.requests.contains("/large.png"))
        for forbidden in ["/pixel.gif", "/private.png"] { #expect(!web.requests.contains(forbidden)) }
        try FileManager.default.removeItem(atPath: sandbox.root + "/web")

        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        let story = try #require(try sandbox.stories().first)
        #expect(try sandbox.wiredesk("show", story.short).output.contains("2 pictures"))
        let list = try sandbox.wiredesk("pictures", story.short, "--format", "{number} {type} {address}")
        #expect(
            list.output.split(separator: "\n") == [
                "1 image/png \(web.origin)/lead.png", "2 image/png \(web.origin)/well.png",
            ])
        let file = sandbox.root + "/lead"
        #expect(try sandbox.wiredesk("picture", story.short, "--output", file).status == 0)
        #expect(FileManager.default.contents(atPath: file) == Data(lead))
        let none = try sandbox.wiredesk("picture", story.short, "3", "--output", file)
        #expect(none.status == 1 && none.errors.contains("wiredesk pictures"))
    }

    // MARK: A page by its address

    @Test func aPageIsExtractedByItsAddress() throws {
        let sandbox = try Sandbox(yaml: "feeds: []\n")
        let web = try WebServer(in: sandbox)
        try web.write(wellPage("Hollow"), to: "hollow.html")
        let found = try sandbox.wiredesk("extract", web.origin + "/hollow")
        #expect(found.status == 0, "\(found)")
        #expect(found.output.hasPrefix("Deep water\n"))
        #expect(found.output.contains(" of Hollow, "))

        let absent = try sandbox.wiredesk("extract", web.origin + "/nowhere")
        #expect(absent.status == 69)
        #expect(absent.output.isEmpty)
        #expect(absent.errors.contains("/nowhere"))
    }
}
