import Markup

/// Counts of UTF-8 text, byte by byte.
struct TextMeasure {
    var letters = 0
    var ideographs = 0
    var words = 0
    var commas = 0

    /// A sign of Chinese, Japanese or Korean says about as much as three letters of an alphabet.
    static let ideographWeight = 3

    @inline(__always)
    mutating func count(_ byte: UInt8) {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF, 0xE0...0xE1, 0xF0...0xF4: letters += 1
        case UInt8(ascii: ","): commas += 1
        case 0xE3...0xED:
            letters += Self.ideographWeight
            ideographs += 1
        default: break
        }
    }

    /// How many sentences end in the text, and whether the text itself ends one.
    static func sentences(in text: [UInt8], _ range: Range<Int>) -> (count: Int, endsSentence: Bool) {
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let length = stopLength(text, index, range.upperBound)
            guard length > 0 else {
                if isThaiPause(text, index, range) { count += 1 }
                index += 1
                continue
            }
            let next = index + length
            // A full stop inside a word or after one letter is that of an address or an initial.
            let isAbbreviation =
                length == 1
                && (next < range.upperBound && text[next].isASCIILetterOrDigit
                    || index >= range.lowerBound + 2 && text[index - 2] == 0x20 || index == range.lowerBound)
            if !isAbbreviation { count += 1 }
            index = next
        }
        // Thai and Lao end no sentence with a sign: a line long enough to hold one ends one.
        let isThai = count > 0 && range.count > 200 && isThai(text, range.upperBound - 3, range)
        return (count, isThai || endsSentence(text, range))
    }

    /// Thai and Lao part sentences, and some phrases, with a space.
    @inline(__always)
    private static func isThaiPause(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        text[index] == 0x20 && isThai(text, index - 3, range) && isThai(text, index + 1, range)
    }

    /// Whether a letter of Thai or Lao starts at `index`: U+0E00–0EFF.
    private static func isThai(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        index >= range.lowerBound && index + 2 < range.upperBound && text[index] == 0xE0
            && (0xB8...0xBB).contains(text[index + 1])
    }

    private static func endsSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        // Closing quotes and brackets may follow: ASCII ones, » (C2 BB), “ ” ’ (E2 80 9C/9D/99), 」』 (E3 80 8D/8F).
        for _ in 0..<3 {
            if end > range.lowerBound, [0x22, 0x27, 0x29, 0x5D].contains(text[end - 1]) {
                end -= 1
            } else if end - 2 >= range.lowerBound, text[end - 2] == 0xC2, text[end - 1] == 0xBB {
                end -= 2
            } else if end - 3 >= range.lowerBound, text[end - 3] == 0xE2, text[end - 2] == 0x80,
                [0x99, 0x9C, 0x9D].contains(text[end - 1])
            {
                end -= 3
            } else if end - 3 >= range.lowerBound, text[end - 3] == 0xE3, text[end - 2] == 0x80,
                [0x8D, 0x8F].contains(text[end - 1])
            {
                end -= 3
            } else {
                break
            }
        }
        for length in 1...3 where end - length >= range.lowerBound {
            if stopLength(text, end - length, end) == length { return true }
        }
        return false
    }

    /// The bytes of a sign that ends a sentence, or 0.
    @inline(__always)
    private static func stopLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
        // Armenian ։, Arabic ؟ and ۔, Hindi । and ॥, Ethiopic ።, Burmese ။, Khmer ។
        case 0xD6: return index + 1 < end && text[index + 1] == 0x89 ? 2 : 0
        case 0xE1:
            guard index + 2 < end else { return 0 }
            return switch (text[index + 1], text[index + 2]) {
            case (0x8D, 0xA2), (0x81, 0x8B), (0x9F, 0x94): 3
            default: 0
            }
        case 0xD8: return index + 1 < end && text[index + 1] == 0x9F ? 2 : 0
        case 0xDB: return index + 1 < end && text[index + 1] == 0x94 ? 2 : 0
        case 0xE0:
            return index + 2 < end && text[index + 1] == 0xA5 && (text[index + 2] == 0xA4 || text[index + 2] == 0xA5)
                ? 3 : 0
        case 0xE2: return index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0xA6 ? 3 : 0
        case 0xE3: return index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x82 ? 3 : 0
        case 0xEF:
            return index + 2 < end && text[index + 1] == 0xBC && (text[index + 2] == 0x81 || text[index + 2] == 0x9F)
                ? 3 : 0
        default: return 0
        }
    }
}
