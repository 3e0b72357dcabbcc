import FeedParsing
import Testing

@Suite("OPML")
struct OPMLTests {
    @Test("Folders within folders become tags, and a feed in two folders is one feed")
    func folders() throws {
        let list = try OPML(
            reading: Array(
                """
                <?xml version="1.0"?><opml version="1.1"><head><title>Mine &amp; yours</title></head><body>
                <outline text="News"><outline text="Local"><outline type="rss" text="Bay" xmlUrl="https://bay.test/f?a=1&b=2"
                  htmlUrl="https://bay.test/"/></outline></outline>
                <outline title="Sea"><outline text="Bay" xmlUrl="http://bay.test/f?a=1&amp;b=2" category="/x/y,z"/></outline>
                <outline text="Loose" xmlUrl="https://loose.test/"/></body></opml>
                """.utf8))
        #expect(list.title == "Mine & yours")
        #expect(
            list.subscriptions == [
                .init(
                    url: "https://bay.test/f?a=1&b=2", title: "Bay", link: "https://bay.test/",
                    tags: ["News/Local", "Sea", "x/y", "z"]),
                .init(url: "https://loose.test/", title: "Loose"),
            ])
    }

    @Test("A damaged list keeps the feeds that can be read")
    func damaged() throws {
        let list = try OPML(
            reading: Array(
                "<opml><body><outline text=A><outline xmlUrl='https://a.test/'><outline xmlUrl='https://b.test/'/><outl"
                    .utf8))
        #expect(list.subscriptions.map(\.url) == ["https://a.test/", "https://b.test/"])
        #expect(list.subscriptions.allSatisfy { $0.tags == ["A"] })
    }

    @Test("What is no list says so")
    func refused() {
        #expect(throws: OPMLError.notOPML) { try OPML(reading: Array("<rss/>".utf8)) }
        #expect(throws: OPMLError.noFeeds) { try OPML(reading: Array("<opml><body/></opml>".utf8)) }
    }

    @Test("Folders without end are bounded")
    func depth() throws {
        let source = String(repeating: "<outline text='f'>", count: 50_000) + "<outline xmlUrl='https://x.test/'/>"
        #expect(throws: OPMLError.noFeeds) { try OPML(reading: Array(source.utf8)) }
    }

    @Test("What is written reads back alike", arguments: [UInt64(31), 32, 33])
    func roundTrip(seed: UInt64) throws {
        var state = seed
        func below(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % limit)
        }
        let names = ["News", "Über <uns>", "a & b", "quote \"q\"", "日本", "it's", "x-y"]
        for _ in 0..<50 {
            let subscriptions = (0..<(1 + below(12))).map { index in
                let tags = Set(
                    (0..<below(3)).map { _ in (0...below(3)).map { _ in names[below(7)] }.joined(separator: "/") })
                return OPML.Subscription(
                    url: "https://site\(index).test/feed?n=\(index)&m=<1>", title: names[below(7)],
                    link: below(2) == 0 ? nil : "https://site\(index).test/", tags: tags.sorted())
            }
            let list = OPML(title: names[below(7)], subscriptions: subscriptions)
            let read = try OPML(reading: list.written())
            #expect(read.title == list.title)
            func normal(_ list: OPML) -> [OPML.Subscription] {
                list.subscriptions.map { feed in
                    var feed = feed
                    feed.tags.sort()
                    return feed
                }.sorted { $0.url < $1.url }
            }
            #expect(normal(read) == normal(list), "seed \(seed)")
        }
    }
}
