import Model

/// The stored form of a fingerprint: about 16 bytes of head, then 2 bytes a word.
///
/// ```
/// version   UInt16, big-endian      rulesVersion
/// form      UInt8                   Form.rawValue
/// textHash  UInt64, big-endian
/// wordCount, words                  two variable-length integers; words is wordCount or 0
/// words × BodyWord.bits             UInt16, big-endian
/// ```
/// A variable-length integer has 7 bits a byte, lowest first, the high bit set on all bytes but the last.
extension Fingerprint {
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24 + words.count * 2)
        bytes.append(UInt8(rulesVersion >> 8))
        bytes.append(UInt8(truncatingIfNeeded: rulesVersion))
        bytes.append(form.rawValue)
        bytes.append(bigEndian: textHash)
        for count in [wordCount, words.count] { bytes.append(variableLength: UInt64(count)) }
        words.withUnsafeBufferPointer { words in
            for word in words {
                bytes.append(UInt8(word.bits >> 8))
                bytes.append(UInt8(truncatingIfNeeded: word.bits))
            }
        }
        return bytes
    }

    package init?(decoding bytes: [UInt8]) {
        guard let fingerprint = bytes.withUnsafeBufferPointer({ Fingerprint(decoding: $0) }) else { return nil }
        self = fingerprint
    }

    /// `nil` unless `bytes` are exactly what `encoded` gives for some fingerprint.
    package init?(decoding bytes: UnsafeBufferPointer<UInt8>) {
        var reader = ByteReader(bytes: bytes)
        guard let version = reader.unsigned(byteCount: 2),
            let form = reader.unsigned(byteCount: 1).flatMap({ Form(rawValue: UInt8(truncatingIfNeeded: $0)) }),
            let textHash = reader.unsigned(byteCount: 8),
            let wordCount = reader.count(limit: FoldingRules.mostWords),
            let storedWords = reader.count(limit: wordCount), storedWords == wordCount || storedWords == 0,
            storedWords * 2 == reader.remaining
        else { return nil }
        let pairs = UnsafeBufferPointer(rebasing: bytes.suffix(storedWords * 2))
        let words = [BodyWord](unsafeUninitializedCapacity: storedWords) { words, count in
            for index in 0..<storedWords {
                let bits = UInt16(pairs[index * 2]) << 8 | UInt16(pairs[index * 2 + 1])
                words.initializeElement(at: index, to: BodyWord(bits: bits))
            }
            count = storedWords
        }
        self.init(
            rulesVersion: UInt16(truncatingIfNeeded: version), form: form, textHash: textHash, wordCount: wordCount,
            words: words)
    }
}

/// Reads numbers from bytes that may be anything.
private struct ByteReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var remaining: Int { bytes.count - offset }

    /// Big-endian; `nil` if the bytes end before.
    mutating func unsigned(byteCount: Int) -> UInt64? {
        guard remaining >= byteCount else { return nil }
        var value: UInt64 = 0
        for byte in bytes[offset..<offset + byteCount] { value = value << 8 | UInt64(byte) }
        offset += byteCount
        return value
    }

    /// At most 56 bits, in the shortest form.
    mutating func variableLength() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 56, by: 7) {
            guard remaining > 0 else { return nil }
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return byte == 0 && shift > 0 ? nil : value }
        }
        return nil
    }

    mutating func count(limit: Int) -> Int? {
        guard let value = variableLength(), value <= UInt64(max(0, limit)) else { return nil }
        return Int(value)
    }
}

extension [UInt8] {
    fileprivate mutating func append(variableLength value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
