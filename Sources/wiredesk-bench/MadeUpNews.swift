import Model

/// Makes up articles that are shaped like news: one in seven is a copy of an earlier one, perhaps trimmed.
struct MadeUpNews {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    static func articles(_ count: Int) -> [CanonicalText] {
        var news = MadeUpNews(seed: 1)
        var recent: [[String]] = []
        return (0..<count).map { _ in
            var paragraphs: [String]
            if !recent.isEmpty, news.number(below: 7) == 0 {
                paragraphs = recent[news.number(below: recent.count)]
                if news.number(below: 3) == 0 { paragraphs = Array(paragraphs.prefix(2 + news.number(below: 6))) }
            } else {
                paragraphs = (0..<(5 + news.number(below: 14))).map { _ in news.paragraph() }
                recent.append(paragraphs)
                if recent.count > 500 { recent.removeFirst() }
            }
            return CanonicalText(paragraphs.joined(separator: "\n"))
        }
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in result.indices.reversed() { result.swapAt(index, number(below: index + 1)) }
        return result
    }

    private mutating func paragraph() -> String {
        let words = (0..<(20 + number(below: 25))).map { _ in word() }
        return "In " + words.joined(separator: " ") + "."
    }

    /// One of 19,000 words, short ones more often.
    private mutating func word() -> String {
        let syllables = [
            "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "ze",
        ]
        let length = 1 + number(below: 3) + number(below: 2)
        return (0..<length).map { _ in syllables[number(below: syllables.count)] }.joined()
    }

    /// 0..<`limit`; xorshift.
    private mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % max(1, limit)
    }
}
