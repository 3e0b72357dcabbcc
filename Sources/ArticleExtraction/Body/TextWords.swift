import Markup

/// Words of UTF-8 as hashes, letter case aside.
///
/// A word is a run of letters and digits; of Chinese and Japanese, which do not part words, each sign is one. The hashes
/// of words long enough to have a subject are odd.
enum TextWords {
    /// In bytes.
    private static let longWord = 5

    static func append(_ text: [UInt8], _ range: Range<Int>, to hashes: inout [UInt32]) {
        var hash: UInt32 = 0
        var length = 0
        var index = range.lowerBound
        func finish() {
            if length > 0 { hashes.append((hash ^ hash >> 15) & ~1 | (length >= longWord ? 1 : 0)) }
            length = 0
        }
        func take(_ byte: UInt8) {
            if length == 0 { hash = 2_166_136_261 }
            length += 1
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        while index < range.upperBound {
            let byte = text[index]
            if byte < 0x80 {
                if byte.isASCIILetterOrDigit { take(byte.asciiLowercased) } else { finish() }
                index += 1
            } else if byte < 0xE0 {
                let next = index + 1 < range.upperBound ? text[index + 1] : 0
                // C2 leads signs and no-break spaces; its few letters stand alone.
                if byte == 0xC2 {
                    finish()
                } else {
                    let (lead, trail) = LetterCase.lowered(byte, next)
                    take(lead)
                    take(trail)
                }
                index += 2
            } else {
                let end = min(index + (byte < 0xF0 ? 3 : 4), range.upperBound)
                let isSign = byte == 0xE2 || byte == 0xEF || byte == 0xE3 && text[min(index + 1, end - 1)] == 0x80
                let isWord = (0xE3...0xE9).contains(byte) || byte == 0xF0
                if isSign || isWord { finish() }
                if !isSign { for place in index..<end { take(text[place]) } }
                if isWord { finish() }
                index = end
            }
        }
        finish()
    }

    static func hashes(_ text: String) -> [UInt32] {
        let bytes = Array(text.utf8)
        var result: [UInt32] = []
        append(bytes, 0..<bytes.count, to: &result)
        return result
    }
}

/// Upper and lower case of the letters that two bytes of UTF-8 hold.
enum LetterCase {
    /// Latin, Greek and Cyrillic capitals as small letters; everything else as it is.
    @inline(__always)
    static func lowered(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
        switch (lead, trail) {
        case (0xC3, 0x80...0x9E): (lead, trail + 0x20)
        case (0xC4, 0x80...0xB7), (0xC5, 0x8A...0xB7): (lead, trail | 1)
        case (0xC4, 0xB9...0xBE), (0xC5, 0x81...0x88), (0xC5, 0xB9...0xBE): (lead, (trail - 1 | 1) + 1)
        case (0xCE, 0x91...0x9F): (lead, trail + 0x20)
        case (0xCE, 0xA0...0xA9): (0xCF, trail - 0x20)
        case (0xD0, 0x90...0x9F): (lead, trail + 0x20)
        case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
        case (0xD0, 0x80...0x8F): (0xD1, trail + 0x10)
        default: (lead, trail)
        }
    }
}

/// A set of words, or of runs of words, that now and then takes a stranger for a member.
struct WordSet {
    private var bits: [UInt64]
    private let mask: UInt32

    /// - Parameters:
    ///   - capacity: how many members it is made for.
    ///   - strangers: of so many, about one is taken for a member.
    private init(capacity: Int, strangers: Int) {
        var size = 64
        while size * 64 < capacity * strangers { size *= 2 }
        bits = [UInt64](repeating: 0, count: size)
        mask = UInt32(size - 1)
    }

    /// The words of a text, one by one.
    init(words: [UInt32], strangers: Int = 30) {
        self.init(capacity: words.count, strangers: strangers)
        for word in words { insert(word) }
    }

    /// The runs of one to three words of a text.
    init(runsOf words: [UInt32]) {
        self.init(capacity: words.count * 3, strangers: 30)
        for start in words.indices {
            for length in 1...3 where start + length <= words.count { insert(Self.run(words[start..<start + length])) }
        }
    }

    private mutating func insert(_ hash: UInt32) { bits[Int(hash >> 6 & mask)] |= 1 << UInt64(hash & 63) }

    func contains(_ hash: UInt32) -> Bool { bits[Int(hash >> 6 & mask)] & 1 << UInt64(hash & 63) != 0 }

    @inline(__always)
    private static func run(_ words: ArraySlice<UInt32>) -> UInt32 {
        var hash = UInt32(truncatingIfNeeded: words.count) &* 0x9E37_79B9
        for word in words {
            hash = (hash ^ word) &* 0x85EB_CA6B
            hash ^= hash >> 13
        }
        return hash ^ hash >> 16
    }

    /// Of the words, those that are in the set, in hundredths.
    func share(of words: ArraySlice<UInt32>) -> Int {
        words.isEmpty ? 0 : words.count(where: contains) * 100 / words.count
    }

    /// Of the runs of three in `words` (of all words, if there are fewer), those that are in the set, in hundredths.
    func share(ofRuns words: ArraySlice<UInt32>) -> Int {
        guard !words.isEmpty else { return 0 }
        let length = min(3, words.count)
        let starts = words.startIndex...(words.endIndex - length)
        let found = starts.count { contains(Self.run(words[$0..<$0 + length])) }
        return found * 100 / starts.count
    }
}
