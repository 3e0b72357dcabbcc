import ControlProtocol
import TerminalRendering

/// The copies of a story, a line each.
enum CopyTable {
    static func lines(_ copies: [CopySummary], on canvas: Canvas, at time: TimeWords) -> [String] {
        var table = Table([
            .init("ID"), .init("SEEN", alignment: .right), .init("SITE", minimum: 12, maximum: 28),
            .init("WORDS", alignment: .right, expendable: 2), .init("AGAINST THE BEST COPY", minimum: 12),
            .init("HEADLINE", minimum: 16, expendable: 1),
        ])
        for copy in copies {
            table.add([
                .init(TerminalText.line(copy.short), .accent), .init(time.brief(copy.firstSeen), .dim),
                .init(TerminalText.line(copy.site), copy.isBest ? .bold : .plain),
                .init(Quantities.grouped(copy.words)),
                .init(difference(copy), .dim), .init(TerminalText.line(copy.title)),
            ])
        }
        return table.lines(on: canvas)
    }

    /// What a copy did with the text: `cuts 3, adds 1`, in paragraphs.
    static func difference(_ copy: CopySummary) -> String {
        var parts: [String] = []
        if copy.isBest {
            parts.append("the best copy")
        } else if let difference = copy.difference {
            parts.append(words(difference))
        }
        if copy.revisions > 1 { parts.append(Quantities.count(copy.revisions, "revision", "revisions")) }
        return parts.joined(separator: ", ")
    }

    static func words(_ difference: CopySummary.Difference) -> String {
        let parts = [("cuts", difference.cut), ("adds", difference.added), ("changes", difference.changed)]
            .filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "the same text" : parts.joined(separator: ", ")
    }

    static func page(_ report: CopiesReport, on canvas: Canvas, at time: TimeWords) -> [String] {
        guard canvas.columns != nil else { return lines(report.copies, on: canvas, at: time) }
        let title = TerminalText.line(report.story.title)
        let facts = "\(Quantities.count(report.copies.count, "copy", "copies")), paragraphs cut, added and changed"
        return [canvas.styled(title, .bold), canvas.styled(facts, .dim), ""]
            + lines(report.copies, on: canvas, at: time)
    }
}
