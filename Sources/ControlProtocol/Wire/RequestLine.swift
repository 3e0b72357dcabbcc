/// One request as it stands on the socket: `{"v":1,"id":7,"method":"list","params":{"limit":20}}`.
///
/// `id` and `params` may be left out.
package struct RequestLine: Hashable, Sendable {
    package let id: RequestID?
    package let request: Request

    package init(id: RequestID?, request: Request) {
        self.id = id
        self.request = request
    }

    /// A line that is no request, with whatever id could be made out to send the answer to.
    package struct Fault: Error, Hashable, Sendable {
        package let id: RequestID?
        package let error: ControlError
    }

    /// - Parameter line: without its newline.
    package init(parsing line: some Collection<UInt8>) throws(Fault) {
        guard line.count <= LineLimit.request else {
            throw Fault(id: nil, error: .tooLong(limit: LineLimit.request))
        }
        let envelope: Envelope
        do {
            envelope = try ControlJSON.decode(Envelope.self, from: line)
        } catch {
            throw Fault(
                id: nil,
                error: ControlError(
                    .badRequest, "the line is not a request: \(error.inWords)",
                    remedy: #"send one JSON object a line, such as {"v":1,"method":"status"}"#))
        }
        guard envelope.v == ProtocolVersion.current else {
            throw Fault(
                id: envelope.id,
                error: ControlError(
                    .unsupportedVersion,
                    "this daemon speaks version \(ProtocolVersion.current) of the protocol, not \(envelope.v)",
                    remedy: "use the wiredesk and wiredeskd of one release"))
        }
        id = envelope.id
        do throws(ControlError) {
            request = try Request(method: envelope.method, parameters: envelope.params ?? .object([:]))
        } catch {
            throw Fault(id: envelope.id, error: error)
        }
    }

    /// The line with its newline.
    package var bytes: [UInt8] {
        get throws {
            let envelope = Envelope(
                v: ProtocolVersion.current, id: id, method: request.method, params: try request.parameters)
            return try ControlJSON.encode(envelope) + [0x0A]
        }
    }

    private struct Envelope: Codable {
        let v: Int
        let id: RequestID?
        let method: String
        let params: JSONValue?
    }
}

extension ControlError {
    static func tooLong(limit: Int) -> ControlError {
        ControlError(.badRequest, "the line is longer than \(limit) bytes", remedy: "send less at a time")
    }
}

extension Error {
    /// What is wrong with some JSON, for the one who wrote it.
    package var inWords: String {
        guard let error = self as? DecodingError else { return "\(self)" }
        switch error {
        case .keyNotFound(let key, let context): return "“\(context.path(to: key))” is missing"
        case .typeMismatch(let type, let context): return "“\(context.path())” is not \(jsonName(of: type))"
        case .valueNotFound(_, let context): return "“\(context.path())” is null"
        case .dataCorrupted(let context):
            let path = context.path()
            return path.isEmpty ? "it is not JSON" : "“\(path)”: \(context.debugDescription)"
        @unknown default: return "it cannot be read"
        }
    }
}

extension DecodingError.Context {
    fileprivate func path(to key: (any CodingKey)? = nil) -> String {
        (codingPath + [key].compactMap(\.self)).map { $0.intValue.map(String.init) ?? $0.stringValue }
            .joined(separator: ".")
    }
}

/// A Swift type, as JSON calls it.
private func jsonName(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is any BinaryInteger.Type: "a whole number"
    case is any BinaryFloatingPoint.Type: "a number"
    case is any Sequence.Type: "a list"
    default: "an object"
    }
}
