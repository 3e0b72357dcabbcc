import ControlProtocol
import Glibc
import Platform

/// One HTTP request, read whole.
struct HTTPRequest {
    let head: HTTPHead
    let body: [UInt8]

    /// Why a request was not read: what the client is to be answered.
    struct Refusal: Error {
        let answer: HTTPAnswer

        init(_ status: HTTPAnswer.Status, _ message: String) { answer = .refusal(status, message) }
    }

    /// Time that a request may take to arrive, however its bytes are spread over it.
    static let patience = Duration.seconds(10)

    /// - Parameters:
    ///   - bytes: what has been read of it.
    ///   - bodyLimit: bytes that its body may have.
    /// - Throws: `Refusal`; `SystemError` if the client is gone.
    init(readingFrom connection: StreamConnection, after bytes: [UInt8] = [], bodyLimit: Int) throws {
        let deadline = ContinuousClock.now + Self.patience
        var bytes = bytes
        var end = HTTPHead.end(in: bytes)
        while end == nil {
            guard bytes.count < HTTPHead.limit else {
                throw Refusal(.headTooLarge, "a request's head may have \(HTTPHead.limit) bytes")
            }
            bytes += try Self.more(from: connection, until: deadline)
            end = HTTPHead.end(in: bytes)
        }
        do throws(HTTPHead.Fault) {
            head = try HTTPHead(parsing: bytes[..<(end ?? 0)])
        } catch {
            switch error {
            case .malformed: throw Refusal(.badRequest, "this is no HTTP/1 request")
            case .lengthRequired: throw Refusal(.lengthRequired, "say how long the body is: Content-Length")
            }
        }
        guard head.contentLength <= bodyLimit else {
            throw Refusal(.tooLarge, "the body may have \(bodyLimit) bytes")
        }
        var body = Array(bytes[(end ?? 0)...])
        while body.count < head.contentLength { body += try Self.more(from: connection, until: deadline) }
        self.body = Array(body.prefix(head.contentLength))
    }

    private static func more(
        from connection: StreamConnection, until deadline: ContinuousClock.Instant
    ) throws -> [UInt8] {
        let left = deadline - .now
        guard left > .zero else { throw Refusal(.timedOut, "the request took longer than \(patience)") }
        try connection.setTimeouts(read: left, write: patience)
        do throws(SystemError) {
            let bytes = try connection.read()
            if bytes.isEmpty { throw SystemError("read", code: ECONNRESET) }
            return bytes
        } catch {
            guard error.code == EAGAIN else { throw error }
            throw Refusal(.timedOut, "the request took longer than \(patience)")
        }
    }
}
