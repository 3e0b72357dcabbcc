/// Base64 with white space anywhere and padding or not (RFC 4648 §4).
enum Base64 {
    /// `nil` if `text` holds anything else, or nothing.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount = 0
        var padded = false
        for byte in text {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0x3D:
                padded = true
                continue
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: continue
            default: return nil
            }
            if padded { return nil }
            bits = bits << 6 | value
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        return result.isEmpty ? nil : result
    }
}
