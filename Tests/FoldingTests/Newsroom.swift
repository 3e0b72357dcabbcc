import Folding
import Model

/// Makes up texts the way affiliates make them: copies, trimmed copies, digests, shared background. The same seed makes
/// the same texts.
struct Newsroom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// 0..<`limit`; xorshift.
    mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % max(1, limit)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in result.indices.reversed() { result.swapAt(index, number(below: index + 1)) }
        return result
    }

    private static let vocabulary = """
        harbour ferry council bridge engineer repair budget winter storm signal captain market orchard railway tunnel
        festival museum painter archive letter valley reservoir pipeline turbine meadow lantern compass ledger chorus
        printer quarry tailor violin wagon saddle barley copper granite velvet timber harvest cellar ladder anchor
        gardener surveyor clerk mayor teacher baker fisher miner pilot warden sculptor glazier weaver miller porter
        opened closed measured painted lifted carried promised delayed finished described counted followed repaired
        early late quiet narrow distant broken golden northern eastern shallow steep wooden hollow bright ancient
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

    mutating func sentence() -> String {
        var words: [String] = []
        for _ in 0..<(10 + number(below: 8)) { words.append(pick(Self.vocabulary)) }
        return "The " + words.joined(separator: " ") + "."
    }

    mutating func paragraphs(_ count: Int) -> [String] {
        (0..<count).map { _ in sentence() + " " + sentence() }
    }

    /// What one desk makes of a story's paragraphs.
    mutating func copy(of paragraphs: [String]) -> [String] {
        var result = paragraphs
        switch number(below: 10) {
        case 0, 1: result = Array(result.prefix(1 + number(below: max(1, result.count / 2))))
        case 2: if result.count > 3 { result.remove(at: 1 + number(below: result.count - 2)) }
        case 3: result.insert(sentence(), at: number(below: result.count + 1))
        case 5: result[0] = result[0].uppercased()
        case 4: result[0] = "Sandvik, Friday: " + result[0]
        case 6: result[0] = pick(["SANDVIK (AP) — ", "BRENT, Norland (AP) — ", "Sandvik — "]) + result[0]
        default: break
        }
        return result
    }

    /// A few stories as many desks ran them, with digests, background blocks and texts that stand for themselves.
    mutating func day(stories: Int) -> [CanonicalText] {
        var texts: [[String]] = []
        var earlier: [[String]] = []
        for _ in 0..<stories {
            var base = paragraphs(3 + number(below: 5))
            if let story = earlier.last, number(below: 3) == 0 { base += story.suffix(2) }
            earlier.append(base)
            for _ in 0..<(1 + number(below: 6)) { texts.append(copy(of: base)) }
        }
        for _ in 0..<(stories / 3) {
            var digest: [String] = []
            for _ in 0..<4 { digest += pick(earlier).prefix(1 + number(below: 2)) }
            texts.append(digest)
        }
        return texts.map { CanonicalText($0.joined(separator: "\n")) }
    }
}

extension StoryPartition.Entry {
    init(_ number: Int, _ text: CanonicalText) {
        self.init(
            article: ArticleID(feedURL: "https://desk.example/feed", entryID: "\(number)"), contentHash: text.hash,
            fingerprint: Fingerprint(of: text))
    }
}
