import ControlProtocol
import TerminalRendering

/// A story to be read: headline, who wrote it and ran it, the text, and who else ran it.
struct StoryPage {
    let detail: StoryDetail
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        var lines = head
        let body = self.body
        lines += body.isEmpty ? ["", canvas.styled("There is no text of this story on this machine.", .dim)] : body
        if let source = detail.textSource {
            lines += [""] + wrapped(TerminalText.line(source)).map { canvas.styled($0, .dim) }
        }
        return lines + notes + others
    }

    private var head: [String] {
        let story = detail.story
        let title = detail.shown.title.isEmpty ? story.title : detail.shown.title
        var lines = wrapped(TerminalText.line(title)).map { canvas.styled($0, .bold) }
        let authors = detail.authors.map(TerminalText.line).filter { !$0.isEmpty }
        let written = [
            authors.isEmpty ? nil : "By " + authors.joined(separator: ", "),
            story.agency.map { StoryTable.agency($0) }, story.dateline.map(TerminalText.line),
            TerminalText.line(detail.shown.site),
        ]
        lines += wrapped(joined(written))
        let published = detail.shown.published ?? story.firstSeen
        var facts = [time.full(published)]
        if let updated = detail.updated, updated > published { facts.append("updated " + time.relative(updated)) }
        facts.append("seen " + time.relative(story.firstSeen))
        if story.copies > 1 { facts.append(Quantities.count(story.copies, "copy", "copies")) }
        if let pictures = detail.pictures { facts.append(Quantities.count(pictures, "picture", "pictures")) }
        facts.append(state)
        if story.starred { facts.append(canvas.sign("★ starred", ascii: "starred")) }
        facts += story.tags.map { "#" + TerminalText.line($0) }
        lines += wrapped(joined(facts)).map { canvas.styled($0, .dim) }
        if let link = detail.shown.link { lines.append(canvas.styled(TerminalText.line(link), .accent)) }
        return lines
    }

    private var state: String {
        let story = detail.story
        return switch story.state {
        case .unread: "unread"
        case .read: "read"
        case .updated: Quantities.count(story.newParagraphs, "new paragraph", "new paragraphs")
        }
    }

    private var body: [String] {
        var lines: [String] = []
        for block in detail.blocks {
            let text = block.kind == .code ? TerminalText.lines(block.text) : TerminalText.line(block.text)
            guard !text.isEmpty else { continue }
            lines.append("")
            // New since it was read: a bar at the side, which shows without colours too.
            let bar = block.isNew ? canvas.styled(canvas.sign("▌", ascii: "|"), .added) + " " : ""
            let space = canvas.textColumns - (block.isNew ? 2 : 0)
            lines += self.lines(of: block.kind, text, columns: space).map { bar + $0 }
        }
        return lines
    }

    private func lines(of kind: StoryDetail.Block.Kind, _ text: String, columns: Int) -> [String] {
        switch kind {
        case .paragraph: ParagraphWrap.lines(text, columns: columns)
        case .heading: ParagraphWrap.lines(text, columns: columns).map { canvas.styled($0, .bold) }
        case .item: hanging(canvas.sign("•", ascii: "-") + " ", text, columns: columns)
        case .quote: ParagraphWrap.lines(text, columns: columns - 2).map { "  " + $0 }
        case .code: text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        case .caption: ParagraphWrap.lines("[\(text)]", columns: columns).map { canvas.styled($0, .dim) }
        }
    }

    private func hanging(_ mark: String, _ text: String, columns: Int) -> [String] {
        ParagraphWrap.lines(text, columns: columns - 2).enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
    }

    private var notes: [String] {
        detail.notes.flatMap { note in
            ["", canvas.styled("Your note:", .bold)]
                + TerminalText.lines(note.text).split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { ParagraphWrap.lines(String($0), columns: canvas.textColumns - 2).map { "  " + $0 } }
        }
    }

    private var others: [String] {
        let others = detail.copies.filter { $0.id != detail.shown.id }
        guard !others.isEmpty else { return [] }
        return ["", canvas.styled("Also ran it:", .bold)]
            + CopyTable.lines(others, on: canvas, at: time).map { "  " + $0 }
    }

    private func wrapped(_ text: String) -> [String] { ParagraphWrap.lines(text, columns: canvas.textColumns) }

    private func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: canvas.sign(" · ", ascii: " - "))
    }
}
