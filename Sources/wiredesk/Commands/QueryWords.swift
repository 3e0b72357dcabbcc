/// Words of the command line as one query.
enum QueryWords {
    /// The words with spaces between them; `nil` if there are none.
    ///
    /// A word that has spaces in it was quoted in the shell: `search ferry "ran aground"` means a phrase. A word alone
    /// is a whole query: `search 'ferry and not tag:later'`.
    static func query(_ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        guard words.count > 1 else { return first }
        return words.map { word in
            let isPhrase = word.contains(" ") && !word.contains { "\"():".contains($0) }
            return isPhrase ? "\"\(word)\"" : word
        }.joined(separator: " ")
    }
}
