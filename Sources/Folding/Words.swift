/// The words of a text as hashes: case, accents, width, quotes, punctuation and markup entities do not count.
///
/// In scripts that write no spaces each character is a word.
struct Words {
    /// One 64-bit hash a word, in order.
    private(set) var hashes: [UInt64] = []
    /// Where each word begins and ends in the UTF-8 form of the text.
    private(set) var starts: [UInt32] = []
    private(set) var ends: [UInt32] = []
    private(set) var kinds: [Kind] = []

    /// What a word looks like.
    enum Kind: UInt8 {
        case lowerCase
        /// Begins with a capital letter.
        case capital
        /// The same after a full stop or at the beginning, where it says little.
        case capitalAtStart
        /// Begins with a digit.
        case number
    }

    var count: Int { hashes.count }
    var isEmpty: Bool { hashes.isEmpty }

    init() {}

    /// The words of `text`, which is taken to be one paragraph.
    init(of text: String) {
        self.init()
        var text = text
        text.withUTF8 { append(from: $0, in: 0..<$0.count) }
    }

    mutating func removeAll(keepingCapacity: Bool) {
        hashes.removeAll(keepingCapacity: keepingCapacity)
        starts.removeAll(keepingCapacity: keepingCapacity)
        ends.removeAll(keepingCapacity: keepingCapacity)
        kinds.removeAll(keepingCapacity: keepingCapacity)
    }

    /// Appends the words of `bytes[range]`. Offsets are from the start of `bytes`.
    mutating func append(from bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        Self.asciiFold.withUnsafeBufferPointer { append(from: bytes, in: range, asciiFold: $0) }
    }

    private mutating func append(
        from bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, asciiFold: UnsafeBufferPointer<UInt8>
    ) {
        var open = OpenWord()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte < 0x80, byte != UInt8(ascii: "&") {
                switch asciiFold[Int(byte)] {
                case 0:
                    if offset + 1 < range.upperBound, open.goesOn(after: byte, at: offset, before: bytes[offset + 1]) {
                        break
                    }
                    close(&open, at: offset)
                    if Self.beginsSentence(byte) { open.isAtStart = true }
                case 1: break
                case let letter: open.take(UInt64(letter), at: offset, isCapital: letter != byte)
                }
                offset += 1
                continue
            }
            let (scalar, length) =
                byte == UInt8(ascii: "&")
                ? Entity.scalar(in: bytes, at: offset, before: range.upperBound)
                : UTF8Scalar.decode(bytes, at: offset, before: range.upperBound)
            take(scalar, at: offset, length, &open)
            offset += length
        }
        close(&open, at: range.upperBound)
    }

    private mutating func take(_ scalar: UInt32, at offset: Int, _ length: Int, _ open: inout OpenWord) {
        switch scalar < 0x80 ? Self.asciiLetter(scalar) : Letter.folded(scalar) {
        case .nothing: break
        case .separator:
            close(&open, at: offset)
            switch scalar {
            case 0xA9: append(Self.copyrightSign, offset..<offset + length, .lowerCase)
            case 0x201C, 0x201E, 0xAB, 0x3002, 0x2026: open.isAtStart = true
            default: break
            }
        case .one(let letter) where Letter.countsAsWord(letter):
            close(&open, at: offset)
            append(Self.finish(Self.mix(Self.seed, UInt64(letter))), offset..<offset + length, .lowerCase)
        case .one(let letter):
            open.take(UInt64(letter), at: offset, isCapital: letter != scalar && Letter.isCapital(scalar))
        case .several(let letters):
            for letter in letters { open.take(UInt64(letter), at: offset, isCapital: false) }
        }
    }

    /// A word whose end has not been seen.
    private struct OpenWord {
        var hash = Words.seed
        var start = -1
        var kind = Kind.lowerCase
        /// Letters so far.
        var letters = 0
        /// Whether a sentence or a quotation begins here.
        var isAtStart = true

        /// Whether `mark` at `offset` is inside a word: some desks write `U.S.` and `1,250`, others `US` and `1250`.
        @inline(__always)
        func goesOn(after mark: UInt8, at offset: Int, before next: UInt8) -> Bool {
            guard start >= 0, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return false }
            if kind == .number { return (0x30...0x39).contains(next) }
            // Letters and full stops have alternated so far.
            let isInitials = mark == UInt8(ascii: ".") && offset - start == 2 * letters - 1
            return isInitials && next < 0x80 && Words.asciiFold[Int(next)] > 0x39
        }

        @inline(__always)
        mutating func take(_ letter: UInt64, at offset: Int, isCapital: Bool) {
            if start < 0 {
                start = offset
                if letter >= 0x30 && letter <= 0x39 {
                    kind = .number
                } else if isCapital {
                    kind = isAtStart ? .capitalAtStart : .capital
                } else {
                    kind = .lowerCase
                }
                isAtStart = false
                letters = 0
            }
            letters += 1
            hash = Words.mix(hash, letter)
        }
    }

    @inline(__always)
    private mutating func close(_ open: inout OpenWord, at end: Int) {
        guard open.start >= 0 else { return }
        append(Self.finish(open.hash), open.start..<end, open.kind)
        open.hash = Self.seed
        open.start = -1
    }

    @inline(__always)
    private mutating func append(_ hash: UInt64, _ range: Range<Int>, _ kind: Kind) {
        hashes.append(hash)
        starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: range.upperBound))
        kinds.append(kind)
    }

    mutating func truncate(to limit: Int) {
        let excess = max(0, count - limit)
        hashes.removeLast(excess)
        starts.removeLast(excess)
        ends.removeLast(excess)
        kinds.removeLast(excess)
    }

    mutating func append(_ other: Words) {
        hashes.append(contentsOf: other.hashes)
        starts.append(contentsOf: other.starts)
        ends.append(contentsOf: other.ends)
        kinds.append(contentsOf: other.kinds)
    }

    /// The hash that a word has here, for words given in ASCII.
    static func hash(of word: some StringProtocol) -> UInt64 {
        var hash = seed
        for byte in word.utf8 where byte < 0x80 && asciiFold[Int(byte)] > 1 {
            hash = mix(hash, UInt64(asciiFold[Int(byte)]))
        }
        return finish(hash)
    }
}

