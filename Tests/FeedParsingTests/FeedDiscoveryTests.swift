import FeedParsing
import Testing

@Suite("Finding a site's feeds")
struct FeedDiscoveryTests {
    private func find(_ page: String) -> [FeedDiscovery.Candidate] {
        FeedDiscovery.candidates(in: Array(page.utf8), url: "https://site.test/blog/post")
    }

    @Test("Declared feeds come first, comments after them, then links, then usual places")
    func order() {
        let found = find(
            """
            <html><head><base href="/b/"><link rel="alternate" type="application/rss+xml" title="Comments" href="c.xml">
            <link rel="Alternate" type="application/atom+xml;charset=utf-8" title="News &amp; more" href="feed.atom">
            <link rel=stylesheet href=x.css></head><body><a href="/rss">Subscribe</a> <a href="/about">About</a>
            <a href="https://pods.test/x"><b>RSS</b></a></body></html>
            """)
        #expect(
            found.prefix(4).map(\.url) == [
                "https://site.test/b/feed.atom", "https://site.test/b/c.xml", "https://site.test/rss",
                "https://pods.test/x",
            ])
        #expect(found[0].title == "News & more")
        #expect(found[0].evidence == .declared)
        #expect(found[2].evidence == .linked)
        #expect(found.dropFirst(4).allSatisfy { $0.evidence == .wellKnown })
        #expect(found.contains { $0.url == "https://site.test/feed/" })
    }

    @Test("Only web addresses are offered, each once, and not too many")
    func bounds() {
        let links = (0..<500).map { "<link rel=alternate type='application/rss+xml' href='/f\($0 % 300)'>" }.joined()
        let found = find(links + "<a href='javascript:rss'>RSS</a><a href='feed:https://f.test/rss'>x</a>")
        #expect(found.count <= FeedDiscovery.limit)
        #expect(Set(found.map(\.url)).count == found.count)
        #expect(found.allSatisfy { $0.url.hasPrefix("https://") })
    }
}
