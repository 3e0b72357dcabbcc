import ControlProtocol
import TerminalRendering

/// Results for programs: JSON, JSON Lines, or lines by a template.
struct MachineOutput {
    private let form: OutputOptions.Form

    init(_ form: OutputOptions.Form) { self.form = form }

    /// Prints the items of a list.
    func show(_ items: [JSONValue], _ completion: Completion) throws {
        switch form {
        case .people: break
        case .json:
            var document: [String: JSONValue] = ["items": .array(items), "count": .integer(Int64(items.count))]
            document["total"] = completion.total.map { .integer(Int64($0)) }
            document["cursor"] = completion.cursor.map { .string($0) }
            try Screen.write(line(.object(document)))
        case .jsonLines:
            try Screen.write(try items.map(line).joined())
        case .template(let template):
            try Screen.write(items.map { item in template.line { Self.text(item, at: $0) } + "\n" }.joined())
            warnOfAbsentFields(template, in: items)
        }
    }

    /// Prints a single result: whole as JSON, else the members of the list in it that `itemsKey` names, if it does.
    func show(_ result: JSONValue, itemsKey: String? = nil) throws {
        var items = [result]
        if let itemsKey, case .array(let members)? = result[itemsKey] { items = members }
        switch form {
        case .people, .json: try Screen.write(line(result))
        case .jsonLines, .template: try show(items, Completion(count: items.count))
        }
    }

    /// Prints an item as soon as it is there.
    func stream(_ item: JSONValue) throws {
        if case .template(let template) = form {
            try Screen.write(template.line { Self.text(item, at: $0) } + "\n")
        } else {
            try Screen.write(line(item))
        }
    }

    private func line(_ value: JSONValue) throws -> String {
        var value = value
        if case .object(var members) = value {
            members["v"] = .integer(Int64(ProtocolVersion.current))
            value = .object(members)
        }
        return TerminalText.json(String(decoding: try ControlJSON.encode(value), as: UTF8.self)) + "\n"
    }

    /// A key that is absent from one item may have no value there; one that no item has is a slip of the fingers.
    private func warnOfAbsentFields(_ template: FormatTemplate, in items: [JSONValue]) {
        guard !items.isEmpty else { return }
        for path in template.fields where items.allSatisfy({ Self.value($0, at: path) == nil }) {
            let known = Set(items.flatMap(Self.keys)).sorted().joined(separator: ", ")
            Screen.warn("wiredesk: no item has a field “\(path.joined(separator: "."))”; there are \(known)")
        }
    }

    private static func keys(_ item: JSONValue) -> [String] {
        guard case .object(let members) = item else { return [] }
        return members.flatMap { key, value in
            if case .object = value { keys(value).map { key + "." + $0 } } else { [key] }
        }
    }

    private static func value(_ item: JSONValue, at path: [String]) -> JSONValue? {
        path.reduce(Optional(item)) { value, key in value?[key] }
    }

    private static func text(_ item: JSONValue, at path: [String]) -> String {
        value(item, at: path).map(text) ?? ""
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): value
        case .array(let values): values.map(text).joined(separator: ",")
        case .object: (try? String(decoding: ControlJSON.encode(value), as: UTF8.self)) ?? ""
        }
    }
}
