import ControlProtocol
import TerminalRendering

/// Feeds, a line each; what is wrong with one stands below it.
enum FeedTable {
    static func lines(_ feeds: [FeedSummary], on canvas: Canvas, at time: TimeWords) -> [String] {
        var table = Table([
            .init(" "), .init("ID", expendable: 1), .init("FEED", minimum: 16), .init("UNREAD", alignment: .right),
            .init("ARTICLES", alignment: .right, expendable: 3), .init("NEW", alignment: .right, expendable: 2),
            .init("NEXT", alignment: .right, expendable: 4), .init("TAGS", minimum: 6, expendable: 5),
        ])
        for feed in feeds {
            table.add([
                marker(feed.health, on: canvas), .init(TerminalText.line(feed.short), .accent), .init(name(feed.feed)),
                .init(feed.unread == 0 ? "" : Quantities.grouped(feed.unread), .bold),
                .init(Quantities.grouped(feed.articles), .dim), .init(feed.lastNew.map(time.brief) ?? "", .dim),
                .init(feed.nextFetch.map(time.brief) ?? "", .dim),
                .init(feed.tags.map { "#" + TerminalText.line($0) }.joined(separator: " "), .dim),
            ])
        }
        let rows = table.lines(on: canvas)
        guard canvas.columns != nil, rows.count == feeds.count + 1 else { return rows }
        return [rows[0]]
            + zip(rows.dropFirst(), feeds).flatMap { row, feed in [row] + problem(feed, on: canvas, at: time) }
    }

    static func name(_ feed: FeedReference) -> String {
        let title = TerminalText.line(feed.title)
        return title.isEmpty ? TerminalText.line(feed.url) : title
    }

    static func marker(_ health: FeedSummary.Health, on canvas: Canvas) -> Table.Cell {
        switch health {
        case .ok: .init(canvas.sign("✓", ascii: "="), .good)
        case .new: .init(canvas.sign("…", ascii: "?"), .dim)
        case .failing: .init(canvas.sign("✗", ascii: "x"), .bad)
        case .gone: .init(canvas.sign("✝", ascii: "-"), .bad)
        }
    }

    private static func problem(_ feed: FeedSummary, on canvas: Canvas, at time: TimeWords) -> [String] {
        guard let problem = feed.problem else { return [] }
        var text = time.local(TerminalText.line(problem))
        if feed.failures > 1 { text += " (\(feed.failures) times in a row)" }
        return ParagraphWrap.lines(text, columns: canvas.textColumns - 4).map { canvas.styled("    " + $0, .bad) }
    }
}

/// Why a feed is polled when it is.
struct FeedExplanationText {
    let explanation: FeedExplanation
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        let feed = explanation.feed
        var lines = [
            canvas.styled(FeedTable.name(feed.feed), .bold), canvas.styled(TerminalText.line(feed.feed.url), .accent),
        ]
        if let problem = feed.problem {
            lines.append(canvas.styled(time.local(TerminalText.line(problem)), .bad))
        }
        if let next = feed.nextFetch {
            let interval = feed.intervalSeconds.map { ", every " + TimeWords.length(seconds: Int64($0)) } ?? ""
            lines.append("Next poll \(time.relative(next)) (\(time.full(next)))\(interval), because:")
        } else {
            lines.append("It is not polled, because:")
        }
        lines += explanation.reasons.flatMap { reason in
            ParagraphWrap.lines(time.local(TerminalText.line(reason)), columns: canvas.textColumns - 4).enumerated()
                .map { ($0 == 0 ? "  " + canvas.sign("•", ascii: "-") + " " : "    ") + $1 }
        }
        guard !explanation.history.isEmpty else { return lines }
        var table = Table([
            .init("WHEN"), .init("STATUS", alignment: .right), .init("ANSWER", minimum: 20),
            .init("BYTES", alignment: .right, expendable: 2), .init("TOOK", alignment: .right, expendable: 1),
        ])
        for record in explanation.history { table.add(Self.cells(record, at: time)) }
        return lines + ["", canvas.styled("The last answers:", .bold)] + table.lines(on: canvas)
    }

    private static func cells(_ record: FetchRecord, at time: TimeWords) -> [Table.Cell] {
        let isFault = record.status.map { $0 >= 400 } ?? true
        return [
            .init(time.full(record.at), .dim), .init(record.status.map(String.init) ?? "-", isFault ? .bad : .plain),
            .init(time.local(TerminalText.line(record.summary))),
            .init(record.bytes.map { Quantities.bytes(Int64($0)) } ?? "", .dim),
            .init(record.milliseconds.map(TimeWords.elapsed) ?? "", .dim),
        ]
    }
}

/// What is at an address.
struct FeedPreviewText {
    let preview: FeedPreview
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        var lines = [
            canvas.styled(preview.title.isEmpty ? preview.url : TerminalText.line(preview.title), .bold),
            canvas.styled(TerminalText.line(preview.url), .accent),
            [TerminalText.line(preview.format), TerminalText.line(preview.fetch.summary)].filter { !$0.isEmpty }
                .joined(separator: ", "),
        ]
        lines += preview.faults.map { canvas.styled("  " + TerminalText.line($0), .warning) }
        if !preview.entries.isEmpty {
            var table = Table([.init("PUBLISHED", alignment: .right), .init("HEADLINE", minimum: 20)])
            for entry in preview.entries {
                table.add([.init(entry.published.map(time.brief) ?? "", .dim), .init(TerminalText.line(entry.title))])
            }
            lines += [""] + table.lines(on: canvas)
            let more = preview.entryCount - preview.entries.count
            if more > 0 { lines.append(canvas.styled("and \(more) more", .dim)) }
        }
        if !preview.alternatives.isEmpty {
            lines += ["", canvas.styled("Other feeds of this page:", .bold)]
            lines += preview.alternatives.map { "  \(TerminalText.line($0.url))  \(TerminalText.line($0.title))" }
        }
        return lines
    }
}
