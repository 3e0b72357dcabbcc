import Glibc
import Model
import Platform

/// Makes up articles that are shaped like news: one in seven is a copy of an earlier one, perhaps trimmed.
struct MadeUpNews {
    private var state: UInt64
    private var recent: [[String]] = []

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    static func articles(_ count: Int) -> [CanonicalText] {
        var news = MadeUpNews(seed: 1)
        return (0..<count).map { _ in news.next() }
    }

    /// Writes as many articles as files into a directory that is there, a hundred in each below it.
    static func write(_ count: Int, to directory: String) throws {
        var news = MadeUpNews(seed: 1)
        for number in 0..<count {
            let folder = directory + "/\(number / 100)"
            mkdir(folder, 0o755)
            let file = try FileDescriptor.open(folder + "/\(number).txt", O_WRONLY | O_CREAT | O_TRUNC)
            try file.write(Array(news.next().text.utf8))
        }
    }

    mutating func next() -> CanonicalText {
        var paragraphs: [String]
        if !recent.isEmpty, number(below: 7) == 0 {
            paragraphs = recent[number(below: recent.count)]
            if number(below: 3) == 0 { paragraphs = Array(paragraphs.prefix(2 + number(below: 6))) }
        } else {
            paragraphs = (0..<(5 + number(below: 14))).map { _ in paragraph() }
            recent.append(paragraphs)
            if recent.count > 500 { recent.removeFirst() }
        }
        return CanonicalText(paragraphs.joined(separator: "\n"))
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in result.indices.reversed() { result.swapAt(index, number(below: index + 1)) }
        return result
    }

    private mutating func paragraph() -> String {
        var text = Array("In".utf8)
        for _ in 0..<(20 + number(below: 25)) { appendWord(to: &text) }
        text.append(UInt8(ascii: "."))
        return String(decoding: text, as: UTF8.self)
    }

    /// A space and one of a hundred thousand words, short ones more often.
    private mutating func appendWord(to text: inout [UInt8]) {
        text.append(UInt8(ascii: " "))
        for _ in 0..<(1 + number(below: 3) + number(below: 2)) {
            text.append(Self.consonants[number(below: Self.consonants.count)])
            text.append(Self.vowels[number(below: Self.vowels.count)])
        }
    }

    private static let consonants = Array("bdfghklmnprstvwz".utf8)
    private static let vowels = Array("aeiou".utf8)

    /// 0..<`limit`; xorshift.
    mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % max(1, limit)
    }
}
