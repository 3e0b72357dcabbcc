/// One mistake in the configuration: where it is, what it is, and what to do about it.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Lines and columns count from 1; columns are Unicode scalars.
    package struct Position: Hashable, Comparable, Sendable {
        package let line: Int
        package let column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        package static func < (left: Position, right: Position) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    package let file: String
    /// `nil` if the mistake is the file as a whole.
    package let position: Position?
    package let problem: String
    package let remedy: String

    package init(file: String, position: Position?, problem: String, remedy: String) {
        self.file = file
        self.position = position
        self.problem = problem
        self.remedy = remedy
    }

    /// `wiredesk.yaml:12:5: unknown key “titel”; did you mean “title”?`, the form that editors jump to.
    package var description: String {
        let place = position.map { "\(file):\($0.line):\($0.column)" } ?? file
        return "\(place): \(problem); \(remedy)"
    }
}

/// Every mistake of one file, in the order of its lines. Never empty.
package struct ConfigurationErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package let errors: [ConfigurationError]

    package init(_ errors: [ConfigurationError]) { self.errors = errors }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Collects the mistakes of one file while it is read on.
final class FaultReport {
    /// What a person can work through; a file with more is broken in one place that repeats.
    static let limit = 100

    let file: String
    private var errors: [ConfigurationError] = []
    private var omitted = 0

    init(file: String) { self.file = file }

    func add(_ position: ConfigurationError.Position?, _ problem: String, _ remedy: String) {
        guard errors.count < Self.limit else {
            omitted += 1
            return
        }
        errors.append(ConfigurationError(file: file, position: position, problem: problem, remedy: remedy))
    }

    /// What was found, by position; `nil` if nothing was.
    var result: ConfigurationErrors? {
        guard !errors.isEmpty else { return nil }
        let start = ConfigurationError.Position(line: 0, column: 0)
        var sorted = errors.sorted { ($0.position ?? start) < ($1.position ?? start) }
        if omitted > 0 {
            sorted.append(
                ConfigurationError(
                    file: file, position: nil, problem: "\(omitted) more mistakes are not shown",
                    remedy: "mend these first"))
        }
        return ConfigurationErrors(sorted)
    }
}
