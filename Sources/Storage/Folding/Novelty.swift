import Model

/// Whether a text brings something of substance that others do not have.
enum Novelty {
    /// Of a paragraph that counts: about two sentences, so that a byline or a caption does not.
    private static let fewestWords = 12
    /// Words that are looked at together.
    private static let shingle = 3

    /// Whether some paragraph of `text` is mostly not in any of `seen`.
    static func bringsNews(_ text: CanonicalText, to seen: [CanonicalText]) -> Bool {
        var known: Set<[Substring]> = []
        for text in seen {
            for paragraph in text.paragraphs { known.formUnion(shingles(paragraph)) }
        }
        return text.paragraphs.contains { paragraph in
            guard paragraph.split(separator: " ").count >= fewestWords else { return false }
            let all = shingles(paragraph)
            return all.count { !known.contains($0) } * 2 > all.count
        }
    }

    private static func shingles(_ paragraph: Substring) -> [[Substring]] {
        let words = paragraph.split(separator: " ")
        guard words.count >= shingle else { return [words] }
        return (0...words.count - shingle).map { Array(words[$0..<$0 + shingle]) }
    }
}
