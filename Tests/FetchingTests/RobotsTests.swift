import Fetching
import Model
import Testing

@Suite struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(parsing: Array(text.utf8), for: "wiredesk") }

    @Test func theLongestPatternDecidesAndAPermissionWinsATie() {
        let rules = rules(
            """
            User-agent: *
            Disallow: /private/
            Allow: /private/press/
            Disallow: /same
            Allow: /same
            """)
        #expect(rules.allows(path: "/"))
        #expect(!rules.allows(path: "/private/a"))
        #expect(rules.allows(path: "/private/press/1"))
        #expect(rules.allows(path: "/same"))
    }

    @Test func ourOwnGroupTakesThePlaceOfTheGeneralOne() {
        let rules = rules(
            """
            user-agent: *
            disallow: /
            User-Agent: othernews
            User-Agent: WireDesk/2.1
            Disallow: /a
            Crawl-delay: 2.5

            User-agent: wiredesk
            Disallow: /b
            """)
        #expect(rules.allows(path: "/c"))
        #expect(!rules.allows(path: "/a"))
        #expect(!rules.allows(path: "/b"), "groups of one name are one")
        #expect(rules.crawlDelay == .milliseconds(2500))
    }

    @Test func aGroupOfOursWithoutRulesAllowsEverything() {
        #expect(rules("User-agent: *\nDisallow: /\n\nUser-agent: wiredesk\nDisallow:").allows(path: "/x"))
        #expect(rules("User-agent: *\nDisallow: /\n\nUser-agent: wiredesk").allows(path: "/x"))
        #expect(!rules("User-agent: wiredeskbot\nAllow: /\nUser-agent: *\nDisallow: /").allows(path: "/x"))
    }

    @Test func starsAndDollarsMeanWhatTheyMean() {
        let rules = rules("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/*/x\nDisallow: /exact$")
        #expect(!rules.allows(path: "/a/b.pdf"))
        #expect(rules.allows(path: "/a/b.pdf?download"))
        #expect(!rules.allows(path: "/news/print/1/xyz"))
        #expect(rules.allows(path: "/print/1/x"))
        #expect(!rules.allows(path: "/exact"))
        #expect(rules.allows(path: "/exactly"))
    }

    @Test func oneAddressInTwoSpellingsIsOne() {
        let rules = rules("User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /na\u{EF}ve\nDisallow: /%7Ejoe")
        #expect(!rules.allows(path: "/caf%C3%A9"))
        #expect(!rules.allows(path: "/café"))
        #expect(!rules.allows(path: "/na%C3%AFve"))
        #expect(!rules.allows(path: "/~joe/x"))
    }

    @Test func commentsSpacesLineEndsAndOtherLinesDoNotMatter() {
        let rules = rules(
            "\u{FEFF}User-agent : *  # all\rSitemap: https://a.example/s.xml\r\n\tDisallow :  /x # no\nNonsense\n: :\n")
        #expect(!rules.allows(path: "/x/1"))
        #expect(rules.allows(path: "/"))
    }

    @Test func rulesBeforeAnyAgentAreNobodys() {
        #expect(rules("Disallow: /\nUser-agent: *\nDisallow: /x").allows(path: "/y"))
        #expect(rules("").allows(path: "/y"))
        #expect(rules("<html>not found</html>").allows(path: "/y"))
    }

    @Test func aHostileFileTakesBoundedWork() {
        let stars = String(repeating: "*a", count: 500) + "b"
        let laborious = rules("User-agent: *\n" + String(repeating: "Disallow: /\(stars)\n", count: 2000))
        #expect(!laborious.allows(path: "/" + String(repeating: "a", count: 8000)), "too laborious allows nothing")
        let endless = rules("User-agent: *\n" + String(repeating: "Allow: /a\n", count: 200_000) + "Disallow: /b\n")
        #expect(endless.allows(path: "/b"), "what lies beyond the limit is not read")
        #expect(rules("User-agent: *\nCrawl-delay: 1e300").crawlDelay == .seconds(60))
        for bad in ["nan", "-1", "x"] { #expect(rules("User-agent: *\nCrawl-delay: \(bad)").crawlDelay == nil) }
    }

    @Test(arguments: [UInt64(5), 6])
    func noBytesAreTooOdd(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "User-agent:", "*", "wiredesk", "Disallow:", "Allow:", "/", "%", "%4", "$", "\n", "#", ":", "é", "\0",
        ]
        for _ in 0..<500 {
            let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let path = (0..<10).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = rules(text).allows(path: path)
        }
    }
}

@Suite struct RobotsCacheTests {
    private let now = Timestamp(year: 2026, month: 3, day: 3)

    private func permission(_ behaviour: @escaping TestServer.Behaviour) async throws -> RobotsCache.Permission {
        let server = try TestServer(behaviour)
        let cache = RobotsCache(engine: FetchHarness().engine, product: "wiredesk")
        return await cache.permission(for: server.url("/no"), trust: .owner, now: now)
    }

    @Test func aSitesFileIsAskedForOnce() async throws {
        let server = try TestServer { _ in [.answer(body: "User-agent: *\nDisallow: /no\nCrawl-delay: 3")] }
        let cache = RobotsCache(engine: FetchHarness().engine, product: "wiredesk")
        let url = server.url()
        #expect(await cache.permission(for: url + "yes", trust: .owner, now: now) == .allowed(crawlDelay: .seconds(3)))
        #expect(await cache.permission(for: url + "no?x", trust: .owner, now: now) == .forbidden)
        #expect(server.requests.map(\.path) == ["/robots.txt"])
        _ = await cache.permission(for: url, trust: .owner, now: now + .seconds(25 * 3600))
        #expect(server.requests.count == 2)
    }

    @Test func noFileAllows() async throws {
        #expect(try await permission { _ in [.answer("404 Not Found")] } == .allowed(crawlDelay: nil))
        #expect(try await permission { _ in [.answer("403 Forbidden")] } == .allowed(crawlDelay: nil))
        #expect(try await permission { _ in [.redirect(301, to: "/robots.txt")] } == .allowed(crawlDelay: nil))
    }

    @Test func aFileThatCannotBeHadNowAllowsNothingForNow() async throws {
        #expect(try await permission { _ in [.answer("500 Oops")] } == .unknown(.status(500, retryAt: nil)))
        #expect(try await permission { _ in [.close] } == .unknown(.connectionLost))
    }

    @Test func onlyTheStartOfAnEndlessFileCounts() async throws {
        let permission = try await permission { _ in
            [
                .text("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n"),
                .drip(Array(String(repeating: "# filler\n", count: 1000).utf8), times: .max, pause: .zero),
            ]
        }
        #expect(permission == .forbidden)
    }

    @Test func whatIsDerivedDoesNotReachThisMachineThroughRobots() async throws {
        let server = try TestServer { _ in [.answer(body: "")] }
        let cache = RobotsCache(engine: FetchHarness().engine, product: "wiredesk")
        guard case .unknown(.addressRefused) = await cache.permission(for: server.url(), trust: .derived, now: now)
        else {
            Issue.record("it was fetched")
            return
        }
        #expect(server.connections == 0)
    }
}
