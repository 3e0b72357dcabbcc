/// UTF-8 characters whose bytes a program took for characters of Windows-1252, and wrote as references: `&#195;&#169;`
/// or `&Atilde;&copy;` for é, `&acirc;&euro;&trade;` for ’.
struct SpelledBytes {
    private let piece: UnsafeBufferPointer<UInt8>
    private var isWhole: Bool?

    /// - Parameter piece: text with references, to the end of its element.
    init(_ piece: UnsafeBufferPointer<UInt8>) { self.piece = piece }

    /// The character that is spelled from the reference at `mark` on, and where its last reference ends.
    ///
    /// One such pair may be meant as it stands (`&Atilde;&nbsp;` at the end of a word), so the whole text has to be
    /// written so: no reference to the upper half of Windows-1252 outside such a character, nothing else beyond ASCII.
    mutating func character(at mark: Int) -> (bytes: [UInt8], end: Int)? {
        guard let spelled = spelled(at: mark) else { return nil }
        let isWhole = isWhole ?? isWholeSpelled()
        self.isWhole = isWhole
        return isWhole ? spelled : nil
    }

    private func isWholeSpelled() -> Bool {
        guard !piece.contains(where: { $0 >= 0x80 }) else { return false }
        var index = 0
        while let mark = piece.first(UInt8(ascii: "&"), from: index) {
            index = mark + 1
            guard let reference = XMLText.scalar(in: piece, at: mark), !reference.scalar.isASCII else { continue }
            guard let spelled = spelled(at: mark) else { return false }
            index = spelled.end
        }
        return true
    }

    private func spelled(at mark: Int) -> (bytes: [UInt8], end: Int)? {
        guard let lead = byte(at: mark) else { return nil }
        let length: Int
        switch lead.byte {
        // U+01C0 to U+037F, which begin with C7 to CD, no feed writes; `&Eacute;&nbsp;` some do.
        case 0xC2...0xC6, 0xCE...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        var bytes = [lead.byte]
        var end = lead.end
        while bytes.count < length {
            guard let next = byte(at: end), (0x80...0xBF).contains(next.byte) else { return nil }
            bytes.append(next.byte)
            end = next.end
        }
        let isCharacter = bytes.withUnsafeBufferPointer { $0.utf8SequenceLength(at: 0) } == length
        return isCharacter ? (bytes, end) : nil
    }

    private func byte(at mark: Int) -> (byte: UInt8, end: Int)? {
        guard let reference = XMLText.scalar(in: piece, at: mark),
            let byte = Windows1252.byte(of: reference.scalar), byte >= 0x80
        else { return nil }
        return (byte, reference.end)
    }
}
