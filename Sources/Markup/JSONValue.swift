/// A JSON text as values, read from bytes (RFC 8259), as far as it goes.
///
/// Depth, and through the text's size also memory, is bounded. A document that breaks off keeps what came before.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// As written: ids of many digits must not be rounded.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In document order; of equal keys the first counts.
    case object([(key: String, value: JSONValue)])

    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    package var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// The text of a string, or of a number or truth value that stands where a string should.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
