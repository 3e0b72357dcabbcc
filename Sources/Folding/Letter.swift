/// What a character is to a comparison of texts that does not care for case, accents, width or punctuation.
enum Letter {
    /// Parts words.
    case separator
    /// As if it were not there: apostrophes, soft hyphens, accents that stand alone.
    case nothing
    /// Part of a word, as this scalar.
    case one(UInt32)
    /// Part of a word, as these scalars: `ﬁ`, `½`, `㎏`.
    case several(ArraySlice<UInt32>)

    /// For scalars from U+0080.
    static func folded(_ scalar: UInt32) -> Letter {
        if scalar >= 0xAC00, scalar <= 0xD7A3 { return hangul(scalar - 0xAC00) }
        return LetterRuns.shared.letter(for: scalar)
    }

    /// Whether `scalar` belongs to a script that does not part words with spaces, so that each character has to count
    /// as a word: Thai, Lao, Burmese, Khmer, kana, Han.
    static func countsAsWord(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x0E00 else { return false }
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
            return true
        default: return false
        }
    }

    /// Whether a letter that folding has changed was a capital: Latin, Greek, Cyrillic.
    static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xDE, 0x386...0x3AB, 0x400...0x42F: true
        case 0x100...0x17F: scalar.isMultiple(of: 2)
        default: false
        }
    }

    /// The Unicode Standard, §3.12: a syllable is a leading consonant, a vowel and perhaps a trailing consonant.
    private static func hangul(_ index: UInt32) -> Letter {
        let trailing = index % 28
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + trailing]
        return .several(trailing == 0 ? jamo[..<2] : jamo[...])
    }
}

/// `LetterTable`, unpacked once.
private struct LetterRuns {
    static let shared = LetterRuns()

    private enum Fate {
        case stays
        case vanishes
        case alternates
        case moves(Int)
        case becomes(Range<Int>)
    }

    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    private var fates: [Fate] = []
    private var expansions: [UInt32] = []

    private init() {
        var digits = Digits()
        var next = 0x80
        while let gap = digits.number(), let length = digits.number(), let kind = digits.number() {
            let start = next + gap
            next = start + length + 1
            starts.append(UInt32(start))
            ends.append(UInt32(start + length))
            switch kind {
            case 0: fates.append(.stays)
            case 1: fates.append(.vanishes)
            case 2: fates.append(.alternates)
            case 3: fates.append(.moves(digits.distance()))
            default:
                let first = expansions.count
                var scalar = 0
                for _ in 0..<(digits.number() ?? 0) {
                    scalar += digits.distance()
                    expansions.append(UInt32(scalar))
                }
                fates.append(.becomes(first..<expansions.count))
            }
        }
    }

    func letter(for scalar: UInt32) -> Letter {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < starts.count, starts[low] <= scalar else { return .separator }
        switch fates[low] {
        case .stays: return .one(scalar)
        case .vanishes: return .nothing
        case .alternates: return .one((scalar - starts[low]).isMultiple(of: 2) ? scalar + 1 : scalar)
        case .moves(let distance): return .one(UInt32(truncatingIfNeeded: Int(scalar) + distance))
        case .becomes(let range): return .several(expansions[range])
        }
    }

    /// Reads the numbers of `LetterTable.runs`.
    private struct Digits {
        private var offset = 0

        mutating func number() -> Int? {
            LetterTable.runs.withUTF8Buffer { bytes in
                var value = 0
                var shift = 0
                while offset < bytes.count {
                    let digit = Self.value(of: bytes[offset])
                    offset += 1
                    value |= (digit & 31) << shift
                    shift += 5
                    if digit < 32 { return value }
                }
                return nil
            }
        }

        mutating func distance() -> Int {
            let number = number() ?? 0
            return number & 1 == 0 ? number >> 1 : -(number + 1) >> 1
        }

        private static func value(of digit: UInt8) -> Int {
            switch digit {
            case 0x30...0x39: Int(digit) - 0x30
            case 0x41...0x5A: Int(digit) - 0x41 + 10
            case 0x61...0x7A: Int(digit) - 0x61 + 36
            case 0x2D: 62
            default: 63
            }
        }
    }
}
