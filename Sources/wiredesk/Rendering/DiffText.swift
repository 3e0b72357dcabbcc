import ControlProtocol
import TerminalRendering

/// A word diff for reading: what went struck through in red, what came in green; without colours in [-…-] and {+…+},
/// as wdiff(1) writes it.
struct DiffText {
    let report: DiffReport
    /// Leave out what both have, but for the paragraphs in which something changed.
    let onlyChanges: Bool
    /// Show only what the right side has and the left has not.
    let onlyAdded: Bool
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        var lines = [side("---", report.left), side("+++", report.right)]
        if report.paragraphs.allSatisfy({ $0.allSatisfy { $0.kind == .same } }) {
            let isOne = report.left.copy.id == report.right.copy.id && report.left.revision == report.right.revision
            return isOne
                ? [lines[0], "", "It was never edited: there is nothing to compare."]
                : lines + ["", "The texts are the same."]
        }
        var skipped = 0
        var hasChanges = false
        for paragraph in report.paragraphs {
            let runs = onlyAdded ? paragraph.filter { $0.kind == .added } : paragraph
            let isUnchanged = runs.allSatisfy { $0.kind == .same }
            hasChanges = hasChanges || !isUnchanged
            if isUnchanged, onlyChanges || onlyAdded {
                skipped += runs.isEmpty ? 0 : 1
                continue
            }
            if skipped > 0 { lines += ["", skippedLine(skipped)] }
            skipped = 0
            lines.append("")
            lines += wrapped(runs)
        }
        if skipped > 0 { lines += ["", skippedLine(skipped)] }
        return hasChanges ? lines : lines + ["", "Nothing was added."]
    }

    private func skippedLine(_ count: Int) -> String {
        let words = Quantities.count(count, "paragraph is", "paragraphs are")
        return canvas.styled("(\(words) the same)", .dim)
    }

    private func side(_ mark: String, _ side: DiffReport.Side) -> String {
        let copy = side.copy
        let revision = copy.revisions > 1 ? ", revision \(side.revision) of \(copy.revisions)" : ""
        let name = "\(TerminalText.line(copy.site))  \(TerminalText.line(copy.short))\(revision), "
        return canvas.styled("\(mark) \(name)\(time.full(copy.published ?? copy.firstSeen))", .bold)
    }

    /// Words keep their look across the ends of lines.
    private func wrapped(_ runs: [DiffReport.Run]) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        for run in runs {
            let words = TerminalText.line(run.text).split(separator: " ")
            for (index, word) in words.enumerated() {
                let text = marked(String(word), run.kind, isFirst: index == 0, isLast: index == words.count - 1)
                let columns = DisplayWidth.columns(text)
                if width > 0, width + 1 + columns > canvas.textColumns {
                    lines.append(line)
                    line = ""
                    width = 0
                }
                if width > 0 {
                    line += " "
                    width += 1
                }
                line += canvas.styled(text, style(run.kind))
                width += columns
            }
        }
        if width > 0 { lines.append(line) }
        return lines
    }

    private func marked(_ word: String, _ kind: DiffReport.Run.Kind, isFirst: Bool, isLast: Bool) -> String {
        guard !canvas.hasColour else { return word }
        return switch kind {
        case .same: word
        case .removed: (isFirst ? "[-" : "") + word + (isLast ? "-]" : "")
        case .added: (isFirst ? "{+" : "") + word + (isLast ? "+}" : "")
        }
    }

    private func style(_ kind: DiffReport.Run.Kind) -> Style {
        switch kind {
        case .same: .plain
        case .removed: .removed
        case .added: .added
        }
    }
}

/// The revisions of an article, a line each.
enum RevisionTable {
    static func lines(_ revisions: [RevisionSummary], on canvas: Canvas, at time: TimeWords) -> [String] {
        var table = Table([
            .init("REV", alignment: .right), .init("SEEN"), .init("WORDS", alignment: .right),
            .init("AGAINST THE ONE BEFORE", minimum: 12), .init("HEADLINE", minimum: 16, expendable: 1),
        ])
        for revision in revisions {
            table.add([
                .init(String(revision.number), .accent), .init(time.full(revision.seen), .dim),
                .init(Quantities.grouped(revision.words)),
                .init(revision.difference.map(CopyTable.words) ?? "the first", .dim),
                .init(TerminalText.line(revision.title)),
            ])
        }
        return table.lines(on: canvas)
    }
}
