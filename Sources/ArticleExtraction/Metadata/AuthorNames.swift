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
        let names = parts.map { Array($0.utf8).foldingHTMLSpace() }.filter { name in
            !name.isEmpty && name.utf8.count <= 80 && !name.contains("@") && !name.contains("://")
        }
        return withoutOffices(names)
    }

    /// `Ada Quill, reporter at the harbour desk` without the office: words in lower case, or the name of a profession,
    /// after the name of a person.
    private static func withoutOffices(_ names: [String]) -> [String] {
        guard let first = names.first, isLikePerson(first) else { return names }
        return names.enumerated().filter { index, name in
            let words = name.split(separator: " ")
            return index == 0
                || words.allSatisfy(isNameWord) && !words.contains { professions.contains($0.lowercased()) }
        }.map(\.element)
    }

    private static let professions: Set<String> = [
        "writer", "editor", "editor-at-large", "reporter", "correspondent", "columnist", "contributor", "producer",
        "redakteur", "redakteurin", "reporterin", "korrespondent", "korrespondentin", "journaliste", "rédacteur",
        "rédactrice", "correspondant", "correspondante", "periodista", "redactor", "redactora", "corresponsal",
        "giornalista", "jornalista", "repórter", "redacteur", "journalist", "корреспондент", "журналист",
    ]

    /// The names in a byline that read like people's, no agency's.
    static func people(in text: String) -> [String] {
        split(text).filter { isLikePerson($0) && AgencyNames.named(in: $0) == nil }
    }

    /// What follows the word for `by` where no person does, up to three words with capitals: `By TPN, in Trade`.
    static func credit(in text: String) -> String? {
        guard let name = split(text).first else { return nil }
        let words = name.split(separator: " ")
        guard (1...3).contains(words.count), !name.utf8.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ":") })
        else { return nil }
        return words.allSatisfy(isNameWord) ? name : nil
    }

    /// Whether a line is names or the name of an office, and nothing else: words with capitals, without digits and signs
    /// but the stroke between two.
    static func isSignature(_ line: String) -> Bool {
        guard line.utf8.count <= 60, !line.utf8.contains(where: { $0.isASCIIDigit || ".:!?…»›".utf8.contains($0) })
        else { return false }
        let words = line.split { $0 == " " || $0 == "/" }
        return (1...6).contains(words.count) && words.allSatisfy(isNameWord)
    }

    /// Two to five words, each with a capital or a particle, without digits and signs, none of which says when.
    static func isLikePerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (2...5).contains(words.count), !name.utf8.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ":") })
        else { return false }
        return words.allSatisfy(isNameWord) && !words.contains { timeWords.contains($0.lowercased()) }
    }

    /// A capital, a particle, or a letter of a script without capitals.
    private static func isNameWord(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        if particles.contains(String(word)) { return true }
        return first.properties.isUppercase || first.value >= 0x590 && first.properties.isAlphabetic
    }

    /// The word for `by` with which a byline in lower case begins, with the space after it.
    static func prefix(of line: String) -> String? { prefixes.first(of: line) }

    private static let prefixes = LinePrefixes([
        // English, German, Dutch, Danish, Norwegian, Swedish, Finnish
        "by: ", "by ", "author: ", "authors: ", "written by ", "story by ", "posted by ",
        "analysis by ", "opinion by ", "words by ", "guide by ", "interview by ", "review by ", "von: ", "von ",
        "text: ", "door ",
        "door: ", "tekst: ", "av ", "av: ", "af ", "af: ", "skrevet av ", "skrevet af ", "teksti: ", "kirjoittanut: ",
        "toimittaja: ",
        // What links to authors' pages say
        "all posts by ", "view all posts by ", "all articles by ", "more by ", "alle artikel von ", "alles von ",
        "mehr von ", "tous les articles de ", "todos los artículos de ", "tutti gli articoli di ",
        // French, Spanish, Portuguese, Italian, Romanian
        "par ", "par: ", "texte: ", "texte : ", "por: ", "por ", "texto: ", "di ", "testo di ", "scris de ", "de: ",
        // Polish, Czech, Croatian, Hungarian, Greek, Turkish
        "autor: ", "autor ", "od ", "napisał: ", "napisała: ", "piše: ", "napsal: ", "napsala: ", "írta: ", "szerző: ",
        "συντάκτης: ", "γράφει: ", "yazan: ", "haber: ",
        // Russian, Ukrainian, Bulgarian
        "от ", "автор: ", "текст: ", "пише: ",
        // Arabic, Hebrew, Persian, Hindi, Thai, Vietnamese, Indonesian
        "بقلم: ", "بقلم ", "كتب: ", "كتبت: ", "מאת: ", "מאת ", "نویسنده: ", "लेखक: ", "โดย: ", "โดย ", "tác giả: ",
        "oleh: ", "oleh ", "penulis: ",
        // Chinese, Japanese, Korean
        "作者：", "作者: ", "記者：", "记者：", "撰文：", "文：", "執筆：", "글: ",
    ])

    private static let separators = [
        ", ", " and ", " und ", " et ", " y ", " en ", " och ", " og ", " & ", "; ", " | ", " / ", " with ", "、", "，",
    ]

    /// What stands before the time of a publication or a change.
    private static let timeWords: Set<String> = [
        "updated", "published", "posted", "aktualisiert", "veröffentlicht", "publié", "modifié", "publicado",
        "actualizado", "atualizado", "pubblicato", "aggiornato", "gepubliceerd", "bijgewerkt", "publicerad",
        "uppdaterad", "publisert", "oppdatert", "publiceret", "opdateret", "julkaistu", "päivitetty", "opublikowano",
        "aktualizacja", "publikováno", "aktualizováno", "опубликовано", "обновлено", "оновлено", "yayınlanma",
        "güncelleme", "diterbitkan", "diperbarui", "δημοσίευση", "ενημέρωση",
    ]

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "ten", "la", "le", "el", "al", "bin",
        "ibn", "af", "y", "e", "zu", "ter",
    ]
}
