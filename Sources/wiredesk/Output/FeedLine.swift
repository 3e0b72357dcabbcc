import ControlProtocol
import Model
import TerminalRendering

/// A line in the order of sfeed(5), which the tools of sfeed read: time, title, link, content, its type, id, author,
/// enclosure, categories, separated by tabs.
enum FeedLine {
    static func text(_ story: StorySummary) -> String {
        fields(
            story.published ?? story.firstSeen, story.title, story.link, id: story.short,
            author: story.agency, categories: story.tags)
    }

    static func text(_ copy: CopySummary) -> String {
        fields(
            copy.published ?? copy.firstSeen, copy.title, copy.link, id: copy.short, author: copy.site, categories: [])
    }

    private static func fields(
        _ time: Timestamp, _ title: String, _ link: String?, id: String, author: String?, categories: [String]
    ) -> String {
        [
            String(time.seconds), title, link ?? "", "", "", id, author ?? "", "",
            categories.joined(separator: "|"),
        ].map(TerminalText.line).joined(separator: "\t")
    }
}
