import Fetching
import Testing

/// Each way in which HTTP lets a server misbehave, one server a test.
@Suite struct MisbehavingServerTests {
    private func failure(
        within limits: FetchLimits = .patient(for: .feed), _ behaviour: @escaping TestServer.Behaviour
    ) async throws -> FetchFailure? {
        let server = try TestServer(behaviour)
        var request = FetchRequest(url: server.url(), purpose: .feed, trust: .owner)
        request.limits = limits
        return await FetchHarness().engine.fetch(request).failure
    }

    private func limits<Value>(_ limit: WritableKeyPath<FetchLimits, Value>, _ value: Value) -> FetchLimits {
        var limits = FetchLimits.patient(for: .feed)
        limits[keyPath: limit] = value
        return limits
    }

    /// Whether it is given up at that stage. A machine that is too busy to come to it within the limit gets ten times as
    /// long, and again.
    private func isGivenUp(
        _ stage: FetchFailure.Stage, after limit: Duration, _ behaviour: @escaping TestServer.Behaviour
    ) async throws -> Bool {
        for limit in [limit, limit * 10, limit * 100] {
            let failure = try await failure(within: limits(\.totalTime, limit), behaviour)
            if failure == .timedOut(stage, after: limit) { return true }
        }
        return false
    }

    @Test func aChunkedBodyThatBreaksOffIsNotTakenForAWholeOne() async throws {
        let failure = try await failure { _ in
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n40\r\nwor"), .close]
        }
        #expect(failure == .truncated(received: 8))
    }

    @Test func aChunkSizeThatIsNoneIsAnError() async throws {
        let failure = try await failure { _ in
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nxyz\r\n"), .close]
        }
        #expect(failure == .truncated(received: 5))
    }

