/// Makes text from elsewhere fit to be shown: what a feed, a page or a peer wrote must not command the terminal.
///
/// Control characters, escape sequences, and the signs that reorder or hide what follows (Unicode TR 36 §2.8.1) do not
/// come through. Letters of every script do, right-to-left ones included.
package enum TerminalText {
    /// One line: white space of any kind becomes single spaces.
    package static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !text.contains("  "), text.first != " ",
            text.last != " "
        {
            return text
        }
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value == 0 {
                pendingSpace = !result.isEmpty
            } else if isShown(scalar) {
                if pendingSpace { result.append(" ") }
                pendingSpace = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Several lines: line feeds stay, tabs become spaces, carriage returns go.
    package static func lines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(scalar)
            case "\t": result.append(contentsOf: "    ".unicodeScalars)
            case "\u{2028}", "\u{2029}": result.append("\n")
            default: if isShown(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// JSON with its unsafe signs written as `\u009b`: the same document, without what it would do to a terminal.
    package static func json(_ document: String) -> String {
        guard document.unicodeScalars.contains(where: isUnsafe) else { return document }
        var result = String.UnicodeScalarView()
        for scalar in document.unicodeScalars {
            guard isUnsafe(scalar) else {
                result.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                let digits = String(unit, radix: 16)
                result.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).unicodeScalars)
            }
        }
        return String(result)
    }

    /// A soft hyphen shows only where a line is broken at it; terminals show it everywhere, or leave a gap.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool { scalar != "\u{AD}" && !isUnsafe(scalar) }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Bidirectional overrides, embeddings and isolates; invisible operators; the byte order mark; tag characters;
        // interlinear annotation.
        case 0x202A...0x202E, 0x2066...0x2069, 0x2060...0x2064, 0xFEFF, 0xE0000...0xE0FFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}
