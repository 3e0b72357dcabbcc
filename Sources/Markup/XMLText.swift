/// The characters that XML text stands for.
enum XMLText {
    /// Appends `text[range]` to `result` with its references replaced: XML's five, numbers, those the document
    /// declares, and HTML's names, which many feeds use undeclared. An `&` that starts none of them stays.
    static func appendDecoded(
        _ text: [UInt8], _ range: Range<Int>, entities: [[UInt8]: [UInt8]], to result: inout [UInt8]
    ) {
        text.withUnsafeBufferPointer { buffer in
            let piece = UnsafeBufferPointer(rebasing: buffer[range])
            var spelled = SpelledBytes(piece)
            var copied = 0
            while let mark = piece.first(UInt8(ascii: "&"), from: copied) {
                result.append(contentsOf: UnsafeBufferPointer(rebasing: piece[copied..<mark]))
                copied = mark
                let end = reference(in: piece, at: mark, entities, &spelled, &result)
                if end == mark { result.append(UInt8(ascii: "&")) }
                copied = Swift.max(end, mark + 1)
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: piece[copied...]))
        }
    }

    /// Appends what the reference at `mark` stands for, and tells where it ends: at `mark` if there is none.
    private static func reference(
        in piece: UnsafeBufferPointer<UInt8>, at mark: Int, _ entities: [[UInt8]: [UInt8]],
        _ spelled: inout SpelledBytes, _ result: inout [UInt8]
    ) -> Int {
        guard let end = nameEnd(in: piece, from: mark) else { return mark }
        let name = UnsafeBufferPointer(rebasing: piece[(mark + 1)..<end])
        if let character = predefined(name) {
            result.append(character)
            return end + 1
        }
        if !entities.isEmpty, let value = entities[Array(name)] {
            CharacterReferences.appendDecoded(value, 0..<value.count, in: .text, to: &result)
            return end + 1
        }
        if let (bytes, end) = spelled.character(at: mark) {
            result.append(contentsOf: bytes)
            return end
        }
        guard let scalars = scalars(of: name) else { return mark }
        for scalar in scalars {
            // References to control characters are as forbidden as the characters (XML 1.0 §2.2).
            let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
            if !isControl { result.append(scalar: scalar) }
        }
        return end + 1
    }

    /// The one character that the reference at `mark` stands for in XML or HTML, and where the reference ends.
    static func scalar(
        in piece: UnsafeBufferPointer<UInt8>, at mark: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        guard mark < piece.count, piece[mark] == UInt8(ascii: "&"), let end = nameEnd(in: piece, from: mark),
            let scalars = scalars(of: UnsafeBufferPointer(rebasing: piece[(mark + 1)..<end])), scalars.count == 1
        else { return nil }
        return (scalars[0], end + 1)
    }

    /// Where the name of the reference at `mark` ends in a semicolon.
    private static func nameEnd(in piece: UnsafeBufferPointer<UInt8>, from mark: Int) -> Int? {
        let start = mark + 1
        var end = start
        let limit = Swift.min(piece.count, start + 40)
        while end < limit,
            piece[end].isASCIILetterOrDigit || (end == start && piece[end] == UInt8(ascii: "#"))
                || piece[end] == 0x5F || piece[end] == 0x2D || piece[end] == 0x2E
        {
            end += 1
        }
        return end > start && end < piece.count && piece[end] == UInt8(ascii: ";") ? end : nil
    }

    private static func scalars(of name: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar]? {
        name[0] == UInt8(ascii: "#") ? scalar(of: name).map { [$0] } : CharacterReferences.scalars(named: name)
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
