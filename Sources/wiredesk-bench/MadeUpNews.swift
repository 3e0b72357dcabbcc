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
            paragraphs = (0..<(6 + number(below: 17))).map { _ in paragraph() }
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
        var rank = 0
        for _ in 0..<(20 + number(below: 25)) {
            rank = MadeUpWords.shared.next(after: rank) { number(below: $0) }
            text.append(UInt8(ascii: " "))
            text += MadeUpWords.shared[rank]
        }
        text.append(UInt8(ascii: "."))
        return String(decoding: text, as: UTF8.self)
    }

    /// 0..<`limit`; xorshift.
    mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % max(1, limit)
    }
}
