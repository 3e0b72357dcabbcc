/// Tabs at the beginnings of lines, and what was put in their place so that the rest could be read.
struct TabIndentation {
    /// Spaces that each tab became.
    let width: Int
    /// Tabs in the indentation, by line.
    let tabsOnLine: [Int: Int]

    /// Where a position in the replaced text was in the file.
    func original(_ position: ConfigurationError.Position) -> ConfigurationError.Position {
        guard let tabs = tabsOnLine[position.line] else { return position }
        let column = max(tabs + 1, position.column - tabs * (width - 1))
        return ConfigurationError.Position(line: position.line, column: column)
    }

    /// The lines with a tab before their first word, comments aside: how many, and the column of the first.
    static func lines(of text: String) -> [Int: (count: Int, firstColumn: Int)] {
        var result: [Int: (count: Int, firstColumn: Int)] = [:]
        for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let indentation = line.prefix { $0 == 0x20 || $0 == 0x09 }
            guard let first = line.dropFirst(indentation.count).first, first != UInt8(ascii: "#"), first != 0x0D
            else { continue }
            let count = indentation.count { $0 == 0x09 }
            guard count > 0 else { continue }
            let column = indentation.prefix { $0 != 0x09 }.count + 1
            result[index + 1] = (count, column)
        }
        return result
    }

    /// The text with `width` spaces for each tab before a line's first word.
    static func replace(in text: String, width: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        var indenting = true
        for byte in text.utf8 {
            if indenting, byte == 0x09 {
                bytes.append(contentsOf: repeatElement(0x20, count: width))
                continue
            }
            indenting = byte == 0x0A || (indenting && byte == 0x20)
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
