import Yams

/// What the YAML reader stumbled over, in words for somebody who has not read the YAML specification.
struct SyntaxFault {
    private let position: ConfigurationError.Position?
    private let problem: String

    init(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            position = ConfigurationError.Position(line: mark.line, column: mark.column)
            self.problem = problem
        case YamlError.reader(let problem, let offset, _, _):
            position = offset.map { Self.position(of: $0, in: text) }
            self.problem = problem
        case YamlError.memory:
            position = nil
            problem = "not enough memory"
        default:
            position = nil
            problem = "the text cannot be read as YAML"
        }
    }

    func report(to report: FaultReport, tabs: TabIndentation) {
        report.add(position.map(tabs.original), "not valid YAML: \(problem)", remedy)
    }

    /// libYAML's own words are a small fixed set (scanner.c, parser.c); these are the ones people meet.
    private var remedy: String {
        for (words, remedy) in Self.remedies where problem.contains(words) { return remedy }
        return "look at this line and the one before it"
    }

    private static let remedies: [(String, String)] = [
        ("mapping values are not allowed", "put the text in quotes if it contains “: ”, or mend the indentation"),
        ("did not find expected key", "indent this line like those beside it, and close quotes and brackets above"),
        ("did not find expected ',' or", "close the bracket that is still open, and put commas between the items"),
        ("did not find expected '-' indicator", "begin every item of the list with “- ” in one column"),
        ("could not find expected ':'", "write “key: value”, with a space after the colon"),
        ("cannot start any token", "put text that begins with @, ` or % in quotes, and indent with spaces"),
        ("unexpected end of stream", "close the quote or bracket that is still open"),
        ("found unknown escape character", "write \\\\ for a backslash, or use single quotes"),
        ("found undefined alias", "put text that begins with * in quotes"),
        ("another document", "remove the line “---” between the two parts"),
        ("control characters are not allowed", "remove the invisible character"),
        ("nesting level", "close the brackets: no setting is nested so deep"),
    ]

    private static func position(of offset: Int, in text: String) -> ConfigurationError.Position {
        var line = 1
        var column = 1
        for character in text.prefix(offset) {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        return ConfigurationError.Position(line: line, column: column)
    }
}
