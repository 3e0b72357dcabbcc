import ControlProtocol
import Model
import TerminalRendering

/// How the daemon is, on a few lines.
struct StatusText {
    let report: StatusReport
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        let counts = report.counts
        let uptime = TimeWords.length(seconds: max(0, time.now.seconds - report.started.seconds))
        var lines = [
            canvas.styled("wiredeskd \(TerminalText.line(report.version))", .bold)
                + ", up \(uptime) (process \(report.processID))"
        ]
        if !report.activity.isEmpty { lines.append("  " + TerminalText.line(report.activity)) }
        var feeds = Quantities.count(counts.feeds, "feed", "feeds")
        if counts.failingFeeds > 0 {
            feeds += ", " + canvas.styled("\(Quantities.grouped(counts.failingFeeds)) failing", .bad)
        }
        if let refresh = report.lastRefresh { feeds += ", refreshed \(time.relative(refresh))" }
        if let next = report.nextFetch { feeds += ", next \(time.relative(next)) (\(time.clock(next)))" }
        lines.append("  " + feeds)
        lines.append(
            "  \(Quantities.count(counts.stories, "story", "stories")) of "
                + "\(Quantities.count(counts.articles, "article", "articles")): "
                + canvas.styled("\(Quantities.grouped(counts.unread)) unread", .accent)
                + ", \(Quantities.grouped(counts.updated)) updated, \(Quantities.grouped(counts.starred)) starred")
        lines.append("  configuration  " + TerminalText.line(report.configurationFile))
        lines.append(
            "  database       \(TerminalText.line(report.database)), \(Quantities.bytes(report.databaseBytes))")
        if let retention = report.retention {
            lines.append("  storage        " + TerminalText.line(retention.description))
        }
        if let memory = report.residentBytes { lines.append("  memory         " + Quantities.bytes(memory)) }
        if let node = report.node { lines.append("  node           " + TerminalText.line(node)) }
        if let fault = report.configurationFault {
            lines.append(
                canvas.styled("  The configuration was not reloaded; the old settings are in force:", .warning))
            lines += TerminalText.lines(fault).split(separator: "\n").map { "    " + $0 }
        }
        lines += report.warnings.map { canvas.styled("  " + TerminalText.line($0), .warning) }
        return lines
    }
}

/// What `doctor` found, the worst first.
enum FindingText {
    static func lines(_ findings: [Finding], on canvas: Canvas) -> [String] {
        let order: [Finding.Severity] = [.error, .warning, .ok]
        return order.flatMap { severity in
            findings.filter { $0.severity == severity }.flatMap { lines($0, on: canvas) }
        }
    }

    private static func lines(_ finding: Finding, on canvas: Canvas) -> [String] {
        let (sign, style): (String, Style) =
            switch finding.severity {
            case .ok: (canvas.sign("✓", ascii: "ok"), .good)
            case .warning: (canvas.sign("!", ascii: "!"), .warning)
            case .error: (canvas.sign("✗", ascii: "x"), .bad)
            }
        let text = "\(TerminalText.line(finding.subject)): \(TerminalText.line(finding.message))"
        var lines = [canvas.styled(sign, style) + " " + text]
        if let remedy = finding.remedy {
            lines += ParagraphWrap.lines(TerminalText.line(remedy), columns: canvas.textColumns - 4).map { "    " + $0 }
        }
        return lines
    }
}

/// How a refresh goes, and what it brought.
enum RefreshText {
    static func progress(_ progress: RefreshProgress) -> String {
        var parts = ["Refreshing \(progress.done) of \(progress.total)"]
        if progress.newArticles > 0 { parts.append("\(progress.newArticles) new") }
        if progress.revisedArticles > 0 { parts.append("\(progress.revisedArticles) revised") }
        if progress.failed > 0 { parts.append("\(progress.failed) failed") }
        if progress.pagesPending > 0 { parts.append("\(progress.pagesPending) pages to fetch") }
        if let current = progress.current { parts.append(current) }
        return parts.joined(separator: " · ")
    }

    static func lines(_ outcome: RefreshOutcome, on canvas: Canvas) -> [String] {
        let progress = outcome.progress
        var parts = [
            "\(Quantities.count(progress.newArticles, "new article", "new articles")) in "
                + Quantities.count(outcome.newStories, "new story", "new stories")
        ]
        if outcome.updatedStories > 0 {
            parts.append(Quantities.count(outcome.updatedStories, "story updated", "stories updated"))
        }
        parts.append("\(Quantities.grouped(progress.unchanged)) unchanged")
        if progress.failed > 0 { parts.append(canvas.styled("\(Quantities.grouped(progress.failed)) failing", .bad)) }
        let took = TimeWords.elapsed(milliseconds: outcome.milliseconds)
        let head = "\(Quantities.count(progress.total, "feed", "feeds")) in \(took): " + parts.joined(separator: ", ")
        return [head]
            + outcome.failures.map { failure in
                "  " + canvas.styled(canvas.sign("✗", ascii: "x"), .bad) + " \(FeedTable.name(failure.feed)): "
                    + TerminalText.line(failure.problem)
            }
    }
}

/// What came of a change, and how to take it back.
enum ActionText {
    static func lines(_ outcome: ActionOutcome, on canvas: Canvas, at time: TimeWords) -> [String] {
        var head = TerminalText.line(outcome.summary)
        if outcome.dryRun { head += canvas.styled(" (nothing was changed: --dry-run)", .warning) }
        if let operation = outcome.operation {
            head += canvas.styled("  wiredesk undo \(TerminalText.line(operation))", .dim)
        }
        guard outcome.dryRun || outcome.stories.count > 1 else { return [head] }
        return [head] + StoryTable.lines(outcome.stories, on: canvas, at: time)
    }
}

/// Something that happened, on one line.
enum EventText {
    static func line(_ event: Event, on canvas: Canvas, at time: TimeWords) -> String {
        let style: Style =
            switch event.kind {
            case .storyNew: .accent
            case .storyUpdated, .gap: .warning
            case .feedFailing, .configurationRefused: .bad
            case .feedRecovered, .refreshFinished, .configurationReloaded: .good
            default: .dim
            }
        var text = TerminalText.line(event.text)
        if let story = event.story { text += canvas.styled("  " + TerminalText.line(story.short), .accent) }
        return canvas.styled(time.clock(event.at), .dim) + "  "
            + canvas.styled(DisplayWidth.pad(event.kind.rawValue, to: 16), style) + "  " + text
    }
}
