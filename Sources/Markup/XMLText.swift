/// The characters that XML text stands for.
enum XMLText {
    /// The growth that declared entities may cause in one piece of text.
    private static let expansionLimit = 1 << 20

    /// Appends `text[range]` to `result` with its references replaced: XML's five, numbers, those the document
    /// declares, and HTML's names, which many feeds use undeclared. An `&` that starts none of them stays.
    static func appendDecoded(
        _ text: [UInt8], _ range: Range<Int>, entities: [[UInt8]: [UInt8]], to result: inout [UInt8]
    ) {
        text.withUnsafeBufferPointer { buffer in
            let piece = UnsafeBufferPointer(rebasing: buffer[range])
            var copied = 0
            var expanded = 0
            while let mark = piece.first(UInt8(ascii: "&"), from: copied) {
                result.append(contentsOf: UnsafeBufferPointer(rebasing: piece[copied..<mark]))
                copied = mark
                let end = reference(in: piece, at: mark, entities, &expanded, &result)
                if end == mark { result.append(UInt8(ascii: "&")) }
                copied = Swift.max(end, mark + 1)
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: piece[copied...]))
        }
    }

    /// Appends what the reference at `mark` stands for, and tells where it ends: at `mark` if there is none.
    private static func reference(
        in piece: UnsafeBufferPointer<UInt8>, at mark: Int, _ entities: [[UInt8]: [UInt8]], _ expanded: inout Int,
        _ result: inout [UInt8]
    ) -> Int {
        let start = mark + 1
        var end = start
        let limit = Swift.min(piece.count, start + 40)
        while end < limit,
            piece[end].isASCIILetterOrDigit || (end == start && piece[end] == UInt8(ascii: "#"))
                || piece[end] == 0x5F || piece[end] == 0x2D || piece[end] == 0x2E
        {
            end += 1
        }
        guard end > start, end < piece.count, piece[end] == UInt8(ascii: ";") else { return mark }
        let name = UnsafeBufferPointer(rebasing: piece[start..<end])
        if name[0] == UInt8(ascii: "#") {
            guard let scalar = scalar(of: name) else { return mark }
            if let end = appendUTF8Bytes(in: piece, from: mark, lead: scalar.value, to: &result) { return end }
            // References to control characters are as forbidden as the characters (XML 1.0 §2.2).
            if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                result.append(scalar: scalar)
            }
            return end + 1
        }
        if let character = predefined(name) {
            result.append(character)
            return end + 1
        }
        if !entities.isEmpty, let value = entities[Array(name)] {
            expanded += value.count
            guard expanded <= expansionLimit else { return mark }
            CharacterReferences.appendDecoded(value, 0..<value.count, in: .text, to: &result)
            return end + 1
        }
        guard let scalars = CharacterReferences.scalars(named: name) else { return mark }
        for scalar in scalars { result.append(scalar: scalar) }
        return end + 1
    }

    /// References to the bytes of one UTF-8 character (`&#195;&#169;` for é), which is what a program writes that takes
    /// UTF-8 for Latin-1. Appends that character, and tells where the last reference ends.
    private static func appendUTF8Bytes(
        in piece: UnsafeBufferPointer<UInt8>, from mark: Int, lead: UInt32, to result: inout [UInt8]
    ) -> Int? {
        guard (0xC2...0xF4).contains(lead) else { return nil }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var bytes: [UInt8] = []
        var index = mark
        while bytes.count < length {
            guard let end = piece.first(UInt8(ascii: ";"), from: index), end - index < 8, end - index > 2,
                piece[index] == UInt8(ascii: "&"), piece[index + 1] == UInt8(ascii: "#"),
                let number = Int(String(decoding: piece[(index + 2)..<end], as: UTF8.self)),
                (0x80...0xFF).contains(number)
            else { return nil }
            bytes.append(UInt8(number))
            index = end + 1
        }
        guard bytes.withUnsafeBufferPointer({ $0.utf8SequenceLength(at: 0) }) == length else { return nil }
        result.append(contentsOf: bytes)
        return index
    }

    private static func scalar(of name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = name.count > 1 && name[1].asciiLowercased == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard let digit = digit.digitValue(hexadecimal: isHexadecimal) else { return nil }
            if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + UInt32(digit) }
        }
        return CharacterReferences.scalar(numbered: value)
    }

    /// Whether `name` is one of the five that XML itself defines.
    static func isPredefined(_ name: UnsafeBufferPointer<UInt8>) -> Bool { predefined(name) != nil }

    @inline(__always)
    private static func predefined(_ name: UnsafeBufferPointer<UInt8>) -> UInt8? {
        switch name.count {
        case 2 where name[1] == UInt8(ascii: "t"):
            name[0] == UInt8(ascii: "l") ? 0x3C : name[0] == UInt8(ascii: "g") ? 0x3E : nil
        case 3 where name[0] == UInt8(ascii: "a") && name[1] == UInt8(ascii: "m") && name[2] == UInt8(ascii: "p"):
            0x26
        case 4 where name.elementsEqual("quot".utf8): 0x22
        case 4 where name.elementsEqual("apos".utf8): 0x27
        default: nil
        }
    }
}
