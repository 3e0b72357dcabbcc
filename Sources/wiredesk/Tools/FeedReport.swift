import FeedParsing
import Model

/// A feed as `wiredesk parse` shows it to a person.
enum FeedReport {
    static func text(of feed: ParsedFeed, path: String) -> String {
        var lines = [feed.title ?? "(no title)"]
        lines.append(contentsOf: [feed.link, feed.description.map { Self.cut($0, 100) }].compactMap(\.self))
        let facts = [
            feed.format.title, feed.encoding, feed.language, count(feed.entries.count, "entry", "entries"),
            feed.generator.map { "by \($0)" }, feed.newFeedURL.map { "moved to \($0)" },
        ]
        lines.append(facts.compactMap(\.self).joined(separator: " · "))
        for entry in feed.entries { lines.append(contentsOf: [""] + Self.lines(of: entry)) }
        lines.append("")
        if feed.faults.isEmpty {
            lines.append("No faults.")
        } else {
            lines.append(count(feed.faults.count, "fault:", "faults:"))
            lines.append(contentsOf: feed.faults.map { "\(path):\($0.line):\($0.column): \($0.message)" })
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of entry: ParsedEntry) -> [String] {
        let date = (entry.published ?? entry.updated).map { String($0.iso8601.prefix(16)).replacing("T", with: " ") }
        let place = entry.line.map { "line \($0)" }
        var details = [date ?? "no date", place].compactMap(\.self)
        details += entry.authors.prefix(3).compactMap { $0.name ?? $0.email }
        details += entry.categories.prefix(5).map { "#\($0)" }
        let bodies = [("summary", entry.summary), ("content", entry.content)].compactMap { name, html in
            html.map { "\(name) \(count($0.utf8.count, "byte", "bytes"))" }
        }
        var lines = ["  " + (entry.title ?? entry.summary.map { cut($0, 70) } ?? "(no title)")]
        lines.append("    " + (details + bodies).joined(separator: " · "))
        lines += [entry.link ?? entry.id.map { "id \($0)" }].compactMap(\.self).map { "    " + $0 }
        lines += entry.enclosures.prefix(5).map { enclosure in
            let facts = [enclosure.mediaType, enclosure.length.map { "\($0) bytes" }].compactMap(\.self)
            return "    + \(enclosure.url)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
        }
        return lines
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    private static func cut(_ text: String, _ length: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= length ? line : line.prefix(length - 1) + "…"
    }
}
