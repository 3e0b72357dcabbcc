/// Gathers what gives a running log away: "all times local", or several lines that are only a time of day.
struct LiveBlogSigns {
    private var timeLines = 0
    private var saysSo = false

    var decision: Bool { saysSo || timeLines >= 2 }

    mutating func look(at line: Words) {
        if line.count <= 4, Self.isTimeOfDay(line) { timeLines += 1 }
        if !saysSo { saysSo = Self.phrases.rule(matching: line) != nil }
    }

    /// `4:05 p.m.`, `11 AM ET`, `16:30 GMT`.
    private static func isTimeOfDay(_ line: Words) -> Bool {
        guard line.beginWithDigit[0], let last = line.hashes.last, line.count > 1 else { return false }
        return suffixes.contains(last)
    }

    private static let suffixes = Set(
        ["am", "pm", "m", "et", "est", "edt", "gmt", "bst", "utc", "uhr"].map(Words.hash))

    private static let phrases = Furniture(
        rules: """
            has all times local
            has all times eastern
            has all times et
            has all times est
            has all times gmt
            has live updates
            starts the latest on
            starts live blog
            """)
}
