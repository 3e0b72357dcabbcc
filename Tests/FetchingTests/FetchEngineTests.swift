import Fetching
import Model
import Testing

@Suite struct FetchEngineTests {
    @Test func aBodyArrivesWholeWithWhatTheServerSaidOfIt() async throws {
        let server = try TestServer { _ in
            [
                .answer(
                    "200 OK", ["ETag: W/\"a1\"", "Content-Type: application/rss+xml", "Cache-Control: max-age=600"],
                    body: "<rss/>")
            ]
        }
        let result = await FetchHarness().fetch(server.url("/feed?x=1"))
        let body = try #require(result.body)
        #expect(body.bytes == Array("<rss/>".utf8))
        #expect(body.answer.status == 200)
        #expect(body.answer.validators.etag == "W/\"a1\"")
        #expect(body.answer.contentType == "application/rss+xml")
        #expect(body.answer.freshness.until.map { $0 - body.answer.receivedAt } == .seconds(600))
        #expect(body.answer.finalURL == server.url("/feed?x=1"))
        #expect(body.answer.permanentTarget == nil)
        #expect(body.answer.address == "127.0.0.1")
        let request = try #require(server.requests.first)
        #expect(request.line == "GET /feed?x=1 HTTP/1.1")
        #expect(request.headers["user-agent"] == "wiredesk-test/1")
        #expect(request.headers["accept-encoding"]?.contains("gzip") == true)
    }

    @Test func validatorsGoOutAsTheyCameInAnd304SaysNothingChanged() async throws {
        let server = try TestServer { request in
            request.headers["if-none-match"] == "\"v é 1\""
                && request.headers["if-modified-since"] == "Tue, 03 Mar 2026 10:00:00 GMT"
                ? [.text("HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n")]
                : [.answer("200 OK", ["ETag: \"v é 1\"", "Last-Modified: Tue, 03 Mar 2026 10:00:00 GMT"], body: "new")]
        }
        let harness = FetchHarness()
        let first = try #require(await harness.fetch(server.url()).body)
        let second = await harness.fetch(server.url()) { $0.validators = first.answer.validators }
        guard case .notModified(let answer) = second else {
            Issue.record("\(second)")
            return
        }
        #expect(answer.headers.cacheControl == "max-age=60")
        #expect(server.connections == 1, "the connection is used again")
    }

    @Test func aPermanentMoveIsReportedOnlyIfEveryHopIsPermanent() async throws {
        let server = try TestServer { request in
            switch request.path {
            case "/old": [.redirect(301, to: "/older")]
            case "/older": [.redirect(308, to: "new")]
            case "/mixed": [.redirect(301, to: "/today")]
            case "/today": [.redirect(302, to: "/new")]
            default: [.answer(body: "here")]
            }
        }
        let harness = FetchHarness()
        let moved = try #require(await harness.fetch(server.url("/old")).body)
        #expect(moved.answer.permanentTarget == server.url("/new"))
        #expect(moved.answer.redirects == 2)
        let mixed = try #require(await harness.fetch(server.url("/mixed")).body)
        #expect(mixed.answer.permanentTarget == nil)
        #expect(mixed.answer.finalURL == server.url("/new"))
    }

    @Test func secretsStayAtTheirOrigin() async throws {
        let other = try TestServer { _ in [.answer(body: "other")] }
        let elsewhere = other.url("/elsewhere")
        let server = try TestServer { request in
            request.path == "/start" ? [.redirect(302, to: "/same")] : [.redirect(302, to: elsewhere)]
        }
        let harness = FetchHarness { $0.addressPolicy.allowedHosts = ["127.0.0.1"] }
        let result = await harness.fetch(server.url("/start")) {
            $0.credentials = .basic(user: "me", password: Secret("hush"))
            $0.headers = [.init(name: "X-Token", value: Secret("t0ken"))]
            $0.userAgent = "mine/2"
        }
        #expect(result.text == "other")
        for request in server.requests {
            #expect(request.headers["authorization"] == "Basic bWU6aHVzaA==")
            #expect(request.headers["x-token"] == "t0ken")
        }
        let stray = try #require(other.requests.first)
        #expect(stray.headers["authorization"] == nil)
        #expect(stray.headers["x-token"] == nil)
        #expect(stray.headers["user-agent"] == "mine/2")
        #expect(result.body?.answer.strayed == false, "another port is not another host")

        // The handle is used again: nothing of the fetch before may cling to it.
        _ = await harness.fetch(server.url("/same"))
        #expect(server.requests.last?.headers["authorization"] == nil)
        #expect(server.requests.last?.headers["user-agent"] == "wiredesk-test/1")
    }

    @Test func credentialsInTheAddressAreSentAndNeverShown() async throws {
        let server = try TestServer { request in
            request.path == "/feed" ? [.redirect(302, to: "/real")] : [.answer("401 Unauthorized")]
        }
        let result = await FetchHarness().fetch("http://me:hush@127.0.0.1:\(server.port)/feed#top")
        #expect(server.requests.map { $0.headers["authorization"] } == ["Basic bWU6aHVzaA==", "Basic bWU6aHVzaA=="])
        #expect(!"\(result)".contains("hush"))
        #expect(result.failure == .status(401, retryAt: nil))
    }

