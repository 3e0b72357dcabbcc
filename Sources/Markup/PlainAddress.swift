/// Addresses that resolving would not change: nearly all that feeds and pages hold.
package enum PlainAddress {
    /// Whether `bytes` are an absolute web address in normal form: `http` or `https` in lower case, a host in lower
    /// case, a path, printable ASCII only, and no dot segments. Such a one needs no parsing.
    package static func holds(_ bytes: [UInt8]) -> Bool {
        // Asked for once: a global is looked up at each use.
        let (isHost, isPlain) = (isHost, isPlain)
        return bytes.withUnsafeBufferPointer { text in
            guard let hostStart = schemeEnd(text) else { return false }
            var index = hostStart
            while index < text.count, isHost[Int(text[index])] { index += 1 }
            guard index > hostStart, index < text.count, text[index] == UInt8(ascii: "/") else { return false }
            while index < text.count {
                guard isPlain[Int(text[index])] else { return false }
                if text[index] == UInt8(ascii: "/"), index + 1 < text.count, text[index + 1] == UInt8(ascii: ".") {
                    return false
                }
                index += 1
            }
            return true
        }
    }

    /// Whether `text` begins with `http://` or `https://`, in any case.
    package static func isWeb(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(8)).map(\.asciiLowercased)
        return start.withUnsafeBufferPointer { schemeEnd($0) != nil }
    }

    private static func schemeEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count >= 7, text[0] == 0x68, text[1] == 0x74, text[2] == 0x74, text[3] == 0x70 else { return nil }
        let colon = text[4] == 0x73 ? 5 : 4
        guard text.count >= colon + 3, text[colon] == 0x3A, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else {
            return nil
        }
        return colon + 3
    }

    /// Lower-case letters, digits, point and hyphen. A port needs a look at whether it is the default one.
    private static let isHost: [Bool] = (0..<256).map { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D
    }

    private static let isPlain: [Bool] = (0..<256).map { byte in
        (0x21...0x7E).contains(byte) && ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte)
    }
}
