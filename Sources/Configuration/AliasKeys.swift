/// Finds keys that are not plain words in a file that uses aliases.
///
/// The YAML reader compares keys by value before anything can be counted, so a key that is a few nested aliases
/// would keep it busy for ever. This looks at the characters alone, before the reader does: it may take a quoted
/// bracket for a real one, never the other way round, and only in files that have both anchors and aliases.
enum AliasKeys {
    /// The first place where a key begins with `?`, is an alias, or ends with a bracket; `nil` if there is none.
    static func first(in text: String) -> ConfigurationError.Position? {
        let bytes = Array(text.utf8)
        guard has(UInt8(ascii: "&"), in: bytes), has(UInt8(ascii: "*"), in: bytes) else { return nil }
        var line = 1
        var lineStart = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0A:
                line += 1
                lineStart = index + 1
            case UInt8(ascii: "?") where beginsToken(at: index, in: bytes),
                UInt8(ascii: ":") where followsCollection(at: index, in: bytes):
                return ConfigurationError.Position(line: line, column: index - lineStart + 1)
            default: break
            }
        }
        return nil
    }

    /// Whether an indicator stands where a token begins, right before a name.
    private static func has(_ indicator: UInt8, in bytes: [UInt8]) -> Bool {
        bytes.indices.contains {
            bytes[$0] == indicator && beginsToken(at: $0, in: bytes) && !endsToken(after: $0, in: bytes)
        }
    }

    private static func beginsToken(at index: Int, in bytes: [UInt8]) -> Bool {
        guard index > 0 else { return true }
        return switch bytes[index - 1] {
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"),
            UInt8(ascii: "?"):
            true
        default: false
        }
    }

    private static func endsToken(after index: Int, in bytes: [UInt8]) -> Bool {
        guard index + 1 < bytes.count else { return true }
        return switch bytes[index + 1] {
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "&"): true
        default: false
        }
    }

    /// Whether the colon at `index` comes after a closing bracket or an alias.
    private static func followsCollection(at index: Int, in bytes: [UInt8]) -> Bool {
        var end = index
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        guard end > 0 else { return false }
        if bytes[end - 1] == UInt8(ascii: "]") || bytes[end - 1] == UInt8(ascii: "}") { return true }
        var start = end
        while start > 0, !beginsToken(at: start, in: bytes) { start -= 1 }
        return bytes[start] == UInt8(ascii: "*")
    }
}
