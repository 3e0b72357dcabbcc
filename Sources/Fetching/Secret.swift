/// A password or token. It never appears in text that is printed, interpolated, dumped or logged: only `reveal`
/// gives it, and only the step that puts it on the wire calls that.
package struct Secret: Hashable, Sendable {
    private let value: String

    package init(_ value: String) { self.value = value }

    package func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "‹secret›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// How a request proves who is asking. It is sent to the origin of the request's own URL and to no other.
package enum Credentials: Hashable, Sendable {
    case basic(user: String, password: Secret)
    case bearer(Secret)
}