    @Test func aLengthThatPromisesTooMuchIsATruncation() async throws {
        let failure = try await failure { _ in [.text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"), .close] }
        #expect(failure == .truncated(received: 5))
    }

    @Test func aLengthThatPromisesTooLittleEndsTheBodyThere() async throws {
        let server = try TestServer { _ in [.text("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more"), .close]
        }
        #expect(await FetchHarness().fetch(server.url()).text == "four")
    }

    @Test(arguments: ["-5", "99999999999999999999", "abc"])
    func aLengthThatIsNoneDoesNoHarm(_ length: String) async throws {
        let server = try TestServer { _ in [.text("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\nbody"), .close] }
        let result = await FetchHarness().fetch(server.url())
        #expect(result.text == "body" || result.failure != nil)
    }

    @Test func aGzipBombIsStopped() async throws {
        let bomb = Deflate.gzip(ofZeros: 64 << 20)
        let failure = try await failure(within: limits(\.decompressionRatio, 100)) { _ in
            [.answer("200 OK", ["Content-Encoding: gzip"], bytes: bomb)]
        }
        #expect(failure == .decompressionBomb(ratio: 100))
    }

    @Test func aBodyOverTheLimitIsStoppedCompressedOrNot() async throws {
        let zeros = Deflate.gzip(ofZeros: 900_000)
        let packed = try await failure(within: limits(\.decodedBytes, 500_000)) { _ in
            [.answer("200 OK", ["Content-Encoding: gzip"], bytes: zeros)]
        }
        #expect(packed == .tooLarge(limit: 500_000))
        let endless = try await failure(within: limits(\.decodedBytes, 500_000)) { _ in
            [.text("HTTP/1.1 200 OK\r\n\r\n"), .drip([UInt8](repeating: 65, count: 65_536), times: .max, pause: .zero)]
        }
        #expect(endless == .tooLarge(limit: 500_000))
    }

    @Test func aHonestGzipBodyIsUnpacked() async throws {
        let zeros = Deflate.gzip(ofZeros: 5000)
        let server = try TestServer { _ in [.answer("200 OK", ["Content-Encoding: gzip"], bytes: zeros)] }
        let body = try #require(await FetchHarness().fetch(server.url()).body)
        #expect(body.bytes == [UInt8](repeating: 0, count: 5000))
        #expect(body.answer.wireBytes == zeros.count)
    }

    @Test func damagedCompressionIsAnError() async throws {
        let failure = try await failure { _ in [.answer("200 OK", ["Content-Encoding: gzip"], body: "not gzip at all")]
        }
        #expect(failure == .badEncoding)
    }

    @Test func aSlowDripIsGivenUpAfterTheTotalTime() async throws {
        let isGivenUp = try await isGivenUp(.downloading, after: .milliseconds(300)) { _ in
            [
                .text("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"),
                .drip([65], times: 10_000, pause: .milliseconds(20)),
            ]
        }
        #expect(isGivenUp)
    }

    @Test func anAnswerSlowerThanAnyNetworkIsGivenUpBeforeTheTotalTime() async throws {
        var limits = limits(\.slowTime, .seconds(1))
        limits.slowBytesPerSecond = 100_000
        let failure = try await failure(within: limits) { _ in
            [
                .text("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
                .drip([65], times: 1000, pause: .milliseconds(50)),
            ]
        }
        #expect(failure == .tooSlow(bytesPerSecond: 100_000))
    }

    @Test func aServerThatNeverAnswersIsGivenUp() async throws {
        #expect(try await isGivenUp(.answering, after: .milliseconds(200)) { _ in [.stall] })
    }

    @Test func aSlowHostHoldsNobodyElseBack() async throws {
        let slow = try TestServer { _ in [.stall] }
        let quick = try TestServer { _ in [.answer(body: "quick")] }
        let harness = FetchHarness { $0.connections = .init(total: 4, perHost: 2) }
        let url = slow.url()
        let stuck = (0..<5).map { _ in Task { await harness.fetch(url) } }
        while slow.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        #expect(await harness.fetch(quick.url()).text == "quick")
        for task in stuck { task.cancel() }
    }

    @Test func aFloodOfHeadersIsStopped() async throws {
        let many = try await failure { _ in
            [
                .text("HTTP/1.1 200 OK\r\n"),
                .drip(Array("X-Filler: abcdefghijklmnop\r\n".utf8), times: .max, pause: .zero),
            ]
        }
        #expect(many == .headersTooLarge(limit: 64 << 10))
        let interim = try await failure { _ in
            [.drip(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), times: .max, pause: .zero)]
        }
        #expect(interim == .headersTooLarge(limit: 64 << 10))
    }

    @Test func aHeaderLineWithoutEndIsStopped() async throws {
        let failure = try await failure { _ in
            [.text("HTTP/1.1 200 OK\r\nX-A: "), .drip([UInt8](repeating: 97, count: 8192), times: .max, pause: .zero)]
        }
        #expect(failure != nil)
    }

    @Test func redirectsThatGoRoundAreNamed() async throws {
        let failure = try await failure { request in [.redirect(302, to: request.path == "/a" ? "/b" : "/a")] }
        guard case .redirectLoop = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func redirectsWithoutEndAreGivenUp() async throws {
        let failure = try await failure { request in [.redirect(301, to: request.path + "x")] }
        #expect(failure == .tooManyRedirects(limit: 8))
    }

    @Test(arguments: [
        ("file:///etc/passwd", "file"), ("ftp://news.example/x", "ftp"), ("javascript:alert(1)", "javascript"),
        ("gopher://127.0.0.1:25/x", "gopher"),
    ])
    func redirectsToOtherSchemesAreNotFollowed(_ location: String, _ scheme: String) async throws {
        let failure = try await failure { _ in [.redirect(302, to: location)] }
        #expect(failure == .redirectToScheme(scheme) || failure == .redirectWithoutTarget(status: 302))
    }

    @Test func aRedirectWithoutTargetIsNamed() async throws {
        #expect(try await failure { _ in [.answer("302 Found")] } == .redirectWithoutTarget(status: 302))
        #expect(try await failure { _ in [.redirect(301, to: "http://")] } == .redirectWithoutTarget(status: 301))
    }

    @Test func aRedirectToThisMachineIsRefusedEvenForTheOwnersFeed() async throws {
        let inner = try TestServer { _ in [.answer(body: "secret")] }
        let target = inner.url("/admin")
        let failure = try await failure { _ in [.redirect(302, to: target)] }
        guard case .addressRefused(_, "127.0.0.1", .loopback) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(inner.connections == 0)
    }

    @Test func aNameThatLeadsToThisMachineIsRefusedWhenConnecting() async throws {
        let inner = try TestServer { _ in [.answer(body: "secret")] }
        let failure = await FetchHarness().fetch("http://localhost:\(inner.port)/", .page, trust: .derived).failure
        guard case .addressRefused("localhost", _, .loopback) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(inner.connections == 0)
    }

    @Test func anOpenConnectionOfATrustedFetchIsNotLentToOneThatIsNot() async throws {
        let inner = try TestServer { _ in [.answer(body: "secret")] }
        let url = "http://localhost:\(inner.port)/"
        let harness = FetchHarness()
        #expect(await harness.fetch(url, trust: .owner).text == "secret")
        guard case .addressRefused = await harness.fetch(url, trust: .derived).failure else {
            Issue.record("it was fetched")
            return
        }
        #expect(inner.requests.count == 1)
    }

    @Test func whatTheConfigurationAllowsIsFetched() async throws {
        let inner = try TestServer { _ in [.answer(body: "mine")] }
        let harness = FetchHarness { $0.addressPolicy.allowedBlocks = [AddressBlock("127.0.0.0/8")].compactMap { $0 } }
        #expect(await harness.fetch(inner.url(), .page, trust: .derived).text == "mine")
    }

    @Test func anAnswerInHTTP09IsRefused() async throws {
        #expect(try await failure { _ in [.text("<rss>no status line</rss>"), .close] } == .notHTTP)
        #expect(try await failure { _ in [.text("SSH-2.0-OpenSSH_9.2\r\n"), .close] } == .notHTTP)
    }

    @Test func aConnectionThatClosesWithoutAWordIsNamed() async throws {
        #expect(try await failure { _ in [.close] } == .connectionLost)
    }

    @Test func aPortWhereNobodyListensIsNamed() async throws {
        #expect(await FetchHarness().fetch("http://127.0.0.1:1/").failure == .refusedConnection(host: "127.0.0.1:1"))
    }

    @Test func aNameThatDoesNotExistIsNamed() async throws {
        let failure = await FetchHarness().fetch("http://no-such-host.invalid/").failure
        #expect(failure == (LocalNetwork.hasRoute ? .unknownHost("no-such-host.invalid") : .noNetwork))
    }

    @Test func aPortalThatAnswersForAnotherHostIsToldFromAFeedThatIsNone() async throws {
        let portal = try TestServer { _ in [.answer("200 OK", ["Content-Type: text/html"], body: "<html>Log in</html>")]
        }
        let login = "http://localhost:\(portal.port)/login"
        let server = try TestServer { _ in [.redirect(302, to: login)] }
        let harness = FetchHarness { $0.addressPolicy.allowedHosts = ["localhost"] }
        let strayed = try #require(await harness.fetch(server.url()).body)
        #expect(strayed.answer.webPageFailure == .webPageInsteadOfFeed(host: "localhost", strayed: true))
        let direct = try #require(await harness.fetch(portal.url()).body)
        #expect(direct.answer.webPageFailure == .webPageInsteadOfFeed(host: "127.0.0.1", strayed: false))
    }

    @Test func a304ThatNobodyAskedForIsNotASuccess() async throws {
        let failure = try await failure { _ in [.text("HTTP/1.1 304 Not Modified\r\n\r\n")] }
        #expect(failure == .status(304, retryAt: nil))
    }

    @Test func anErrorPageWithoutEndIsNotReceived() async throws {
        let failure = try await failure { _ in
            [
                .text("HTTP/1.1 500 Oops\r\n\r\n"),
                .drip([UInt8](repeating: 65, count: 65_536), times: .max, pause: .zero),
            ]
        }
        #expect(failure == .status(500, retryAt: nil))
    }

    @Test func goneIsGone() async throws {
        #expect(try await failure { _ in [.answer("410 Gone")] } == .gone)
    }

    @Test func allBodiesTogetherStayWithinTheBudget() async throws {
        let server = try TestServer { _ in
            [
                .text("HTTP/1.1 200 OK\r\n\r\n"), .drip([UInt8](repeating: 65, count: 65_536), times: 64, pause: .zero),
                .close,
            ]
        }
        let harness = FetchHarness { $0.memoryBudget = 1 << 20 }
        #expect(await harness.fetch(server.url()).failure == .memoryBudget)
        let small = try TestServer { _ in [.answer(body: "small")] }
        #expect(await harness.fetch(small.url()).text == "small", "what failed has given its share back")
    }

    @Test func aLargeBodyWithinTheLimitArrivesWhole() async throws {
        let server = try TestServer { _ in
            [
                .text("HTTP/1.1 200 OK\r\nContent-Length: \(16 << 20)\r\n\r\n"),
                .drip([UInt8](repeating: 66, count: 1 << 20), times: 16, pause: .zero),
            ]
        }
        let body = try #require(await FetchHarness().fetch(server.url()).body)
        #expect(body.bytes.count == 16 << 20)
        #expect(body.bytes.allSatisfy { $0 == 66 })
    }
}