    @Test func cookiesLastForTheHopsOfOneFetch() async throws {
        let server = try TestServer { request in
            request.headers["cookie"] == "consent=yes"
                ? [.answer(body: "feed")] : [.answer("302 Found", ["Set-Cookie: consent=yes; Path=/", "Location: /"])]
        }
        let harness = FetchHarness()
        #expect(await harness.fetch(server.url()).text == "feed")
        _ = await harness.fetch(server.url())
        #expect(server.requests.count == 4, "the second fetch starts without the cookie")
    }

    @Test func aHostThatAsksForAPauseGetsIt() async throws {
        let server = try TestServer { _ in [.answer("429 Too Many Requests", ["Retry-After: 120"])] }
        let harness = FetchHarness()
        let first = await harness.fetch(server.url("/a"))
        guard case .failed(.status(429, .some(let retryAt)), .some(let answer)) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(retryAt - answer.receivedAt == .seconds(120))
        let second = await harness.fetch(server.url("/b"))
        guard case .failed(.hostPaused, nil) = second else {
            Issue.record("\(second)")
            return
        }
        #expect(server.requests.count == 1)
    }

    @Test func aPauseFromBeforeHolds() async throws {
        let server = try TestServer { _ in [.answer(body: "feed")] }
        let harness = FetchHarness()
        harness.engine.pause(host: "127.0.0.1:\(server.port)", until: Timestamp(year: 2999, month: 1, day: 1))
        guard case .hostPaused = await harness.fetch(server.url()).failure else {
            Issue.record("it was fetched")
            return
        }
        #expect(server.connections == 0)
    }

    @Test func aNewAddressPolicyHoldsFromThenOn() async throws {
        let server = try TestServer { _ in [.answer(body: "page")] }
        let harness = FetchHarness()
        #expect(await harness.fetch(server.url(), .page, trust: .derived).failure != nil)
        harness.engine.use(AddressPolicy(allowedHosts: ["127.0.0.1"]))
        #expect(await harness.fetch(server.url(), .page, trust: .derived).text == "page")
        harness.engine.use(AddressPolicy())
        #expect(await harness.fetch(server.url(), .page, trust: .derived).failure != nil, "the open connection too")
    }

    @Test func manyFetchesShareFewConnections() async throws {
        let server = try TestServer { request in [.answer(body: request.path)] }
        let harness = FetchHarness { $0.connections = .init(total: 8, perHost: 3) }
        let url = server.url()
        let texts = await withTaskGroup(of: String?.self) { group in
            for number in 0..<200 { group.addTask { await harness.fetch("\(url)\(number)").text } }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(texts == Set((0..<200).map { "/\($0)" }))
        #expect(server.connections <= 3)
    }

    @Test func cancellingEndsAFetchThatRunsAndOneThatWaits() async throws {
        let server = try TestServer { _ in [.stall] }
        let harness = FetchHarness { $0.connections = .init(total: 1, perHost: 1) }
        let url = server.url()
        let running = Task { await harness.fetch(url) }
        let waiting = Task { await harness.fetch(url) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        waiting.cancel()
        #expect(await waiting.value.failure == .cancelled)
        running.cancel()
        #expect(await running.value.failure == .cancelled)
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await harness.fetch(url)
        }
        #expect(await late.value.failure == .cancelled)
    }

    @Test func shutdownAnswersEverybodyAndIsFinal() async throws {
        let server = try TestServer { _ in [.stall] }
        let harness = FetchHarness { $0.connections = .init(total: 2, perHost: 2) }
        let url = server.url()
        let fetches = (0..<10).map { _ in Task { await harness.fetch(url) } }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        await harness.engine.shutdown()
        for fetch in fetches { #expect(await fetch.value.failure == .cancelled) }
        #expect(await harness.fetch(url).failure == .cancelled)
        await harness.engine.shutdown()
    }

    @Test func headersThatWouldSmuggleAreRefused() async throws {
        let harness = FetchHarness()
        let split = await harness.fetch("http://127.0.0.1:1/") {
            $0.headers = [.init(name: "X-A", value: Secret("1\r\nHost: evil"))]
        }
        #expect(split.failure == .badHeader(name: "X-A"))
        let stored = await harness.fetch("http://127.0.0.1:1/") { $0.validators.etag = "\"a\"\r\nX: y" }
        #expect(stored.failure == .badHeader(name: "If-None-Match"))
    }

    @Test func onlyHTTPIsFetched() async throws {
        let harness = FetchHarness()
        #expect(await harness.fetch("ftp://news.example/feed").failure == .unsupportedScheme("ftp"))
        #expect(await harness.fetch("javascript:alert(1)").failure != nil)
        #expect(await harness.fetch("news.example/feed").failure == .badURL)
        #expect(await harness.fetch("file:///etc/passwd").failure == .file(.notLocalConfiguration))
    }
}
