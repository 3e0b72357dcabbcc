import Model

enum Novelty {
    static func bringsNews(_ text: CanonicalText, to seen: [CanonicalText]) -> Bool {
        let known = Set(seen.flatMap(\.paragraphs))
        return text.paragraphs.contains { $0.split(separator: " ").count >= 8 && !known.contains($0) }
    }
}
