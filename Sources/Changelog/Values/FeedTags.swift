/// A feed's tags as the one text that is kept and replicated of them: a line each.
///
/// A single tag is that text as it stands, which is all that earlier versions write and show.
package enum FeedTags {
    /// `nil` if there are none. A line end within a tag becomes a space; of two alike one is kept. Tags for which the
    /// text has no room are left out.
    package static func text(of tags: [String]) -> String? {
        var lines: [String] = []
        var size = 0
        for tag in tags {
            let line = String(tag.map { $0.isNewline ? " " : $0 })
            guard line.contains(where: { !$0.isWhitespace }), !lines.contains(line) else { continue }
            size += line.utf8.count + 1
            guard size <= Limits.addressBytes else { break }
            lines.append(line)
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    package static func read(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map(String.init)
    }
}
