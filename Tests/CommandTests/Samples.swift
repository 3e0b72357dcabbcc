import ControlProtocol
import Model

/// Stories in the invented county of the tests.
enum Samples {
    static let morning = Timestamp(year: 2026, month: 3, day: 12, hour: 8)

    static let ferry = StorySummary(
        id: "8d9a6d0" + String(repeating: "0", count: 57), short: "8d9a6d0", title: "Ferry runs aground", agency: "ap",
        dateline: "Ardmore", site: "harbour.example", link: "https://harbour.example/ferry", state: .unread, copies: 3,
        firstSeen: morning, lastSeen: morning)

    static let iceRoad = StorySummary(
        id: "4c11b02" + String(repeating: "0", count: 57), short: "4c11b02", title: "Ice road stays open",
        site: "lakeside.example", link: "https://lakeside.example/ice", state: .updated, starred: true, tags: ["local"],
        copies: 1, newParagraphs: 2, firstSeen: morning - .seconds(7200), lastSeen: morning)

    static let hostile = StorySummary(
        id: String(repeating: "e", count: 64), short: "eeeeeee", title: "A\u{1B}]0;b\u{7}\tc\u{9B}31m\u{202E}d",
        site: "x.example", state: .read, copies: 1, firstSeen: morning, lastSeen: morning)

    static let feed = FeedReference(
        id: String(repeating: "ab", count: 16), title: "Harbour News", url: "https://harbour.example/feed")

    static func copy(_ short: String, site: String, isBest: Bool = false, cut: Int = 0, added: Int = 0) -> CopySummary {
        CopySummary(
            id: short + String(repeating: "0", count: 25), short: short, title: "Ferry runs aground", site: site,
            feed: feed, firstSeen: morning, words: 640, isBest: isBest,
            difference: isBest ? nil : .init(cut: cut, added: added, changed: 0))
    }

    static let outcome = ActionOutcome(operation: "41", summary: "1 story marked as read", matched: 1, changed: 1)
}
