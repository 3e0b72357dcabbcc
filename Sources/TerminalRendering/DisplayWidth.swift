/// How many columns of a terminal some text takes.
///
/// Terminals agree on this for nearly everything: two for East Asian wide letters and emoji, none for marks that
/// combine with the letter before, one for the rest.
package enum DisplayWidth {
    /// Columns of one line of text that went through `TerminalText`.
    package static func columns(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// Columns of one user-perceived character: those of its scalars together, as wcwidth(3) has it, but never more
    /// than two where they are joined into one picture.
    package static func columns(_ character: Character) -> Int {
        var sum = 0
        var isWide = false
        for scalar in character.unicodeScalars {
            // U+FE0F asks for the coloured form, which is wide, of what would be a narrow sign.
            if scalar.value == 0xFE0F { return 2 }
            let columns = columns(scalar)
            sum += columns
            isWide = isWide || columns == 2
        }
        return isWide ? min(sum, 2) : sum
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
        case .format: return scalar.value == 0xAD ? 1 : 0
        default: break
        }
        // Hangul vowels and finals join the syllable that their initial began.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return WideScalars.contains(scalar) || (0x1F1E6...0x1F1FF).contains(scalar.value) ? 2 : 1
    }

    /// As much of the text as fits into `columns`, with “…” in the last one if something had to go.
    package static func fit(_ text: String, to columns: Int) -> String {
        guard self.columns(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let width = self.columns(character)
            if used + width > columns - 1 { break }
            result.append(character)
            used += width
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    /// The text with spaces after it (or before it) up to `columns`.
    package static func pad(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
        let missing = String(repeating: " ", count: max(0, columns - self.columns(text)))
        return alignment == .left ? text + missing : missing + text
    }

    package enum Alignment: Sendable {
        case left, right
    }
}
