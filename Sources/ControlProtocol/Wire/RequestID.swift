/// What a client calls a request, so that it can tell the replies apart: a number or a short text of its choice.
package enum RequestID: Hashable, Sendable, Codable {
    case number(Int64)
    case text(String)

    /// Bytes of a text: a name, not a place to keep things.
    package static let textLimit = 128

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .number(number)
            return
        }
        let text = try container.decode(String.self)
        guard text.utf8.count <= Self.textLimit else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an id has at most \(Self.textLimit) bytes")
        }
        self = .text(text)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
    }
}
