import ControlProtocol
import Model
import TerminalRendering

/// The flow of a story as an SVG picture that needs nothing else: time runs to the right, each run is a dot with the
/// letter of its version, and runs of one version hang together by a line.
struct FlowDrawing {
    let report: FlowReport
    let time: TimeWords

    /// Rows that are drawn; a story that more sites ran is said to have more.
    private static let rowLimit = 400
    private static let width = 1040
    private static let plot = (left: 230, right: 720)
    private static let top = 96
    private static let rowHeight = 30
    /// Distinct for the common forms of colour blindness (Okabe and Ito, "Color Universal Design", 2008).
    private static let colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f"]

    var svg: String {
        let height = Self.top + rows.count * Self.rowHeight + 24
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(Self.width) \#(height)" font-family="sans-serif" "#
                + #"font-size="13" role="img">"#,
            "<title>\(Self.escaped(report.story.title))</title>",
            "<style>",
            "svg{background:#fff}text{fill:#222}.faint{fill:#767676}.grid{stroke:#ddd}.letter{fill:#fff;font-weight:bold}",
            "@media(prefers-color-scheme:dark)"
                + "{svg{background:#161616}text{fill:#e8e8e8}.faint{fill:#9a9a9a}.grid{stroke:#333}}",
            "</style>",
            Self.text(
                report.story.title, x: 20, y: 34, columns: 100, attributes: #"font-size="19" font-weight="bold""#),
            Self.text(caption, x: 20, y: 58, columns: 140, attributes: #"class="faint""#),
        ]
        lines += axis(height: height)
        lines += versions.map(thread)
        lines += rows.indices.flatMap(row)
        return (lines + ["</svg>", ""]).joined(separator: "\n")
    }

    private var rows: ArraySlice<FlowReport.Run> { report.runs.prefix(Self.rowLimit) }

    private var versions: [String] { report.versions }

    private var start: Timestamp { rows.map(\.at).min() ?? report.story.firstSeen }
    private var end: Timestamp { rows.map(\.at).max() ?? report.story.firstSeen }

    private var caption: String {
        var parts = [
            "\(Quantities.count(report.runs.count, "run", "runs")) of "
                + Quantities.count(versions.count, "version", "versions"),
            time.full(start),
        ]
        if let agency = report.story.agency { parts.insert(StoryTable.agency(agency), at: 0) }
        if rows.count < report.runs.count { parts.append("the first \(rows.count) are drawn") }
        return parts.joined(separator: " · ")
    }

    private func x(_ moment: Timestamp) -> Int {
        let span = max(1, end.seconds - start.seconds)
        let offset = min(max(0, moment.seconds - start.seconds), span)
        return Self.plot.left + Int(Double(Self.plot.right - Self.plot.left) * Double(offset) / Double(span))
    }

    private func y(_ row: Int) -> Int { Self.top + row * Self.rowHeight + Self.rowHeight / 2 }

    private func colour(_ version: String) -> String {
        Self.colours[(versions.firstIndex(of: version) ?? 0) % Self.colours.count]
    }

    /// Lines at round local times, at most eight of them.
    private func axis(height: Int) -> [String] {
        let span = end.seconds - start.seconds
        let steps: [Int64] = [60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000]
        let step = steps.first { span / $0 <= 7 } ?? max(1, span / 7)
        let offset = time.utcOffset.components.seconds
        var tick = (start.seconds + offset + step - 1) / step * step - offset
        var lines: [String] = []
        while tick <= end.seconds, lines.count < 16 {
            let moment = Timestamp(seconds: tick)
            let position = x(moment)
            let label = span > 86_400 ? time.full(moment) : time.clock(moment)
            lines.append(
                #"<line class="grid" x1="\#(position)" y1="\#(Self.top - 8)" x2="\#(position)" y2="\#(height - 16)"/>"#)
            lines.append(
                Self.text(
                    span > 86_400 ? String(label.dropLast(7)) : label, x: position, y: Self.top - 14, columns: 20,
                    attributes: #"class="faint" text-anchor="middle" font-size="11""#))
            tick += step
        }
        return lines
    }

    /// The line through the runs of one version.
    private func thread(_ version: String) -> String {
        let points = rows.enumerated().filter { $0.element.version == version }
            .map { "\(x($0.element.at)),\(y($0.offset))" }.joined(separator: " ")
        return #"<polyline points="\#(points)" fill="none" stroke="\#(colour(version))" stroke-opacity=".5" "#
            + #"stroke-width="2"/>"#
    }

    private func row(_ index: Int) -> [String] {
        let run = rows[index]
        let (x, y) = (x(run.at), y(index))
        let weight = run.copy.isBest ? #"font-weight="bold""# : ""
        let hint = "\(run.copy.title), \(time.full(run.at)), \(Quantities.count(run.copy.words, "word", "words"))"
        var lines = [
            Self.text(run.copy.site, x: 20, y: y + 4, columns: 28, attributes: weight),
            #"<g><title>\#(Self.escaped(hint))</title><circle cx="\#(x)" cy="\#(y)" r="10" fill="\#(colour(run.version))"/>"#
                + Self.text(
                    run.version, x: x, y: y + 4, columns: 3,
                    attributes: #"class="letter" text-anchor="middle" font-size="11""#) + "</g>",
        ]
        let headline = Self.text(run.copy.title, x: Self.plot.right + 30, y: y + 4, columns: 40, attributes: weight)
        if let link = run.copy.link, link.hasPrefix("https://") || link.hasPrefix("http://") {
            lines.append(#"<a href="\#(Self.escaped(link))">\#(headline)</a>"#)
        } else {
            lines.append(headline)
        }
        return lines
    }

    private static func text(_ text: String, x: Int, y: Int, columns: Int, attributes: String) -> String {
        let shown = DisplayWidth.fit(TerminalText.line(text), to: columns)
        return #"<text x="\#(x)" y="\#(y)"\#(attributes.isEmpty ? "" : " " + attributes)>\#(escaped(shown))</text>"#
    }

    /// Text in XML, where the characters of markup are references and control characters do not exist.
    private static func escaped(_ text: String) -> String {
        TerminalText.line(text).reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
