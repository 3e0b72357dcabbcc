/// Gathers what gives the form of a text away. A running log says "all times local", or has several lines that are
/// only a time of day; a digest says so, or parts its items with rules.
struct FormSigns {
    private var timeLines = 0
    private var rules = 0
    private var saysLive = false
    private var saysDigest = false

    var form: Fingerprint.Form {
        if saysLive || timeLines >= 2 { return .liveBlog }
        return saysDigest || rules >= 3 ? .digest : .story
    }

    /// Looks at a line without words.
    mutating func look(atRule bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let strokes = bytes.count { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "-") }
        if strokes >= 3 { rules += 1 }
    }

    mutating func look(at line: Words) {
        if line.count <= 4, Self.isTimeOfDay(line) { timeLines += 1 }
        if !saysLive { saysLive = Self.livePhrases.rule(matching: line) != nil }
        if !saysDigest { saysDigest = Self.digestPhrases.rule(matching: line) != nil }
    }

    /// `4:05 p.m.`, `11 AM ET`, `16:30 GMT`.
    private static func isTimeOfDay(_ line: Words) -> Bool {
        guard line.kinds[0] == .number, let last = line.hashes.last, line.count > 1 else { return false }
        return timeSuffixes.contains(last)
    }

    /// What follows a time of day.
    static let timeSuffixes = Set(
        ["am", "pm", "m", "et", "est", "edt", "gmt", "bst", "utc", "uhr"].map(Words.hash))

    private static let livePhrases = Furniture(
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

    private static let digestPhrases = Furniture(
        rules: """
            has news in brief
            has news briefs
            """)
}
