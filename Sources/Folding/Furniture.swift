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

    private enum Place: Hashable { case anywhere, start }

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
                if Self.matches(rule.tokens[...], words, from: index, in: line) { return rule.source }
            }
        }
        return nil
    }

    private static func place(_ keyword: Substring) -> Place? {
        switch keyword {
        case "has": .anywhere
        case "starts": .start
        default: nil
        }
    }

    /// Whether the words from `index` on match. A rule has two gaps at most, so this is bounded.
    private static func matches(
        _ tokens: ArraySlice<Token>, _ words: Words, from index: Int, in line: Range<Int>
    ) -> Bool {
        guard let token = tokens.first else { return true }
        guard index < line.upperBound else { return false }
        let rest = tokens.dropFirst()
        switch token {
        case .word(let hash): return words.hashes[index] == hash && matches(rest, words, from: index + 1, in: line)
        case .number:
            return words.kinds[index] == .number && matches(rest, words, from: index + 1, in: line)
        case .gap: return (1...widestGap).contains { matches(rest, words, from: index + $0, in: line) }
        }
    }
}
