import Fetching
import Testing

/// Against a real server, whose HTTP/2 and TLS are not ours.
@Suite(.enabled(if: Nginx.isInstalled && OpenSSL.isInstalled, "nginx and openssl(1) are not both installed"))
struct HTTP2Tests {
    private let openSSL: OpenSSL
    private let server: Nginx
    private let harness = FetchHarness()

    init() throws {
        openSSL = try OpenSSL()
        server = try Nginx(openSSL)
    }

    private func fetch(_ path: String = "/", _ change: (inout FetchRequest) -> Void = { _ in }) async -> FetchResult {
        await harness.fetch(server.url(path)) {
            $0.tls.caFile = openSSL.certificate
            change(&$0)
        }
    }

    /// Protocol, connection and number of the request over it.
    private func words(_ result: FetchResult) -> [Substring] {
        String(decoding: result.body?.bytes ?? [], as: UTF8.self).split(separator: " ")
    }

    @Test func aServerThatSpeaksHTTP2IsAskedOverIt() async {
        let result = await fetch()
        #expect(words(result).first == "HTTP/2.0", "\(result)")
        #expect(result.body?.answer.validators.etag == "\"same\"")
    }

    @Test func aFeedThatIsSetToHTTP1IsAskedOverThatAlone() async {
        #expect(words(await fetch { $0.httpVersion = .http1 }).first == "HTTP/1.1")
    }

    @Test func neitherIsLentTheOthersConnection() async throws {
        var seen: [[Substring]] = []
        for version in [HTTPVersionCap.any, .http1, .any, .http1] {
            seen.append(words(await fetch { $0.httpVersion = version }))
        }
        #expect(seen.map(\.first) == ["HTTP/2.0", "HTTP/1.1", "HTTP/2.0", "HTTP/1.1"])
        let connections = seen.compactMap { $0.dropFirst().first }
        try #require(connections.count == 4)
        #expect(connections[0] == connections[2] && connections[1] == connections[3])
        #expect(connections[0] != connections[1])
        #expect(seen.map(\.last) == ["1", "1", "2", "2"])
    }

    @Test func validatorsRedirectsAndErrorsMeanTheSameOverHTTP2() async {
        let known = await fetch { $0.validators = Validators(etag: "\"same\"") }
        guard case .notModified(let answer) = known else { return #expect(Bool(false), "\(known)") }
        #expect(answer.status == 304 && answer.wireBytes == 0)
        let moved = await fetch("/moved")
        #expect(moved.body?.answer.permanentTarget == server.url("/"))
        #expect(words(moved).first == "HTTP/2.0")
        let busy = await fetch("/busy")
        guard case .failed(_, let said?) = busy else { return #expect(Bool(false), "\(busy)") }
        #expect(said.status == 503)
    }

    @Test func manyRequestsAtOnceAreAllAnswered() async {
        let answers = await withTaskGroup(of: [Substring].self) { group in
            for number in 0..<40 { group.addTask { words(await fetch("/\(number)")) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 40)
        #expect(answers.allSatisfy { $0.first == "HTTP/2.0" })
    }
}
