/// How a piece of text looks on a terminal that has colours.
package enum Style: Sendable {
    case plain, bold, dim, accent, good, warning, bad, added, removed, match

    /// SGR parameters (ECMA-48 §8.3.117): only the sixteen colours that every theme defines.
    var parameters: String {
        switch self {
        case .plain: ""
        case .bold: "1"
        case .dim: "2"
        case .accent: "36"
        case .good, .added: "32"
        case .warning: "33"
        case .bad: "31"
        case .removed: "31;9"
        case .match: "1;33"
        }
    }
}

/// What the place that output goes to can show.
package struct Canvas: Hashable, Sendable {
    package var hasColour: Bool
    /// `nil` where lines may be as long as they are: a pipe or a file.
    package var columns: Int?
    /// Whether signs beyond ASCII come through.
    package var isUnicode: Bool

    package init(hasColour: Bool, columns: Int?, isUnicode: Bool = true) {
        self.hasColour = hasColour
        self.columns = columns
        self.isUnicode = isUnicode
    }

    /// Columns for running text: no eye follows a line of two hundred letters.
    package var textColumns: Int { min(columns ?? 80, 88) }

    package func styled(_ text: String, _ style: Style) -> String {
        guard hasColour, style != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m"
    }

    /// One of two spellings of a sign of our own.
    package func sign(_ sign: String, ascii: String) -> String { isUnicode ? sign : ascii }
}
