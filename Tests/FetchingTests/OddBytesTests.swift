import Fetching
import Model
import Testing

/// Nothing that a server can send may crash, hang or go unanswered.
@Suite struct OddBytesTests {
    private static let pieces = [
        "HTTP/1.1 200 OK\r\n", "HTTP/1.1 ", "HTTP/2 200\r\n", "200", "301 Moved\r\n", "304 Not Modified\r\n",
        "999 X\r\n",
        "Content-Length: ", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n",
        "Content-Encoding: br, zstd, deflate, gzip\r\n", "Location: /\r\n", "Location: \r\n", "Location: //\u{0}\r\n",
        "Set-Cookie: a=b; Domain=.; Path=\r\n", "ETag: \"", "\"\r\n", "Retry-After: 99999999999999999999\r\n",
        "Cache-Control: max-age=,,=;\r\n", "Connection: close\r\n", "Upgrade: h2c\r\n", ": \r\n", "\r\n", "\r\n\r\n",
        "\n",
        "5\r\nhello\r\n", "0\r\n\r\n", "ffffffffffffffff\r\n", "-1", "\u{0}\u{1}", "é", "<rss>",
    ].map { Array($0.utf8) }

    @Test(arguments: [UInt64(21), 22, 23])
    func aServerThatTalksNonsenseGetsAnEndToEveryFetch(_ seed: UInt64) async throws {
        let server = try TestServer { request in
            let number = UInt64(request.path.dropFirst()) ?? 0
            var random = SeededGenerator(seed: seed &* 1000 &+ number)
            var bytes = Bool.random(using: &random) ? Array("HTTP/1.1 200 OK\r\n".utf8) : []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                bytes += Self.pieces.randomElement(using: &random) ?? []
            }
            if !bytes.isEmpty, Bool.random(using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            return [.send(bytes), .close]
        }
        let harness = FetchHarness { $0.connections = .init(total: 8, perHost: 8) }
        let url = server.url()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<150 {
                group.addTask {
                    let result = await harness.fetch("\(url)\(number)") { $0.validators.etag = "\"x\"" }
                    if case .failed(let failure, _) = result { #expect(!failure.explanation.isEmpty, "seed \(seed)") }
                }
            }
        }
        let calm = try TestServer { _ in [.answer(body: "calm")] }
        #expect(await harness.fetch(calm.url()).text == "calm", "seed \(seed)")
    }

    @Test(arguments: [UInt64(31), 32])
    func whateverIsReadAsAHeaderADateOrAnAddressIsReadOrRefused(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = [
            "http://", "https://", "file://", "//", "/", "?", "#", "@", ":", "[", "]", "::1", "127.0.0.1", "%", "%00",
            "..",
            "Sun, ", "06 Nov 1994 ", "08:49:37", " GMT", "-", "99", "ETag: ", "Expires: ", "\u{FEFF}", "\u{202E}", "\n",
            "é",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in words.randomElement(using: &random) ?? ""
            }.joined()
            var headers = ResponseHeaders()
            Array(text.utf8).withUnsafeBytes { headers.take(line: $0) }
            _ = CachePolicy.freshness(of: headers, receivedAt: Timestamp(seconds: 0))
            _ = HTTPDate.parse(text)
            _ = AddressBlock(text)
            if let address = WebAddress(text) {
                #expect(WebAddress(address.text)?.text == address.text, "seed \(seed): \(text)")
                _ = address.resolving(text)
            }
        }
    }
}
