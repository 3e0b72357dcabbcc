/// What an HTTP client is answered. The connection ends with it.
package struct HTTPAnswer: Hashable, Sendable {
    package enum Status: Int, Hashable, Sendable {
        case ok = 200
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case timedOut = 408
        case lengthRequired = 411
        case tooLarge = 413
        case headTooLarge = 431
        case failed = 500
        case unavailable = 503

        package var reason: String {
            switch self {
            case .ok: "OK"
            case .badRequest: "Bad Request"
            case .forbidden: "Forbidden"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .timedOut: "Request Timeout"
            case .lengthRequired: "Length Required"
            case .tooLarge: "Content Too Large"
            case .headTooLarge: "Request Header Fields Too Large"
            case .failed: "Internal Server Error"
            case .unavailable: "Service Unavailable"
            }
        }
    }

    package var status: Status
    package var contentType: String
    package var body: [UInt8]

    package init(_ status: Status, contentType: String = "text/plain; charset=utf-8", body: String) {
        self.status = status
        self.contentType = contentType
        self.body = Array(body.utf8)
    }

    /// OpenMetrics text.
    package static func metrics(_ text: String) -> HTTPAnswer {
        HTTPAnswer(.ok, contentType: "application/openmetrics-text; version=1.0.0; charset=utf-8", body: text)
    }

    /// One line that says what was wrong.
    package static func refusal(_ status: Status, _ message: String) -> HTTPAnswer {
        HTTPAnswer(status, body: message + "\n")
    }

    /// As it goes over the connection.
    ///
    /// - Parameter withBody: false for HEAD, whose answer says how long the body would be.
    package func bytes(withBody: Bool = true) -> [UInt8] {
        let head = Self.head(status, contentType: contentType, length: body.count)
        return withBody ? head + body : head
    }

    /// What goes before a body that comes a line at a time, and ends with the connection (RFC 9112 §6.3).
    package static func startOfLines(_ status: Status) -> [UInt8] {
        head(status, contentType: "application/jsonl; charset=utf-8", length: nil)
    }

    private static func head(_ status: Status, contentType: String, length: Int?) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status.rawValue) \(status.reason)", "Content-Type: \(contentType)"]
        if let length { lines.append("Content-Length: \(length)") }
        if status == .methodNotAllowed { lines.append("Allow: GET, HEAD") }
        return Array((lines + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8)
    }
}

extension HTTPAnswer.Status {
    package init(_ code: ControlError.Code) {
        self =
            switch code {
            case .badRequest, .unsupportedVersion, .badParameters, .badQuery, .ambiguous: .badRequest
            case .notPermitted: .forbidden
            case .unknownMethod, .notFound: .notFound
            case .busy, .unavailable: .unavailable
            case .configuration, .failed: .failed
            }
    }
}
