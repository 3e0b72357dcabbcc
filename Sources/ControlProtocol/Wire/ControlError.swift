/// Why a request was refused or failed: what happened, and what the person at the other end can do.
package struct ControlError: Error, Hashable, Sendable, Codable {
    /// Kinds of failure that a program may act on. A client takes one it does not know for `failed`.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The line is not a request: not JSON, no method, too long.
        case badRequest = "bad-request"
        case unsupportedVersion = "unsupported-version"
        case unknownMethod = "unknown-method"
        /// A parameter is missing, unknown, or of the wrong type.
        case badParameters = "bad-parameters"
        /// The query cannot be read; `position` says where.
        case badQuery = "bad-query"
        case notFound = "not-found"
        /// A shortened id that several things begin with.
        case ambiguous = "ambiguous"
        case notPermitted = "not-permitted"
        /// Something else is doing this already: try again.
        case busy = "busy"
        /// The daemon is starting, stopping, or lacks what the method needs: try again.
        case unavailable = "unavailable"
        case configuration = "configuration"
        case failed = "failed"
    }

    package let code: Code
    /// One sentence, without a full stop.
    package let message: String
    package let remedy: String?
    /// Where in a query the fault is: an offset in bytes.
    package let position: Int?

    package init(_ code: Code, _ message: String, remedy: String? = nil, position: Int? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.position = position
    }
}

extension ControlError.Code: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self = ControlError.Code(rawValue: text) ?? .failed
    }
}
