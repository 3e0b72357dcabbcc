extension UInt8 {
    /// Space, tab, line feed, form feed or carriage return: what HTML calls white space.
    @inlinable @inline(__always)
    package var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

    @inlinable @inline(__always)
    package var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    @inlinable @inline(__always)
    package var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

    @inlinable @inline(__always)
    package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

    @inlinable @inline(__always)
    package var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    @inline(__always)
    func digitValue(hexadecimal: Bool) -> UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46 where hexadecimal: self - 0x41 + 10
        case 0x61...0x66 where hexadecimal: self - 0x61 + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Where `byte` first stands in `range`.
    @inline(__always)
    func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[..<range.upperBound]).first(byte, from: range.lowerBound)
        }
    }

    /// Appends the UTF-8 form of `scalar`.
    @inlinable @inline(__always)
    package mutating func append(scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else if value < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }

    /// Without the HTML white space at both ends.
    package func trimmingHTMLSpace() -> [UInt8] {
        guard let first = firstIndex(where: { !$0.isHTMLSpace }), let last = lastIndex(where: { !$0.isHTMLSpace })
        else { return [] }
        return first == 0 && last == count - 1 ? self : Array(self[first...last])
    }
}
