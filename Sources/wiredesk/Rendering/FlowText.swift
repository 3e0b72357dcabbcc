import ControlProtocol
import Model
import TerminalRendering

/// A timeline of who ran a story when, and in which version: a column for each version, a line for each run.
struct FlowText {
    let report: FlowReport
    let canvas: Canvas
    let time: TimeWords

    var lines: [String] {
        guard let first = report.runs.first else { return [] }
        let versions = report.versions
        var table = Table([
            .init("WHEN"), .init("AFTER", alignment: .right), .init("VERSION"), .init("ID", expendable: 2),
            .init("SITE", minimum: 12), .init("HEADLINE", minimum: 16, expendable: 1),
        ])
        for run in report.runs {
            table.add([
                .init(time.full(run.at), .dim), .init(delay(run.at, since: first.at), .dim),
                .init(track(run.version, in: versions), .accent), .init(TerminalText.line(run.copy.short), .accent),
                .init(TerminalText.line(run.copy.site)), .init(TerminalText.line(run.copy.title)),
            ])
        }
        let facts =
            "\(Quantities.count(report.runs.count, "run", "runs")) of "
            + Quantities.count(versions.count, "version", "versions")
        return [canvas.styled(TerminalText.line(report.story.title), .bold), canvas.styled(facts, .dim), ""]
            + table.lines(on: canvas)
    }

    /// `A····`, `·B···`: the version's letter in its own place. Many versions are named without their places.
    private func track(_ version: String, in versions: [String]) -> String {
        let name = TerminalText.line(version)
        guard versions.count <= 12, let place = versions.firstIndex(of: version) else { return name }
        let dot = canvas.sign("·", ascii: ".")
        return versions.indices.map { $0 == place ? name : dot }.joined()
    }

    private func delay(_ moment: Timestamp, since first: Timestamp) -> String {
        let minutes = max(0, moment.seconds - first.seconds) / 60
        return switch minutes {
        case 0: ""
        case ..<60: "+\(minutes)m"
        case ..<2880: "+\(minutes / 60)h\(minutes % 60 == 0 ? "" : "\(minutes % 60)m")"
        default: "+\(minutes / 1440)d"
        }
    }
}

extension FlowReport {
    /// Each version once, in the order of their first runs.
    var versions: [String] {
        var seen: Set<String> = []
        return runs.map(\.version).filter { seen.insert($0).inserted }
    }
}
