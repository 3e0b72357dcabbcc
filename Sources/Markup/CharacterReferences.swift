/// Character references (`&amp;`, `&#8217;`, `&#x2019;`) as the HTML standard reads them, §13.2.5.72–80.
package enum CharacterReferences {
    /// Where a reference stands: in an attribute value, `&copy=1` is part of a URL and not a copyright sign.
    package enum Place: Sendable {
        case text
        case attribute
    }

    /// `text` with its references replaced by what they stand for.
    package static func decode(_ text: String, in place: Place = .text) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        appendDecoded(bytes, 0..<bytes.count, in: place, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends `bytes[range]` (UTF-8) to `result`, with its references replaced.
    package static func appendDecoded(
        _ bytes: [UInt8], _ range: Range<Int>, in place: Place, to result: inout [UInt8]
    ) {
        var copied = range.lowerBound
        var index = range.lowerBound
        while let mark = bytes.first(UInt8(ascii: "&"), in: index..<range.upperBound) {
            index = mark + 1
            guard let (value, end) = reference(in: bytes, at: mark, until: range.upperBound, place: place) else {
                continue
            }
            result.append(contentsOf: bytes[copied..<mark])
            for scalar in value { result.append(scalar: scalar) }
            index = end
            copied = end
        }
        result.append(contentsOf: bytes[copied..<range.upperBound])
    }

    /// What `name` (without `&` and `;`) stands for: one or two scalars, or `nil` if HTML has no such name.
    package static func scalars(named name: some Sequence<UInt8>) -> [Unicode.Scalar]? {
        table.entry(for: Array(name)[...])?.scalars
    }

    /// The scalars that a reference starting with the `&` at `start` stands for, and where it ends.
    private static func reference(
        in bytes: [UInt8], at start: Int, until limit: Int, place: Place
    ) -> ([Unicode.Scalar], end: Int)? {
        let first = start + 1
        guard first < limit else { return nil }
        if bytes[first] == UInt8(ascii: "#") { return number(in: bytes, at: first + 1, until: limit) }
        var end = first
        while end < limit, end - first < NameTable.longestName, bytes[end].isASCIILetterOrDigit { end += 1 }
        guard end > first else { return nil }
        if end < limit, bytes[end] == UInt8(ascii: ";"), let entry = table.entry(for: bytes[first..<end]) {
            return (entry.scalars, end + 1)
        }
        // Without a semicolon the longest of the 106 old names wins: `&notit` is `¬it`.
        var length = min(end - first, NameTable.longestOldName)
        while length >= 2 {
            let nameEnd = first + length
            if let entry = table.entry(for: bytes[first..<nameEnd]), entry.worksWithoutSemicolon {
                if place == .attribute, nameEnd < limit {
                    let next = bytes[nameEnd]
                    if next == UInt8(ascii: "=") || next.isASCIILetterOrDigit { return nil }
                }
                return (entry.scalars, nameEnd)
            }
            length -= 1
        }
        return nil
    }

    private static func number(
        in bytes: [UInt8], at start: Int, until limit: Int
    ) -> ([Unicode.Scalar], end: Int)? {
        var index = start
        let isHexadecimal = index < limit && bytes[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let firstDigit = index
        var value: UInt32 = 0
        while index < limit, let digit = bytes[index].digitValue(hexadecimal: isHexadecimal) {
            if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + UInt32(digit) }
            index += 1
        }
        guard index > firstDigit else { return nil }
        if index < limit, bytes[index] == UInt8(ascii: ";") { index += 1 }
        return ([scalar(numbered: value)], index)
    }

    /// The scalar of a numeric reference: windows-1252 for 80–9F, U+FFFD for what is no character (§13.2.5.80).
    package static func scalar(numbered value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value) {
            return Unicode.Scalar(windows1252[Int(value - 0x80)]) ?? "\u{FFFD}"
        }
        if value == 0 { return "\u{FFFD}" }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]

    private static let table = NameTable(parsing: CharacterReferenceTable.source)
}

/// The names, found by open addressing: 2,125 names in 4,096 slots.
private struct NameTable {
    static let longestName = 31
    static let longestOldName = 6

    struct Entry {
        var name: [UInt8]
        var scalars: [Unicode.Scalar]
        var worksWithoutSemicolon: Bool
    }

    private var entries: [Entry] = []
    /// One more than an index into `entries`, or 0 where the slot is free.
    private var slots = [UInt16](repeating: 0, count: 4096)

    init(parsing source: StaticString) {
        source.withUTF8Buffer { text in
            for item in text.split(separator: 0x20) {
                guard let mark = item.firstIndex(where: { !$0.isASCIILetterOrDigit }) else { continue }
                let scalars = item[(mark + 1)...].split(separator: UInt8(ascii: "+")).compactMap { digits in
                    Unicode.Scalar(digits.reduce(0) { $0 << 4 | UInt32($1.digitValue(hexadecimal: true) ?? 0) })
                }
                insert(
                    Entry(
                        name: Array(item[..<mark]), scalars: scalars,
                        worksWithoutSemicolon: item[mark] == UInt8(ascii: "!")))
            }
        }
    }

    func entry(for name: ArraySlice<UInt8>) -> Entry? {
        var slot = Self.hash(name)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.name.elementsEqual(name) { return entry }
            slot = (slot + 1) & 4095
        }
        return nil
    }

    private mutating func insert(_ entry: Entry) {
        var slot = Self.hash(entry.name[...])
        while slots[slot] != 0 { slot = (slot + 1) & 4095 }
        entries.append(entry)
        slots[slot] = UInt16(entries.count)
    }

    private static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int((hash ^ hash >> 15) & 4095)
    }
}
