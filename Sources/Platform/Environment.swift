import Glibc

/// The variables that a process was started with.
package struct Environment: Hashable, Sendable {
    /// Every variable, the empty ones too.
    package let variables: [String: String]

    package init(_ variables: [String: String]) { self.variables = variables }

    /// This process's own.
    package static var current: Environment {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text)
            if let equals = pair.firstIndex(of: "=") {
                variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
            }
            entry += 1
        }
        return Environment(variables)
    }

    /// The value of `name`; `nil` if it is unset or empty, which every variable read here treats alike.
    package subscript(name: String) -> String? {
        guard let value = variables[name], !value.isEmpty else { return nil }
        return value
    }

    /// Whether `name` is set at all, as NO_COLOR asks (no-color.org: "when present and not an empty string").
    package func isSet(_ name: String) -> Bool { self[name] != nil }
}
