import Markup

/// Whether what the feed ships is the story, or only leads to it.
package enum FullTextNeed: Equatable, Sendable {
    /// The feed's content is the whole story: the page need not be fetched.
    case suffices
    /// A teaser, or nothing.
    case pageNeeded(Reason)

    package enum Reason: String, Equatable, Sendable {
        case nothing = "the feed ships no text"
        case teaser = "the feed ships only the start"
        case cut = "the feed's text breaks off"
    }

    /// Shorter texts are teasers, in letters: a story of three paragraphs has more.
    private static let shortestStory = 500

    /// Decides from the feed's own content and its summary, both HTML, and the entry's title.
    package static func decide(content: String?, summary: String?, title: String?) -> FullTextNeed {
        let body = content.map { HTMLText.text(of: Array($0.utf8)) } ?? []
        let summary = summary.map { Array($0.utf8) } ?? []
        // Its text is no longer than its markup.
        let lead = summary.count > body.count ? HTMLText.text(of: summary) : []
        let text = body.count >= lead.count ? body : lead
        var measure = TextMeasure()
        for byte in text {
            measure.count(byte)
            if measure.letters >= 3 * shortestStory { break }
        }
        let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
        guard measure.letters > 0, let end = text.lastIndex(where: { !isBreak($0) }) else {
            return .pageNeeded(.nothing)
        }
        let lines = text[...end]
        let lastBreak = lines.lastIndex(where: isBreak)
        let last = lines[(lastBreak.map { $0 + 1 } ?? 0)...]
        if breaksOff(String(decoding: last, as: UTF8.self), title: title) { return .pageNeeded(.cut) }
        let hasOneLine = lastBreak.map { lines[..<$0].allSatisfy(isBreak) } ?? true
        guard measure.letters >= (hasOneLine ? 3 * shortestStory : shortestStory) else { return .pageNeeded(.teaser) }
        return .suffices
    }

    /// `… [continued]`, `Read more`, an ellipsis at the end.
    private static func breaksOff(_ line: String, title: String?) -> Bool {
        let lower = line.lowercased()
        let endings = ["…", "...", "[…]", "[...]", "[&hellip;]", "(more)", "»", "→"]
        if endings.contains(where: lower.hasSuffix) { return true }
        let words = [
            "read more", "continue reading", "weiterlesen", "lire la suite", "leer más", "leggi tutto", "lees meer",
            "leia mais", "läs mer", "les mer", "læs mere", "czytaj więcej", "читать далее", "続きを読む",
        ]
        let bytes = Array(lower.utf8)
        guard bytes.count < 80, let word = words.first(where: { bytes.contains($0.utf8) }) else { return false }
        return !leadsElsewhere(lower, after: word, title: title)
    }

    /// `Read more: Live blog | Photos` stands below a whole story. Where the address of the rest follows on the colon, or
    /// the story's own title, as some layouts have it for those who hear a page, it is the story that goes on.
    private static func leadsElsewhere(_ line: String, after word: String, title: String?) -> Bool {
        guard line.hasPrefix(word) else { return false }
        let rest = line.dropFirst(word.count).drop { $0.isWhitespace }
        guard let colon = rest.first, colon == ":" || colon == "：" else { return false }
        let target = rest.dropFirst().drop { $0.isWhitespace }
        let isAddress = target.hasPrefix("http:") || target.hasPrefix("https:") || target.hasPrefix("www.")
        return !target.isEmpty && !isAddress && letters(of: target) != letters(of: title?.lowercased() ?? "")
    }

    private static func letters(of text: some StringProtocol) -> [Character] {
        text.filter { $0.isLetter || $0.isNumber }
    }
}
