/// Bytes as text that people copy from one machine to another: Crockford's base32 with check characters.
///
/// Every 13 characters of data are followed by one check character, and the whole is printed in groups of seven
/// with dashes between, so one check character answers for two groups. What is mistyped is therefore named by its
/// place and not just noticed. Reading forgives case, spaces, missing dashes, and O, I and L for 0, 1 and 1.
///
/// A check character is a weighted sum over GF(32), as in a Reed-Solomon code with one check symbol: the weights
/// within a block differ and none is zero, so every single wrong character and every two that changed places are
/// noticed. The number of the block goes into the sum, so that two blocks that changed places are noticed too.
enum CheckedBase32 {
    static let groupLength = 7
    /// Characters of data before each check character.
    static let dataPerBlock = 13
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var symbols: [UInt8] = []
        for (number, block) in blocks(of: fiveBitSymbols(of: bytes)).enumerated() {
            symbols += block
            symbols.append(check(of: block, number: number))
        }
        var text: [UInt8] = []
        for (index, symbol) in symbols.enumerated() {
            if index > 0, index.isMultiple(of: groupLength) { text.append(UInt8(ascii: "-")) }
            text.append(alphabet[Int(symbol)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that `text` spells. `text` is looked at only as far as `maximumLength` characters.
    static func bytes(in text: some StringProtocol, maximumLength: Int = 4096) throws(MistypedText) -> [UInt8] {
        let symbols = try symbols(in: text, maximumLength: maximumLength)
        var data: [UInt8] = []
        for (number, start) in stride(from: 0, to: symbols.count, by: dataPerBlock + 1).enumerated() {
            let last = min(start + dataPerBlock, symbols.count - 1)
            let block = symbols[start..<last]
            guard !block.isEmpty, check(of: block, number: number) == symbols[last] else {
                throw .mistyped(groups: start / groupLength + 1...last / groupLength + 1)
            }
            data += block
        }
        guard let bytes = bytes(ofFiveBitSymbols: data) else { throw .incomplete }
        return bytes
    }
}

/// Why a device id or an invitation could not be read. Groups are counted from 1, as they are printed between dashes.
package enum MistypedText: Error, Hashable, Sendable {
    /// It does not start with what says what it is.
    case prefix(expected: String)
    /// A character that never occurs in one.
    case character(Character, group: Int)
    /// A group, other than the last, that is not seven characters long.
    case groupLength(group: Int, length: Int)
    /// The check character of these groups does not agree with the rest of them.
    case mistyped(groups: ClosedRange<Int>)
    /// What is there is sound, but the end is missing, or something follows it.
    case incomplete
    /// It is sound, but of a later version of Wiredesk.
    case unknownVersion
}

extension MistypedText: CustomStringConvertible {
    package var description: String {
        switch self {
        case .prefix(let expected): "it should start with \(expected)"
        case .character(let character, let group): "\"\(character)\" in group \(group) does not belong there"
        case .groupLength(let group, let length):
            "group \(group) has \(length) characters instead of \(CheckedBase32.groupLength)"
        case .mistyped(let groups) where groups.count == 1: "group \(groups.lowerBound) is mistyped"
        case .mistyped(let groups): "group \(groups.lowerBound) or \(groups.upperBound) is mistyped"
        case .incomplete: "a part of it is missing, or something was added"
        case .unknownVersion: "it comes from a later version of Wiredesk; update this one"
        }
    }
}

extension CheckedBase32 {
    private static func symbols(in text: some StringProtocol, maximumLength: Int) throws(MistypedText) -> [UInt8] {
        let groups = text.utf8.prefix(maximumLength + 1).split(separator: UInt8(ascii: "-"))
        var symbols: [UInt8] = []
        for (index, group) in groups.enumerated() {
            let before = symbols.count
            for byte in group where byte != UInt8(ascii: " ") {
                guard let symbol = symbol(of: byte) else {
                    let place = groups.count == 1 ? symbols.count / groupLength : index
                    throw .character(Character(Unicode.Scalar(byte)), group: place + 1)
                }
                symbols.append(symbol)
            }
            let length = symbols.count - before
            if index < groups.count - 1, length != groupLength {
                throw .groupLength(group: index + 1, length: length)
            }
        }
        guard symbols.count <= maximumLength else { throw .incomplete }
        return symbols
    }

    private static func symbol(of byte: UInt8) -> UInt8? {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        switch lower {
        case UInt8(ascii: "o"): return 0
        case UInt8(ascii: "i"), UInt8(ascii: "l"): return 1
        default: return alphabet.firstIndex(of: lower).map { UInt8($0) }
        }
    }

    private static func blocks(of symbols: [UInt8]) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: symbols.count, by: dataPerBlock).map {
            symbols[$0..<min($0 + dataPerBlock, symbols.count)]
        }
    }

    /// Σ αⁱ⁺¹·sᵢ + number, over GF(32) with the primitive polynomial x⁵ + x² + 1 and α = x.
    private static func check(of block: ArraySlice<UInt8>, number: Int) -> UInt8 {
        // Horner's rule from the last symbol to the first.
        var sum: UInt8 = 0
        for symbol in block.reversed() { sum = timesAlpha(sum ^ symbol) }
        return sum ^ UInt8(number & 31)
    }

    private static func timesAlpha(_ element: UInt8) -> UInt8 {
        let shifted = element << 1
        return shifted & 32 == 0 ? shifted : shifted ^ 0b10_0101
    }

    private static func fiveBitSymbols(of bytes: [UInt8]) -> [UInt8] {
        var symbols: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                symbols.append(UInt8(pending >> UInt32(bits) & 31))
            }
        }
        if bits > 0 { symbols.append(UInt8(pending << UInt32(5 - bits) & 31)) }
        return symbols
    }

    /// `nil` if the symbols are not what `fiveBitSymbols(of:)` makes of any bytes.
    private static func bytes(ofFiveBitSymbols symbols: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for symbol in symbols {
            pending = (pending << 5 | UInt32(symbol)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(pending >> UInt32(bits) & 255))
            }
        }
        let spare = pending & (1 << UInt32(bits) - 1)
        return bits < 5 && spare == 0 ? bytes : nil
    }
}
