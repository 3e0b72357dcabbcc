import Fetching
import Testing

@Suite(.enabled(if: OpenSSL.isInstalled)) struct TLSTests {
    private let openSSL: OpenSSL
    private let harness = FetchHarness()

    init() throws { openSSL = try OpenSSL() }

    private func problem(_ result: FetchResult) -> FetchFailure.TLSProblem? {
        if case .tls(let problem, _) = result.failure { problem } else { nil }
    }

    @Test func aCertificateThatSignedItselfIsNotTrustedUnlessTheOwnerNamesIt() async throws {
        let server = try openSSL.server()
        let url = "https://127.0.0.1:\(server.port)/"
        #expect(problem(await harness.fetch(url)) == .selfSigned)
        let trusted = await harness.fetch(url) { $0.tls.caFile = openSSL.certificate }
        #expect(trusted.body?.answer.status == 200)
        #expect(problem(await harness.fetch(url)) == .selfSigned, "the connection that was trusted is not lent")
    }

    @Test func anExpiredCertificateIsNamed() async throws {
        let server = try openSSL.server(expired: true)
        let result = await harness.fetch("https://127.0.0.1:\(server.port)/") {
            $0.tls.caFile = openSSL.expiredCertificate
        }
        #expect(problem(result) == .expired)
    }

    @Test func aCertificateForAnotherNameIsNamed() async throws {
        let server = try openSSL.server()
        let result = await harness.fetch("https://localhost:\(server.port)/") { $0.tls.caFile = openSSL.certificate }
        #expect(problem(result) == .wrongHost)
    }

    @Test func aKeyThatIsNotPinnedIsRefused() async throws {
        let server = try openSSL.server()
        let result = await harness.fetch("https://127.0.0.1:\(server.port)/") {
            $0.tls.caFile = openSSL.certificate
            $0.tls.pins = ["sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]
        }
        #expect(problem(result) == .pinMismatch)
    }

    @Test func aCAFileThatIsMissingIsNamed() async throws {
        let server = try openSSL.server()
        let result = await harness.fetch("https://127.0.0.1:\(server.port)/") { $0.tls.caFile = "/nonexistent.pem" }
        #expect(problem(result) == .unreadableCAFile)
    }

    @Test func aServerWithoutTLSIsNamed() async throws {
        let plain = try TestServer { _ in [.text("HTTP/1.1 400 Bad Request\r\n\r\n"), .close] }
        #expect(problem(await harness.fetch("https://127.0.0.1:\(plain.port)/")) == .handshake)
    }
}
