/// Tells the lines that a site or an agency puts around a story from the story.
struct Furniture {
    static let notices = Furniture(rules: FurnitureRules.notices)
    static let captions = Furniture(rules: FurnitureRules.captions)

    private enum Token: Hashable {
        case word(UInt64)
        case number
        /// One to `Furniture.widestGap` words.
        case gap
    }

    private enum Place: Hashable { case anywhere, start, whole }

    private struct Rule {
        var place: Place
        var tokens: [Token]
        var source: String
    }

    private static let widestGap = 4

    /// By the hash of their first word, which is never a gap or a number.
    private var rules: [UInt64: [Rule]] = [:]
    /// Bit `hash & 4095` is set for each of those words, so that most words cost one look.
    private var firstWords = [Bool](repeating: false, count: 4096)

    init(rules text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard let keyword = parts.first, let place = Self.place(keyword), parts.count > 1 else { continue }
            let tokens: [Token] = parts.dropFirst().map {
                switch $0 {
                case "#": .number
                case "*": .gap
                default: .word(Words.hash(of: $0))
                }
            }
            guard case .word(let first) = tokens[0] else { continue }
            let source = parts.dropFirst().joined(separator: " ")
            rules[first, default: []].append(Rule(place: place, tokens: tokens, source: source))
            firstWords[Int(first & 4095)] = true
        }
    }

    /// The rule that makes the line of these words furniture, `nil` if none does.
    func rule(matching words: Words) -> String? {
        let line = 0..<words.count
        guard line.count <= FurnitureRules.longestLine else { return nil }
        for index in line where firstWords[Int(words.hashes[index] & 4095)] {
            for rule in rules[words.hashes[index]] ?? [] {
                if rule.place != .anywhere, index != line.lowerBound { continue }
                guard let end = Self.end(of: rule.tokens[...], words, from: index, in: line) else { continue }
                if rule.place != .whole || end == line.upperBound { return rule.source }
            }
        }
        return nil
    }

    private static func place(_ keyword: Substring) -> Place? {
        switch keyword {
        case "has": .anywhere
        case "starts": .start
        case "is": .whole
        default: nil
        }
    }

    /// Where the match of `tokens` that begins at `index` ends. A rule has two gaps at most, so this is bounded.
    private static func end(
        of tokens: ArraySlice<Token>, _ words: Words, from index: Int, in line: Range<Int>
    ) -> Int? {
        guard let token = tokens.first else { return index }
        guard index < line.upperBound else { return nil }
        switch token {
        case .word(let hash):
            guard words.hashes[index] == hash else { return nil }
            return end(of: tokens.dropFirst(), words, from: index + 1, in: line)
        case .number:
            guard words.kinds[index] == .number else { return nil }
            return end(of: tokens.dropFirst(), words, from: index + 1, in: line)
        case .gap:
            for length in 1...widestGap {
                if let end = end(of: tokens.dropFirst(), words, from: index + length, in: line) { return end }
            }
            return nil
        }
    }
}
