/// Running text in lines of a given width.
package enum ParagraphWrap {
    /// The lines of one paragraph that went through `TerminalText.line`.
    ///
    /// A line breaks at spaces, and between wide letters, whose scripts write no spaces. A word that is wider than a
    /// line is broken where the line ends.
    package static func lines(_ text: String, columns: Int) -> [String] {
        let columns = max(1, columns)
        var lines: [String] = []
        var line = ""
        var width = 0
        var word = ""
        var wordWidth = 0

        func endLine() {
            while line.last == " " { line.removeLast() }
            if !line.isEmpty { lines.append(line) }
            line = ""
            width = 0
        }
        func placeWord() {
            if width + wordWidth > columns { endLine() }
            line += word
            width += wordWidth
            word = ""
            wordWidth = 0
        }
        for character in text {
            let characterWidth = DisplayWidth.columns(character)
            if character == " " {
                placeWord()
                if width > 0, width < columns {
                    line.append(" ")
                    width += 1
                } else if width >= columns {
                    endLine()
                }
            } else if characterWidth == 2 {
                placeWord()
                if width + 2 > columns { endLine() }
                line.append(character)
                width += 2
            } else {
                if wordWidth + characterWidth > columns { placeWord() }
                word.append(character)
                wordWidth += characterWidth
            }
        }
        placeWord()
        endLine()
        return lines
    }
}
