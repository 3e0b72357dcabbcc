import Markup

/// Whether an entry's page is needed, or the feed carries the whole story.
package enum FullTextNeed: Hashable, Sendable {
    case feed
    case page

    /// Shorter than this, in words, and it is a teaser.
    private static let fewestWords = 120
    /// What a text that was cut ends with.
    private static let cutMarks = ["…", "...", "[…]", "[...]", "(more)", "»", "→"]

    package init(of hints: FeedHints) {
        let text = HTMLText.text(of: hints.content ?? hints.summary ?? "")
        let last = text.split(separator: "\n").last ?? ""
        let words = text.utf8.split { $0 == 0x20 || $0 == 0x0A }.count
        let isCut = Self.cutMarks.contains { last.hasSuffix($0) }
        self = words >= Self.fewestWords && !isCut ? .feed : .page
    }
}
