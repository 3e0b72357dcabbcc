import Fetching
import Model
import Testing

@Suite struct FetchFailureTests {
    private let later = Timestamp(year: 2026, month: 3, day: 3)

    @Test func whatAFailureMeansForTheNextPoll() {
        #expect(FetchFailure.gone.failureClass == .gone)
        #expect(FetchFailure.status(404, retryAt: nil).failureClass == .permanent)
        #expect(FetchFailure.status(500, retryAt: nil).failureClass == .transient)
        #expect(FetchFailure.status(503, retryAt: nil).failureClass == .transient)
        #expect(FetchFailure.status(503, retryAt: later).failureClass == .rateLimited(retryAt: later))
        #expect(FetchFailure.status(429, retryAt: nil).failureClass == .rateLimited(retryAt: nil))
        #expect(FetchFailure.hostPaused(until: later).failureClass == .rateLimited(retryAt: later))
        #expect(FetchFailure.unknownHost("a").failureClass == .offline)
        #expect(FetchFailure.cancelled.failureClass == .cancelled)
    }

    @Test func everyFailureIsOneLineWithoutControlCharacters() {
        let nasty = "x\u{1B}[2J\n" + String(repeating: "y", count: 10_000)
        var failures: [FetchFailure] = [
            .badURL, .noNetwork, .unsupportedScheme(nasty), .badHeader(name: nasty), .unknownHost("a"),
            .proxyUnreachable,
            .refusedConnection(host: "a"), .unreachable(host: "a"), .addressRefused(host: "a", address: "b", .loopback),
            .gone, .connectionLost, .truncated(received: 5), .badEncoding, .notHTTP, .protocolError,
            .tooSlow(bytesPerSecond: 5), .tooLarge(limit: 5), .decompressionBomb(ratio: 5), .headersTooLarge(limit: 5),
            .memoryBudget, .webPageInsteadOfFeed(host: "a", strayed: true),
            .webPageInsteadOfFeed(host: "a", strayed: false), .tooManyRedirects(limit: 3), .redirectLoop(url: nasty),
            .redirectToScheme(nasty), .redirectWithoutTarget(status: 301), .hostPaused(until: later),
            .forbiddenByRobots, .interruptedBySleep, .cancelled, .other("a"),
        ]
        failures += (100..<600).map { .status($0, retryAt: nil) }
        failures += [.file(.missing), .file(.notReadable), .file(.notRegular), .file(.notLocalConfiguration)]
        let tls: [FetchFailure.TLSProblem] = [
            .expired, .notYetValid, .selfSigned, .unknownIssuer, .wrongHost, .pinMismatch, .revoked, .unreadableCAFile,
            .handshake, .untrusted(code: 7),
        ]
        failures += tls.map { .tls($0, host: "a") }
        failures += [.resolving, .connecting, .answering, .downloading].map { .timedOut($0, after: .seconds(3)) }
        for failure in failures {
            let line = failure.explanation
            #expect(!line.isEmpty && line.utf8.count < 600, "\(line)")
            #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(line)")
        }
    }

    @Test func secretsDoNotPrint() {
        let secret = Secret("hush")
        let request = {
            var request = FetchRequest(url: "https://news.example/", purpose: .feed, trust: .owner)
            request.credentials = .basic(user: "me", password: secret)
            request.headers = [.init(name: "X", value: secret)]
            request.proxy = .use(secret)
            return request
        }()
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(secret)", "\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("hush"))
        }
        #expect(secret.reveal() == "hush")
    }
}
