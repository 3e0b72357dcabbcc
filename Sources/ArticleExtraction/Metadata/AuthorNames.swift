import Markup

/// Names of people out of what pages write where an author belongs.
enum AuthorNames {
    /// The names in `By A, B and C`, without addresses and the word before them.
    static func split(_ text: String) -> [String] {
        var rest = Array(CharacterReferences.decode(text).utf8).foldingHTMLSpace()
        if let prefix = prefix(of: rest.lowercased()) {
            rest = String(decoding: rest.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        }
        var parts = [rest]
        for separator in separators { parts = parts.flatMap { $0.components(separatedBy: separator) } }
        return parts.map { Array($0.utf8).foldingHTMLSpace() }.filter { name in
            !name.isEmpty && name.utf8.count <= 80 && !name.contains("@") && !name.contains("://")
        }
    }

    /// The names in a byline that read like people's: two to five words, each with a capital or a particle, no agency.
    static func people(in text: String) -> [String] {
        split(text).filter { name in
            let words = name.split(separator: " ")
            guard (2...5).contains(words.count), AgencyNames.named(in: name) == nil else { return false }
            return words.allSatisfy { word in
                guard let first = word.unicodeScalars.first else { return false }
                return first.properties.isUppercase || particles.contains(String(word)) || first.value >= 0x590
            }
        }
    }

    /// The word for `by` with which a byline in lower case begins, with the space after it.
    static func prefix(of line: String) -> String? { prefixes.first(where: line.hasPrefix) }

    private static let prefixes = [
        "by: ", "by ", "von: ", "von ", "par ", "por: ", "por ", "di ", "door ", "av ", "af ", "od ", "autor: ",
        "text: ",
        "autor ", "от ", "автор: ", "texte: ", "tekst: ", "written by ", "story by ", "de: ",
    ]

    private static let separators = [
        ", ", " and ", " und ", " et ", " y ", " en ", " och ", " og ", " & ", "; ", " | ", " / ", " with ", "、", "，",
    ]

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "ten", "la", "le", "el", "al", "bin",
        "ibn", "af", "y", "e", "zu", "ter",
    ]
}
