import ControlProtocol
import TerminalRendering

/// Stories, a line each.
enum StoryTable {
    static func lines(_ stories: [StorySummary], on canvas: Canvas, at time: TimeWords) -> [String] {
        var table = Table([
            .init(" "), .init("ID"), .init("AGENCY", maximum: 10, expendable: 2), .init("STORY", minimum: 20),
            .init("COPIES", alignment: .right, expendable: 3), .init("SEEN", alignment: .right, expendable: 1),
            .init("SITE", minimum: 8, maximum: 18, expendable: 4),
            .init("TAGS", minimum: 6, maximum: 20, expendable: 5),
        ])
        for story in stories {
            let isRead = story.state == .read
            table.add([
                marker(story, on: canvas), .init(TerminalText.line(story.short), .accent),
                .init(agency(story.agency), .dim), .init(headline(story), isRead ? .dim : .bold),
                .init(story.copies > 1 ? String(story.copies) : "", .plain),
                .init(time.brief(story.firstSeen), .dim), .init(TerminalText.line(story.site), .dim),
                .init(story.tags.map { "#" + TerminalText.line($0) }.joined(separator: " "), .dim),
            ])
        }
        return table.lines(on: canvas)
    }

    /// What the eye looks for first: unread, updated, starred, noted.
    static func marker(_ story: StorySummary, on canvas: Canvas) -> Table.Cell {
        var marks = story.starred ? canvas.sign("★", ascii: "!") : ""
        if story.hasNote { marks += canvas.sign("✎", ascii: "n") }
        return switch story.state {
        case .unread: .init(canvas.sign("●", ascii: "*") + marks, .accent)
        case .updated: .init(canvas.sign("◐", ascii: "+") + marks, .warning)
        case .read: .init(marks, .warning)
        }
    }

    /// The short names of agencies are written in capitals, as their own style books do; longer ones as words.
    static func agency(_ name: String?) -> String {
        guard let name else { return "" }
        let text = TerminalText.line(name)
        return text.utf8.count <= 4 ? text.uppercased() : text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func headline(_ story: StorySummary) -> String {
        var text = TerminalText.line(story.title)
        if text.isEmpty { text = "(no headline)" }
        if story.state == .updated, story.newParagraphs > 0 {
            let count = Quantities.count(story.newParagraphs, "new paragraph", "new paragraphs")
            text = "[\(count)] " + text
        }
        return text
    }
}

/// Search results: each story's line, and under it the passage in which the words stand.
enum SearchText {
    static func lines(_ hits: [SearchHit], on canvas: Canvas, at time: TimeWords) -> [String] {
        let rows = StoryTable.lines(hits.map(\.story), on: canvas, at: time)
        guard canvas.columns != nil, rows.count == hits.count + 1 else { return rows }
        var result = [rows[0]]
        for (row, hit) in zip(rows.dropFirst(), hits) {
            result.append(row)
            result += passage(hit.passage, on: canvas)
        }
        return result
    }

    /// The passage on at most two lines, with the words that were found standing out.
    private static func passage(_ pieces: [SearchHit.Piece], on canvas: Canvas) -> [String] {
        let indent = "    "
        let columns = max(20, canvas.textColumns - indent.count)
        let text = TerminalText.line(pieces.map(\.text).joined())
        let matches = Set(pieces.filter(\.isMatch).map { TerminalText.line($0.text) }.filter { !$0.isEmpty })
        var lines = ParagraphWrap.lines(text, columns: columns)
        if lines.count > 2 { lines = [lines[0], DisplayWidth.fit(lines[1] + " " + lines[2], to: columns)] }
        return lines.map { line in
            indent
                + words(of: line).map { canvas.styled($0, matches.contains(word($0)) ? .match : .dim) }.joined(
                    separator: " ")
        }
    }

    private static func words(of line: String) -> [String] {
        line.split(separator: " ").map(String.init)
    }

    /// A word without the punctuation around it.
    private static func word(_ text: String) -> String {
        var word = Substring(text)
        while let last = word.last, last.isPunctuation { word.removeLast() }
        while let first = word.first, first.isPunctuation { word.removeFirst() }
        return String(word)
    }
}
