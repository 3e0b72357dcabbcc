import Fetching
import Glibc
import Testing

/// What a single feed's settings change about its request.
@Suite struct RequestOptionsTests {
    private let harness = FetchHarness()

    @Test func aProxyIsAskedInPlaceOfTheHost() async throws {
        let proxy = try TestServer { _ in [.answer(body: "by proxy")] }
        let result = await harness.fetch("http://news.invalid/feed") {
            $0.proxy = .use(Secret("http://user:pass@127.0.0.1:\(proxy.port)"))
        }
        #expect(result.text == "by proxy")
        let request = try #require(proxy.requests.first)
        #expect(request.line == "GET http://news.invalid/feed HTTP/1.1")
        #expect(request.headers["proxy-authorization"] == "Basic dXNlcjpwYXNz")
    }

    @Test func aProxyThatIsDownIsNamedRatherThanTheHost() async throws {
        let result = await harness.fetch("http://news.invalid/feed") { $0.proxy = .use(Secret("http://127.0.0.1:1")) }
        #expect(result.failure == .proxyUnreachable)
    }

    @Test func theEnvironmentsProxyHoldsUnlessTheFeedSaysOtherwise() async throws {
        let proxy = try TestServer { _ in [.answer(body: "by proxy")] }
        let direct = try TestServer { _ in [.answer(body: "direct")] }
        let harness = FetchHarness {
            $0.environmentProxies = EnvironmentProxies(environment: ["http_proxy": proxy.url()])
        }
        #expect(await harness.fetch(direct.url()).text == "by proxy")
        #expect(await harness.fetch(direct.url()) { $0.proxy = .none }.text == "direct")
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0x7f.1/", "http://x.localhost/",
        "http://router/", "http://nas.home.arpa/",
    ])
    func aProxyIsNoWayAroundTheAddressPolicy(_ url: String) async throws {
        let proxy = try TestServer { _ in [.answer(body: "secret")] }
        let result = await harness.fetch(url, .page, trust: .derived) { $0.proxy = .use(Secret(proxy.url())) }
        guard case .addressRefused = result.failure else {
            Issue.record("\(result)")
            return
        }
        #expect(proxy.connections == 0)
    }

    @Test(arguments: ["http://localhost/", "http://router/"])
    func aProxyIsAskedForNamesThatTheOwnerAllows(_ url: String) async throws {
        let proxy = try TestServer { _ in [.answer(body: "mine")] }
        let host = try #require(WebAddress(url)).host
        for policy in [
            AddressPolicy(allowedHosts: [host]),
            AddressPolicy(allowedBlocks: [AddressBlock("0.0.0.0/0")].compactMap { $0 }),
        ] {
            let harness = FetchHarness { $0.addressPolicy = policy }
            let result = await harness.fetch(url, .page, trust: .derived) { $0.proxy = .use(Secret(proxy.url())) }
            #expect(result.text == "mine")
        }
    }

    @Test func aBearerTokenIsSent() async throws {
        let server = try TestServer { _ in [.answer(body: "feed")] }
        _ = await harness.fetch(server.url()) { $0.credentials = .bearer(Secret("abc.def")) }
        #expect(server.requests.first?.headers["authorization"] == "Bearer abc.def")
    }

    @Test func cookiesOfTheOwnersFileGoToTheirSiteAndLeaveNoTrace() async throws {
        let path = "/tmp/wiredesk-cookies-\(getpid())"
        let file = try #require(fopen(path, "w"))
        fputs("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t5e55\n", file)
        fclose(file)
        defer { unlink(path) }
        let other = try TestServer { _ in [.answer(body: "other")] }
        let elsewhere = other.url()
        let server = try TestServer { request in
            request.path == "/away" ? [.redirect(302, to: elsewhere)] : [.answer(body: "feed")]
        }
        let harness = FetchHarness { $0.addressPolicy.allowedHosts = ["127.0.0.1"] }
        _ = await harness.fetch(server.url()) { $0.cookieFile = path }
        #expect(server.requests.last?.headers["cookie"] == "session=5e55")
        _ = await harness.fetch(server.url())
        #expect(server.requests.last?.headers["cookie"] == nil)
        #expect(await harness.fetch(server.url("/away")) { $0.cookieFile = path }.text == "other")
        #expect(other.requests.last?.headers["cookie"] == nil, "another port is another origin")
    }

    @Test func theOwnersHeadersReplaceOurs() async throws {
        let server = try TestServer { _ in [.answer(body: "feed")] }
        _ = await harness.fetch(server.url()) {
            $0.headers = [
                .init(name: "Accept", value: Secret("text/x-feed")), .init(name: "X-Empty", value: Secret("")),
                .init(name: "Referer", value: Secret("https://news.example/")),
            ]
        }
        let headers = try #require(server.requests.first?.headers)
        #expect(headers["accept"] == "text/x-feed")
        #expect(headers["x-empty"] == "")
        #expect(headers["referer"] == "https://news.example/")
    }
}
