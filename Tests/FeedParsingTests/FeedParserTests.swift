import FeedParsing
import Model
import Testing

@Suite("Feeds")
struct FeedParserTests {
    private func parse(_ text: String, url: String? = "https://news.test/feed") throws -> ParsedFeed {
        try FeedParser.parse(Array(text.utf8), url: url)
    }

    @Test("RSS 2.0 with the usual extensions")
    func rss() throws {
        let feed = try parse(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Harbour &amp;amp; Hill</title><link>https://news.test/</link>
            <description>Local news</description><language>en_GB</language><ttl>45</ttl>
            <atom:link rel="self" href="/feed"/><atom:link rel="hub" href="https://hub.test/"/>
            <skipHours><hour>2</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <item><title>Ferry &lt;i&gt;returns&lt;/i&gt;</title><link>/ferry</link><guid isPermaLink="false">f-1</guid>
            <pubDate>Sat, 05 Mar 2011 06:07:08 GMT</pubDate><dc:creator>Ida Strand</dc:creator>
            <category>Sea</category><description>&lt;p&gt;It is &lt;a href="more"&gt;back&lt;/a&gt;.&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p onclick="x()">Whole story.</p><script>bad()</script>]]></content:encoded>
            <enclosure url="https://news.test/f.mp3" type="audio/mpeg" length="1234"/>
            <comments>https://news.test/ferry#talk</comments></item>
            </channel></rss>
            """)
        #expect(feed.format == .rss(version: "2.0"))
        #expect(feed.title == "Harbour & Hill")
        #expect(feed.selfLink == "https://news.test/feed")
        #expect(feed.hubs == ["https://hub.test/"])
        #expect(feed.language == "en-GB")
        #expect(feed.pollingHints.timeToLive == .seconds(2700))
        #expect(feed.pollingHints.skipHours == [2, 0])
        #expect(feed.pollingHints.skipDays == [7])
        #expect(feed.isWellFormed)
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Ferry returns")
        #expect(entry.link == "https://news.test/ferry")
        #expect(entry.id == "f-1")
        #expect(entry.published?.iso8601 == "2011-03-05T06:07:08Z")
        #expect(entry.authors == [ParsedAuthor(name: "Ida Strand")])
        #expect(entry.categories == ["Sea"])
        #expect(entry.summary == "<p>It is <a href=\"https://news.test/more\">back</a>.</p>")
        #expect(entry.content == "<p>Whole story.</p>")
        #expect(entry.enclosures == [Enclosure(url: "https://news.test/f.mp3", mediaType: "audio/mpeg", length: 1234)])
        #expect(entry.comments == "https://news.test/ferry#talk")
    }

    @Test("Atom: types, links, bases and people")
    func atom() throws {
        let feed = try parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.test/a/" xml:lang="fi">
            <title type="html">Notes &amp;amp; &lt;b&gt;more&lt;/b&gt;</title><id>urn:x</id>
            <link href="../"/><link rel="next" href="?page=2"/>
            <author><name>Aino</name><email>aino@blog.test</email></author>
            <entry xml:base="b/"><id>urn:x:1</id><title>A &lt; B</title><link rel="alternate" href="one"/>
            <link rel="enclosure" href="one.ogg" type="audio/ogg" length="7"/>
            <published>2011-03-05T06:07:08Z</published><updated>2011-03-06T06:07:08Z</updated>
            <summary>5 &lt; 6</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="c">c</a></p></div></content>
            <category term="x"/></entry></feed>
            """)
        #expect(feed.format == .atom10)
        #expect(feed.title == "Notes & more")
        #expect(feed.link == "https://blog.test/")
        #expect(feed.nextLink == "https://blog.test/a/?page=2")
        #expect(feed.language == "fi")
        #expect(feed.authors == [ParsedAuthor(name: "Aino", email: "aino@blog.test")])
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "A < B")
        #expect(entry.link == "https://blog.test/a/b/one")
        #expect(entry.summary == "5 &lt; 6")
        #expect(entry.content?.contains("<a href=\"https://blog.test/a/b/c\">c</a>") == true)
        #expect(entry.enclosures.first?.url == "https://blog.test/a/b/one.ogg")
        #expect(entry.updated?.iso8601 == "2011-03-06T06:07:08Z")
    }

    @Test("RDF keeps its items beside the channel")
    func rdf() throws {
        let feed = try parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://r.test/"><title>R</title><link>https://r.test/</link></channel>
            <image><title>Logo</title><url>https://r.test/l.png</url></image>
            <item rdf:about="https://r.test/1"><title>One</title><dc:date>2011-03-05</dc:date></item>
            </rdf:RDF>
            """)
        #expect(feed.format == .rdf(.rss10))
        #expect(feed.title == "R")
        #expect(feed.image == "https://r.test/l.png")
        #expect(feed.entries.first?.id == "https://r.test/1")
        #expect(feed.entries.first?.updated?.iso8601 == "2011-03-05T00:00:00Z")
    }

    @Test("JSON Feed 1.1")
    func jsonFeed() throws {
        let feed = try parse(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.test/",
             "authors":[{"name":"Jo"}],"items":[{"id":7,"url":"/one","title":"One","content_text":"a < b\\nc",
             "date_published":"2011-03-05T06:07:08Z","tags":["t"],
             "attachments":[{"url":"https://j.test/a.mp3","mime_type":"audio/mpeg","size_in_bytes":9}]}]}
            """)
        #expect(feed.format.name == "json11")
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "7")
        #expect(entry.link == "https://news.test/one")
        #expect(entry.content == "a &lt; b<br>\nc")
        #expect(entry.enclosures.first?.length == 9)
    }

    @Test("A damaged feed keeps every entry that is not itself damaged, and names the damage by line")
    func damaged() throws {
        let feed = try parse(
            """
            <br><b>Notice</b>: x in /srv/f.php
            <rss version=2.0><channel><title>Tom & Ann</title>
            <item><title>One<link>https://t.test/1</link></item>
            <item><title>Two</TITLE><description><p>raw <br> html</description><link>https://t.test/2</link></item>
            <item><title>Three</title><foo:bar>x</foo:bar><link>https://t.test/3?a=1&b=2</link></item>
            <item><title>Fo
            """)
        #expect(feed.title == "Tom & Ann")
        #expect(feed.entries.map(\.title) == ["One", "Two", "Three", "Fo"])
        #expect(
            feed.entries.prefix(3).map(\.link) == ["https://t.test/1", "https://t.test/2", "https://t.test/3?a=1&b=2"])
        #expect(feed.faults.contains { $0.line == 3 && $0.message == "<title> is never closed" })
    }

    @Test("Categories nest a few levels deep, and no deeper are they read")
    func nestedCategories() throws {
        let nested = (1...200).map { "<itunes:category text=\"c\($0)\">" }.joined()
        let feed = try parse("<rss><channel><item>\(nested)</item></channel></rss>")
        #expect(feed.entries.first?.categories == ["c1", "c2", "c3", "c4"])
    }

    @Test("So many keywords count, and no more")
    func manyKeywords() throws {
        let words = (1...2000).map { " k\($0)" }.joined(separator: ",")
        let feed = try parse("<rss><channel><item><itunes:keywords>\(words)</itunes:keywords></item></channel></rss>")
        #expect(feed.entries.first?.categories == (1...300).map { "k\($0)" })
    }

    @Test("A long base and many short addresses do not multiply the document's size")
    func addressGrowth() throws {
        let base = "https://news.test/" + String(repeating: "a/", count: 4000)
        let item = "<item><link>x</link><description>&lt;a href=y>z&lt;/a></description><enclosure url='e'/></item>"
        let source =
            "<rss xml:base=\"\(base)\"><channel>" + String(repeating: item, count: 3000) + "</channel></rss>"
        let feed = try parse(source)
        let size = feed.entries.reduce(0) { size, entry in
            size + (entry.link?.utf8.count ?? 0) + (entry.summary?.utf8.count ?? 0)
                + entry.enclosures.reduce(0) { $0 + $1.url.utf8.count }
        }
        #expect(feed.entries.count == 3000)
        #expect(feed.entries.first?.link == base + "x")
        #expect(size > 15 << 20 && size < 18 << 20)
    }

    @Test("A base that is far too long is passed over")
    func longBase() throws {
        let base = "https://far.test/" + String(repeating: "a/", count: 5000)
        let feed = try parse("<rss xml:base=\"\(base)\"><channel><item><link>x</link></item></channel></rss>")
        #expect(feed.entries.first?.link == "https://news.test/x")
    }

    @Test("Entries on one line, all of them on that line")
    func oneLine() throws {
        let feed = try parse("<rss><channel>" + String(repeating: "<item></item>", count: 1000) + "</channel></rss>")
        #expect(feed.entries.count == 1000)
        #expect(feed.entries.allSatisfy { $0.line == 1 })
    }

    @Test("What is no feed is named for what it is")
    func noFeeds() {
        func error(_ text: String) -> FeedParsingError? {
            do throws(FeedParsingError) {
                _ = try FeedParser.parse(Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(error(" \n ") == .empty)
        #expect(error("<!doctype html><html><body><p>Hi</p></body></html>") == .htmlPage(candidates: 0))
        #expect(
            error("<html><head><link rel=alternate type='application/atom+xml' href='https://a.test/f'></head></html>")
                == .htmlPage(candidates: 1))
        #expect(error("<html><form><input type=\"password\"></form></html>") == .loginPage)
        #expect(error("%PDF-1.7") == .binary("a PDF document"))
        #expect(error("<svg></svg>") == .otherXML(root: "svg"))
        #expect(error("{\"error\": 4}") == .otherJSON)
        #expect(error("{\"title\": ") == .brokenJSON(line: 1, column: 11))
        #expect(error("Not found") == .plainText)
    }

    @Test(
        "Authors in one line",
        arguments: [
            ("me@here.test (Jane Doe)", "Jane Doe", "me@here.test"),
            ("Jane Doe <me@here.test>", "Jane Doe", "me@here.test"),
            ("Jane Doe", "Jane Doe", nil), ("mailto:me@here.test", nil, "me@here.test"),
            ("Jane Doe (Ed.)", "Jane Doe (Ed.)", nil),
        ] as [(String, String?, String?)])
    func authors(line: String, name: String?, email: String?) throws {
        let feed = try parse(
            "<rss><channel><managingEditor>\(line.replacing("<", with: "&lt;"))</managingEditor></channel></rss>")
        #expect(feed.authors == [ParsedAuthor(name: name, email: email)])
    }
}
