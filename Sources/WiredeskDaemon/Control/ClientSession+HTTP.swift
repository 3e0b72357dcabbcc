import ControlProtocol
import Glibc
import Platform

/// A client that speaks HTTP, such as curl: the path names the method, the body holds its parameters, and the replies
/// come back as the lines that they are.
extension ClientSession {
    /// Answers the one request that begins with `bytes`.
    func serveHTTP(after bytes: [UInt8], for client: PeerCredentials) throws(SystemError) {
        let request: HTTPRequest
        do {
            request = try HTTPRequest(readingFrom: connection, after: bytes, bodyLimit: LineLimit.request)
        } catch let refusal as HTTPRequest.Refusal {
            return try connection.write(refusal.answer.bytes())
        } catch {
            throw error as? SystemError ?? SystemError("read", code: EIO)
        }
        guard let line = request.controlLine else {
            return try connection.write(
                HTTPAnswer.refusal(.notFound, "“\(request.head.path)” names no method, as /status does").bytes())
        }
        var hasBegun = false
        _ = try serve(line, for: client) { (reply) throws(SystemError) in
            if let metrics = request.metrics(in: reply) { return try connection.write(metrics.bytes()) }
            if !hasBegun { try connection.write(HTTPAnswer.startOfLines(Self.status(of: reply))) }
            hasBegun = true
            try connection.write(reply)
        }
    }

    private static func status(of reply: [UInt8]) -> HTTPAnswer.Status {
        // An answer may have megabytes; an error is short, and says first that it is one.
        guard reply.starts(with: #"{"error":"#.utf8),
            case .error(let error)? = (try? ReplyLine<Nothing, Nothing>(parsing: reply))?.reply
        else { return .ok }
        return HTTPAnswer.Status(error.code)
    }
}

extension HTTPRequest {
    /// The request as a line of the control protocol; `nil` if the path is no name.
    fileprivate var controlLine: [UInt8]? {
        let method = head.path.dropFirst()
        let isName = method.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D }
        guard isName, !method.isEmpty else { return nil }
        let start = #"{"v":\#(ProtocolVersion.current),"method":"\#(method)","params":"#
        return Array(start.utf8) + (body.isEmpty ? Array("{}".utf8) : body) + [0x7D]
    }

    /// Monitoring systems want the text itself.
    fileprivate func metrics(in reply: [UInt8]) -> HTTPAnswer? {
        guard head.path == "/metrics",
            case .result(let metrics)? = (try? ReplyLine<MetricsText, Nothing>(parsing: reply))?.reply
        else { return nil }
        return .metrics(metrics.text)
    }
}
