/// Just enough of a compressor for a bomb: gzip (RFC 1952) around one deflate block with fixed codes (RFC 1951
/// §3.2.6), in which a zero byte is repeated by matches of 258 bytes at distance 1. 158 bytes for each on the wire.
enum Deflate {
    static func gzip(ofZeros count: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(1, count: 1)  // the last block
        bits.append(0b01, count: 2)  // fixed codes
        bits.append(code: 0x30, count: 8)  // literal 0
        var left = count - 1
        while left >= 258 {
            bits.append(code: 0b1100_0101, count: 8)  // length 258
            bits.append(code: 0, count: 5)  // distance 1
            left -= 258
        }
        for _ in 0..<left { bits.append(code: 0x30, count: 8) }
        bits.append(code: 0, count: 7)  // end of block
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        return header + bits.padded + littleEndian(crcOfZeros(count)) + littleEndian(UInt32(truncatingIfNeeded: count))
    }

    private struct Bits {
        private var bytes: [UInt8] = []
        private var used = 8

        /// Low bit first.
        mutating func append(_ value: Int, count: Int) {
            for bit in 0..<count { append(value >> bit & 1 == 1) }
        }

        /// Huffman codes go high bit first (§3.1.1).
        mutating func append(code: Int, count: Int) {
            for bit in (0..<count).reversed() { append(code >> bit & 1 == 1) }
        }

        private mutating func append(_ bit: Bool) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            if bit { bytes[bytes.count - 1] |= 1 << UInt8(used) }
            used += 1
        }

        var padded: [UInt8] { bytes }
    }

    private static func crcOfZeros(_ count: Int) -> UInt32 {
        let table = (UInt32(0)..<256).map { index in
            (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
        var crc: UInt32 = .max
        for _ in 0..<count { crc = table[Int(crc & 255)] ^ crc >> 8 }
        return ~crc
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
    }
}
