import Testing

@testable import ControlProtocol

@Suite struct HTTPHeadTests {
    private func head(_ text: String) throws -> HTTPHead { try HTTPHead(parsing: Array(text.utf8)) }

    @Test func aRequestIsReadUpToItsEmptyLine() throws {
        let bytes = Array("POST /list?x=1 HTTP/1.1\r\nHost: w\r\ncontent-length:  12\r\n\r\n{\"limit\":20}".utf8)
        let end = try #require(HTTPHead.end(in: bytes))
        #expect(bytes[end...].elementsEqual("{\"limit\":20}".utf8))
        let head = try HTTPHead(parsing: bytes[..<end])
        #expect((head.method, head.path, head.contentLength) == ("POST", "/list", 12))
    }

    @Test func linesMayEndInALineFeedAlone() throws {
        let bytes = Array("GET /metrics HTTP/1.0\nAccept: */*\n\n".utf8)
        #expect(HTTPHead.end(in: bytes) == bytes.count)
        #expect(try HTTPHead(parsing: bytes).path == "/metrics")
    }

    @Test func aHeadThatIsNotWholeHasNoEnd() {
        for text in ["", "GET /", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: w\r\n", "\r\n"] {
            #expect(HTTPHead.end(in: Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "", "\r\n\r\n", "GET /\r\n\r\n", "GET metrics HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n",
        "get / HTTP/1.1\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        " / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 9e9\r\n\r\n",
        "\u{0}\u{1}\u{2}",
    ]) func whatIsNoRequestIsRefused(text: String) {
        #expect(throws: HTTPHead.Fault.malformed) { try head(text) }
    }

    @Test func aBodyOfUnknownLengthIsRefused() {
        #expect(throws: HTTPHead.Fault.lengthRequired) {
            try head("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
        }
    }

    @Test func anAnswerSaysHowLongItIsAndThatItIsTheLast() {
        let answer = HTTPAnswer(.notFound, body: "no\n")
        let text = String(decoding: answer.bytes(), as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 404 Not Found\r\n") && text.hasSuffix("\r\n\r\nno\n"))
        #expect(text.contains("Content-Length: 3\r\n") && text.contains("Connection: close\r\n"))
        #expect(String(decoding: answer.bytes(withBody: false), as: UTF8.self) + "no\n" == text)
    }
}
