import Yams

/// The tree of one YAML file, bounded in size, depth and expansion.
///
/// Yams stops at the first duplicate key. To name them all, and whatever else is wrong, a duplicate is renamed in
/// the text by as many characters of Unicode's private use area, which no column notices, and the text is read again.
struct YAMLDocument {
    /// Values that a file may come to once its aliases are followed.
    static let valueLimit = 400_000
    /// Our deepest setting is at 5.
    static let depthLimit = 20
    /// Duplicate keys that are named before we give up.
    private static let duplicateLimit = 20

    /// `nil` for a file with nothing but comments.
    let root: Node?
    /// The private character that begins a renamed key, and the key that was written.
    private let renamedKeys: [Unicode.Scalar: String]
    private let tabs: TabIndentation

    /// Reads `bytes`, or reports why that cannot be done.
    init?(bytes: [UInt8], report: FaultReport) {
        guard bytes.count <= ConfigurationFile.byteLimit else {
            report.add(
                nil, "the file is larger than \(ConfigurationFile.byteLimit >> 20) MiB",
                "is it the right one? A feed takes one line")
            return nil
        }
        guard let original = String(validating: bytes, as: UTF8.self) else {
            report.add(Self.firstInvalid(in: bytes), "the text is not UTF-8", "save the file as UTF-8")
            return nil
        }
        if let position = AliasKeys.first(in: original) {
            report.add(position, "a list, mapping or alias as a key", "write a plain word before the colon")
            return nil
        }
        guard let (text, tabs) = Self.withoutTabs(original, report: report) else { return nil }
        var attempt = text
        var renamed: [Unicode.Scalar: String] = [:]
        while true {
            do {
                root = try Parser(yaml: attempt, resolver: .basic, encoding: .utf8).singleRoot()
                break
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let position = ConfigurationError.Position(line: context.mark.line, column: context.mark.column)
                guard let key = keys.first, renamed.count < Self.duplicateLimit,
                    let marker = Unicode.Scalar(0xF_0000 + UInt32(renamed.count)),
                    let next = attempt.renaming(key, at: position, to: marker)
                else {
                    report.add(
                        tabs.original(position), "“\(keys.first ?? "")” is given more than once",
                        "keep one of them")
                    return nil
                }
                renamed[marker] = key
                attempt = next
            } catch {
                SyntaxFault(error, in: attempt).report(to: report, tabs: tabs)
                return nil
            }
        }
        renamedKeys = renamed
        self.tabs = tabs
        guard isWithinBounds(report: report) else { return nil }
    }

    /// Where `node` begins in the file as it was written.
    func position(of node: Node) -> ConfigurationError.Position? {
        node.mark.map { tabs.original(ConfigurationError.Position(line: $0.line, column: $0.column)) }
    }

    /// The key that a scalar was before it was renamed.
    func writtenKey(_ key: String) -> String {
        key.unicodeScalars.first.flatMap { renamedKeys[$0] } ?? key
    }

    /// The text with tabs at the beginnings of lines replaced, once it is known that they are in the way.
    private static func withoutTabs(_ text: String, report: FaultReport) -> (String, TabIndentation)? {
        let untouched = TabIndentation(width: 1, tabsOnLine: [:])
        guard text.utf8.contains(UInt8(ascii: "\t")), !isReadable(text) else { return (text, untouched) }
        let lines = TabIndentation.lines(of: text)
        for (line, column) in lines.sorted(by: { $0.key < $1.key }).map({ ($0.key, $0.value.firstColumn) }) {
            report.add(
                ConfigurationError.Position(line: line, column: column), "a tab in the indentation",
                "YAML indents with spaces: use two for each level")
        }
        // Tabs on empty lines and before comments mean nothing, though libYAML refuses them. And the rest of the
        // file may have mistakes of its own: guess what the tabs stood for, and read on.
        for width in [2, 4, 8] {
            let replaced = TabIndentation.replace(in: text, width: width)
            if isReadable(replaced) {
                return (replaced, TabIndentation(width: width, tabsOnLine: lines.mapValues(\.count)))
            }
        }
        return lines.isEmpty ? (text, untouched) : nil
    }

    private static func isReadable(_ text: String) -> Bool {
        do {
            _ = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
            return true
        } catch YamlError.duplicatedKeysInMapping {
            return true
        } catch {
            return false
        }
    }

    /// Walks the tree with its aliases followed, as far as the limits go: a few lines can stand for billions of values.
    private func isWithinBounds(report: FaultReport) -> Bool {
        guard let root else { return true }
        var pending = [(node: root, depth: 1)]
        var values = 0
        while let (node, depth) = pending.popLast() {
            values += 1
            if depth > Self.depthLimit {
                report.add(
                    position(of: node), "nested more than \(Self.depthLimit) levels deep",
                    "no setting is; is a bracket not closed?")
                return false
            }
            switch node {
            case .scalar, .alias: break
            case .sequence(let sequence): for child in sequence { pending.append((child, depth + 1)) }
            case .mapping(let mapping): for (_, value) in mapping { pending.append((value, depth + 1)) }
            }
            if values + pending.count > Self.valueLimit {
                report.add(
                    position(of: node), "aliases expand the file to more than \(Self.valueLimit) values",
                    "write out what is meant, and remove the anchors (&name) and aliases (*name)")
                return false
            }
        }
        return true
    }

    private static func firstInvalid(in bytes: [UInt8]) -> ConfigurationError.Position {
        var line = 1
        for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: row, as: UTF8.self) == nil { break }
            line += 1
        }
        return ConfigurationError.Position(line: line, column: 1)
    }
}

extension String {
    /// The text with the key written at `position` replaced by `marker` and as many of it as the key has scalars;
    /// `nil` if the key is spelled otherwise there (escapes, an anchor before it).
    fileprivate func renaming(
        _ key: String, at position: ConfigurationError.Position, to marker: Unicode.Scalar
    ) -> String? {
        var scalars = unicodeScalars
        var index = scalars.startIndex
        var line = 1
        while line < position.line {
            guard let newline = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: newline)
            line += 1
        }
        guard
            var start = scalars.index(index, offsetBy: position.column - 1, limitedBy: scalars.endIndex),
            start != scalars.endIndex, !key.isEmpty
        else { return nil }
        if scalars[start] == "\"" || scalars[start] == "'" { start = scalars.index(after: start) }
        guard scalars[start...].starts(with: key.unicodeScalars) else { return nil }
        let end = scalars.index(start, offsetBy: key.unicodeScalars.count)
        scalars.replaceSubrange(start..<end, with: repeatElement(marker, count: key.unicodeScalars.count))
        return String(scalars)
    }
}