extension Words {
    /// `©` is a word: furniture is known by it.
    fileprivate static let copyrightSign = hash(of: "copyright")

    fileprivate static let seed: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    @inline(__always)
    fileprivate static func mix(_ hash: UInt64, _ letter: UInt64) -> UInt64 {
        let product = (hash ^ letter) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }

    @inline(__always)
    fileprivate static func finish(_ hash: UInt64) -> UInt64 {
        let product = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }

    /// 0 parts words, 1 is nothing, else the letter or digit in lower case.
    fileprivate static let asciiFold: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        case UInt8(ascii: "'"), UInt8(ascii: "`"): 1
        default: 0
        }
    }

    @inline(__always)
    fileprivate static func beginsSentence(_ mark: UInt8) -> Bool {
        switch mark {
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "\""): true
        default: false
        }
    }

    fileprivate static func asciiLetter(_ scalar: UInt32) -> Letter {
        switch asciiFold[Int(scalar)] {
        case 0: .separator
        case 1: .nothing
        case let letter: .one(UInt32(letter))
        }
    }
}

/// Decodes one scalar from UTF-8 that may be damaged.
enum UTF8Scalar {
    /// U+FFFD with length 1 for bytes that are not UTF-8.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[offset])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, offset + length <= end else { return (first < 0x80 ? first : 0xFFFD, 1) }
        var scalar = first & (0x7F >> UInt32(length))
        for index in 1..<length {
            let byte = UInt32(bytes[offset + index])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | byte & 0x3F
        }
        return (scalar, length)
    }
}

/// A character reference that a publisher encoded twice, so that it reached the text: `&#8217;`, `&amp;`.
enum Entity {
    private static let named: [(name: [UInt8], scalar: UInt32)] = [
        ("amp", 0x26), ("quot", 0x22), ("apos", 0x27), ("lt", 0x3C), ("gt", 0x3E), ("nbsp", 0xA0), ("shy", 0xAD),
        ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C), ("rdquo", 0x201D), ("ndash", 0x2013),
        ("mdash", 0x2014), ("hellip", 0x2026), ("copy", 0xA9), ("trade", 0x2122), ("reg", 0xAE),
    ].map { (Array($0.utf8), $1) }

    /// The scalar that the reference at `offset` stands for and its length in bytes; the `&` itself if it is none.
    static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) -> (UInt32, Int) {
        let plain: (UInt32, Int) = (0x26, 1)
        let limit = min(end, offset + 10)
        guard let semicolon = (offset + 1..<max(offset + 1, limit)).first(where: { bytes[$0] == UInt8(ascii: ";") })
        else { return plain }
        let length = semicolon - offset + 1
        let body = bytes[offset + 1..<semicolon]
        if body.first == UInt8(ascii: "#") {
            let isHexadecimal = body.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
            let digits = String(decoding: body.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
            guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0, value < 0x11_0000 else {
                return plain
            }
            return (value, length)
        }
        for (name, scalar) in named where name.elementsEqual(body) { return (scalar, length) }
        return plain
    }
}
