/// A line of output as somebody asked for it: `{id}\t{title}`.
///
/// `{name}` stands for a key of the item, `{name.inner}` for a key of an object in it. `\t`, `\n` and `\\` are what they
/// are in C; `{{` and `}}` are the brackets themselves.
package struct FormatTemplate: Hashable, Sendable {
    private enum Part: Hashable {
        case text(String)
        case field([String])
    }

    /// What is wrong with a template, and where.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let parts: [Part]

    package init(_ template: String) throws(Fault) {
        var parts: [Part] = []
        var text = ""
        var rest = Substring(template)
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                switch rest.popFirst() {
                case "t": text.append("\t")
                case "n": text.append("\n")
                case "\\": text.append("\\")
                case let other:
                    throw Fault(description: "“\\\(other.map(String.init) ?? "")” is unknown: use \\t, \\n or \\\\")
                }
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                text.append(character)
            case "{":
                guard let end = rest.firstIndex(of: "}") else {
                    throw Fault(description: "“{\(rest)” has no closing bracket; {{ is a bracket itself")
                }
                let path = rest[..<end].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                guard path.allSatisfy({ !$0.isEmpty }) else {
                    throw Fault(description: "“{\(rest[..<end])}” names no field")
                }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(.field(path))
                rest = rest[rest.index(after: end)...]
            case "}":
                throw Fault(description: "“}” without “{”; }} is a bracket itself")
            default:
                text.append(character)
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    /// The fields it names, each with its path.
    package var fields: [[String]] {
        parts.compactMap { if case .field(let path) = $0 { path } else { nil } }
    }

    /// The line for one item. Values become one line each, so that a tab or newline in a title does not make two
    /// fields of it.
    package func line(_ value: (_ path: [String]) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let path): TerminalText.line(value(path))
            }
        }.joined()
    }
}
