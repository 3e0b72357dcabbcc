import Markup

/// Names of people out of what pages write where an author belongs.
enum AuthorNames {
    /// The names in `By A, B and C`, without addresses and the word before them.
    static func split(_ text: String) -> [String] {
        var rest = Array(CharacterReferences.decode(text).utf8).foldingHTMLSpace()
        for prefix in prefixes where rest.lowercased().hasPrefix(prefix) {
            rest = String(rest.dropFirst(prefix.count))
            break
        }
        var parts = [rest]
        for separator in [", ", " and ", " und ", " et ", " y ", " e ", " en ", " & ", "; ", " | ", " / "] {
            parts = parts.flatMap { $0.components(separatedBy: separator) }
        }
        return parts.map { Array($0.utf8).foldingHTMLSpace() }.filter { name in
            !name.isEmpty && name.utf8.count <= 80 && !name.contains("@") && !name.contains("://")
        }
    }

    private static let prefixes = [
        "by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "od ", "autor: ", "от ",
    ]
}
