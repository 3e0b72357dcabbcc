/// What one look over bytes says about them as UTF-8.
struct UTF8Survey: Equatable {
    /// Well-formed sequences of two bytes or more.
    var multibyteCharacters = 0
    /// Bytes that belong to no well-formed sequence.
    var badBytes = 0
    /// C0 control characters other than tab, line feed and carriage return, which no XML document may hold, and C1
    /// control characters, which are windows-1252 characters that someone took for Latin-1.
    var controlCharacters = 0
    /// Where the first bad byte or control character stands.
    var firstFault: Int?

    var isValid: Bool { badBytes == 0 }
    var isClean: Bool { badBytes == 0 && controlCharacters == 0 }

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let count = bytes.count
        while index < count {
            index = bytes.skippingPlainASCII(from: index)
            guard index < count else { return }
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
                    controlCharacters += 1
                    if firstFault == nil { firstFault = index }
                }
                index += 1
            } else {
                let length = bytes.utf8SequenceLength(at: index)
                if length == 0 {
                    badBytes += 1
                    if firstFault == nil { firstFault = index }
                    index += 1
                } else {
                    if byte == 0xC2 && bytes[index + 1] < 0xA0 {
                        controlCharacters += 1
                        if firstFault == nil { firstFault = index }
                    }
                    multibyteCharacters += 1
                    index += length
                }
            }
        }
    }
}

/// Repairs text that is UTF-8 but for some bytes.
enum UTF8Repair {
    /// `bytes` with each bad byte read as the windows-1252 character that its writer most likely meant, and without
    /// C0 control characters; C1 ones are read as windows-1252 too. A form feed becomes a space, since HTML counts it as one.
    ///
    /// The repair is local on purpose: a feed with one bad byte keeps every other character.
    static func repair(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var index = 0
        while index < bytes.count {
            let plainEnd = bytes.skippingPlainASCII(from: index)
            result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<plainEnd]))
            index = plainEnd
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte < 0x80 {
                switch byte {
                case 0x09, 0x0A, 0x0D, 0x20...0x7F: result.append(byte)
                case 0x0C: result.append(0x20)
                default: break
                }
                index += 1
            } else {
                let length = bytes.utf8SequenceLength(at: index)
                if length == 0 {
                    result.append(scalar: Windows1252.scalar(of: byte))
                    index += 1
                } else if byte == 0xC2 && bytes[index + 1] < 0xA0 {
                    result.append(scalar: Windows1252.scalar(of: bytes[index + 1]))
                    index += 2
                } else {
                    result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<index + length]))
                    index += length
                }
            }
        }
        return result
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first index from `start` on that holds something else than printable ASCII (a line end counts as something
    /// else, but only costs a look). Eight bytes at a time.
    @inline(__always)
    fileprivate func skippingPlainASCII(from start: Int) -> Int {
        guard let base = UnsafeRawPointer(baseAddress) else { return start }
        var index = start
        while index + 8 <= count {
            let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The high bit of each byte that is below 0x20 or at least 0x80 (Mycroft's "haszero" trick).
            let below = (word &- 0x2020_2020_2020_2020) & ~word
            let found = (below | word) & 0x8080_8080_8080_8080
            if found != 0 {
                // Words are little-endian on every machine Linux Swift runs on; a false mark can only lie above a true one.
                return index + found.trailingZeroBitCount / 8
            }
            index += 8
        }
        while index < count, self[index] >= 0x20, self[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the well-formed UTF-8 sequence that starts at `index` with a byte ≥ 0x80, or 0
    /// (The Unicode Standard, table 3-7).
    @inline(__always)
    func utf8SequenceLength(at index: Int) -> Int {
        let left = count - index
        let first = self[index]
        func continues(_ offset: Int) -> Bool { self[index + offset] & 0xC0 == 0x80 }
        switch first {
        case 0xC2...0xDF:
            return left >= 2 && continues(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, continues(1), continues(2) else { return 0 }
            if first == 0xE0 && self[index + 1] < 0xA0 { return 0 }
            if first == 0xED && self[index + 1] > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, continues(1), continues(2), continues(3) else { return 0 }
            if first == 0xF0 && self[index + 1] < 0x90 { return 0 }
            if first == 0xF4 && self[index + 1] > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }
}
