import Yams

/// One mapping of the file, read setting by setting. What nobody asked for is an unknown key.
struct MappingReader {
    /// A value with the place it stands at.
    typealias Position = ConfigurationError.Position

    let position: Position?
    private let entries: [String: (key: Node, value: Node)]
    private let order: [String]
    private var known: [String] = []
    private let document: YAMLDocument
    private let report: FaultReport

    /// - Parameter name: what the mapping is called in a complaint that `node` is something else: `“fetch”`.
    init?(_ node: Node, named name: String, in document: YAMLDocument, report: FaultReport) {
        self.document = document
        self.report = report
        position = document.position(of: node)
        guard case .mapping(let mapping) = node else {
            // A section whose every line is commented out.
            guard node.isEmptyScalar else {
                report.add(position, "\(name) is \(node.kind)", "write its settings below it, each as “key: value”")
                return nil
            }
            entries = [:]
            order = []
            return
        }
        var entries: [String: (key: Node, value: Node)] = [:]
        var order: [String] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                report.add(document.position(of: key), "\(key.kind) as a key", "write a plain word before the colon")
                continue
            }
            let word = document.writtenKey(scalar.string)
            if let earlier = entries[word] {
                let line = document.position(of: earlier.key).map { ", on line \($0.line) already" } ?? ""
                report.add(document.position(of: key), "“\(word)” is given twice\(line)", "keep one of them")
                continue
            }
            entries[word] = (key, value)
            order.append(word)
        }
        self.entries = entries
        self.order = order
    }

    /// The node under `key`, whatever it is.
    mutating func node(_ key: String) -> Node? {
        known.append(key)
        return entries[key]?.value
    }

    /// The value of a setting; `nil`, with a complaint where there is something to complain of, if it has none.
    mutating func value<Value>(_ key: String, _ kind: ValueKind<Value>) -> Value? {
        node(key).flatMap { scalar($0, named: "“\(key)”", kind) }
    }

    /// A list of values, which may be written as one value alone.
    mutating func list<Value>(_ key: String, _ kind: ValueKind<Value>) -> [Value] {
        guard let node = node(key), !node.isEmptyScalar else { return [] }
        guard case .sequence(let sequence) = node else {
            return scalar(node, named: "“\(key)”", kind).map { [$0] } ?? []
        }
        return sequence.compactMap { scalar($0, named: "an item of “\(key)”", kind) }
    }

    /// The mapping under `key`.
    mutating func section(_ key: String) -> MappingReader? {
        node(key).flatMap { MappingReader($0, named: "“\(key)”", in: document, report: report) }
    }

    /// Every key with its value in the order of the file, for a mapping whose keys are the user's own.
    mutating func allValues(_ kind: ValueKind<String>) -> [(key: String, position: Position?, value: String)] {
        known += order
        return order.compactMap { key in
            guard let entry = entries[key], let value = scalar(entry.value, named: "“\(key)”", kind) else { return nil }
            return (key, document.position(of: entry.key), value)
        }
    }

    func position(of key: String) -> Position? { entries[key].flatMap { document.position(of: $0.value) } }

    func keyPosition(of key: String) -> Position? { entries[key].flatMap { document.position(of: $0.key) } }

    func complain(of key: String, _ problem: String, _ remedy: String) {
        report.add(position(of: key) ?? position, problem, remedy)
    }

    /// To be called once every setting has been asked for.
    func reportUnknownKeys() {
        for key in order where !known.contains(key) {
            let suggestion = Spelling.suggestion(for: key, among: known).map { "did you mean “\($0)”?" }
            report.add(
                keyPosition(of: key), "unknown key “\(key)”",
                suggestion ?? "the keys here are " + known.joined(separator: ", "))
        }
    }

    private func scalar<Value>(_ node: Node, named name: String, _ kind: ValueKind<Value>) -> Value? {
        let position = document.position(of: node)
        guard case .scalar(let scalar) = node else {
            report.add(position, "\(name) is \(node.kind)", "write \(kind.remedy)")
            return nil
        }
        guard !node.isEmptyScalar else {
            report.add(position, "\(name) has no value", "write \(kind.remedy), or remove the line")
            return nil
        }
        do throws(ValueFault) {
            if let value = try kind.read(scalar.string, scalar.style == .plain) { return value }
            report.add(position, "\(name) is “\(scalar.string.shortened)”", "write \(kind.remedy)")
        } catch {
            report.add(position, "\(name) is “\(scalar.string.shortened)”: \(error.problem)", error.remedy)
        }
        return nil
    }
}

extension Node {
    /// `key:` with nothing after it, or `~` or `null`.
    var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// For "… is a list".
    var kind: String {
        switch self {
        case .scalar(let scalar): scalar.string.isEmpty ? "empty" : "“\(scalar.string.shortened)”"
        case .sequence: "a list"
        case .mapping: "a mapping of keys to values"
        case .alias: "an alias"
        }
    }
}

extension String {
    /// Enough to recognise it in a message, on one line.
    var shortened: String {
        let line = map { $0.isNewline ? " " : $0 }
        return line.count <= 60 ? String(line) : String(line.prefix(59)) + "…"
    }
}
