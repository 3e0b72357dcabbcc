import ControlProtocol
import Foundation
import FoundationXML
import Model
import TerminalRendering
import Testing

@testable import wiredesk

@Suite struct RenderingTests {
    private let time = TimeWords(now: Samples.morning + .seconds(600), utcOffset: .zero)
    private let screen = Canvas(hasColour: false, columns: 72)

    @Test func storiesAreLinesThatFit() {
        let lines = StoryTable.lines([Samples.ferry, Samples.iceRoad, Samples.hostile], on: screen, at: time)
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 72 })
        #expect(lines[1].hasPrefix("●   8d9a6d0  AP"))
        #expect(lines[2].hasPrefix("◐★  4c11b02"))
    }

    @Test func withoutUnicodeTheSignsAreASCII() {
        let plain = Canvas(hasColour: false, columns: 72, isUnicode: false)
        let lines = StoryTable.lines([Samples.ferry, Samples.iceRoad], on: plain, at: time)
        #expect(lines[1].hasPrefix("*   8d9a6d0"))
        #expect(lines[2].hasPrefix("+!  4c11b02"))
    }

    @Test func whatIsNewInAStoryHasABar() {
        let detail = StoryDetail(
            story: Samples.iceRoad, shown: Samples.copy("64e04a2", site: "lakeside.example", isBest: true),
            authors: ["Ines Halloran"],
            blocks: [
                .init(kind: .paragraph, text: "The road is open."),
                .init(kind: .paragraph, text: "It closes in April.", isNew: true),
                .init(kind: .code, text: "a\n\tb\u{1B}[2J"),
            ],
            notes: [.init(text: "call the lake")],
            copies: [Samples.copy("64e04a2", site: "lakeside.example", isBest: true)])
        let lines = StoryPage(detail: detail, canvas: screen, time: time).lines
        #expect(lines.contains("By Ines Halloran · lakeside.example"))
        #expect(lines.contains("The road is open."))
        #expect(lines.contains("▌ It closes in April."))
        #expect(lines.contains("        b[2J"))
        #expect(lines.contains("Your note:"))
        #expect(!lines.contains("Also ran it:"))
    }

    @Test func theNextPollIsExplainedInLocalTimes() {
        let feed = FeedSummary(
            feed: Samples.feed, short: "abababa", tags: [], health: .failing,
            problem: "the host asked for a pause until 2026-03-12T09:00:00Z", failures: 1, articles: 3, unread: 1,
            lastFetched: Samples.morning, lastNew: nil, nextFetch: Samples.morning + .seconds(3600),
            intervalSeconds: nil, isConfigured: false)
        let explanation = FeedExplanation(
            feed: feed, reasons: ["the server asked to be left alone until 2026-03-12T09:00:00Z (Retry-After)"],
            history: [
                FetchRecord(
                    at: Samples.morning, status: 429, summary: "paused until 2026-03-12T09:00:00Z", bytes: 12,
                    milliseconds: 40)
            ])
        let east = TimeWords(now: Samples.morning + .seconds(600), utcOffset: .seconds(3 * 3600))
        let text = FeedExplanationText(
            explanation: explanation, canvas: Canvas(hasColour: false, columns: nil), time: east
        )
        .lines.joined(separator: "\n")
        #expect(text.contains("left alone until Thu 12 Mar 2026, 12:00 (Retry-After)"))
        #expect(text.contains("a pause until Thu 12 Mar 2026, 12:00"))
        #expect(text.contains("paused until Thu 12 Mar 2026, 12:00"))
        #expect(!text.contains("T09:00:00Z"))
    }

    @Test func copiesSayWhatEachDid() {
        let copies = [
            Samples.copy("64e04a2", site: "a.example", isBest: true),
            Samples.copy("65dff9c", site: "b.example", cut: 3, added: 1), Samples.copy("1111111", site: "c.example"),
        ]
        #expect(copies.map(CopyTable.difference) == ["the best copy", "cuts 3, adds 1", "the same text"])
    }

    @Test func aDiffIsReadableWithoutColours() {
        let lines = diff(onlyChanges: false, onlyAdded: false)
        #expect(lines.contains("Everybody was [-safely brought-] {+taken+} ashore."))
        #expect(lines.contains("The ferry ran."))
    }

    @Test func aDiffCanBeShortened() {
        #expect(diff(onlyChanges: true, onlyAdded: false).contains("(1 paragraph is the same)"))
        let added = diff(onlyChanges: false, onlyAdded: true)
        #expect(added.last == "{+taken+}")
        #expect(!added.contains { $0.contains("ashore") })
    }

    @Test func aTimelineKeepsVersionsInTheirColumns() {
        let runs = [("A", 0), ("B", 40), ("A", 95)].map { version, minutes in
            FlowReport.Run(
                at: Samples.morning + .seconds(minutes * 60), copy: Samples.copy("64e04a2", site: "a.example"),
                revision: 1, version: version)
        }
        let report = FlowReport(story: Samples.ferry, runs: runs)
        let lines = FlowText(report: report, canvas: Canvas(hasColour: false, columns: nil), time: time).lines
        #expect(lines[1] == "3 runs of 2 versions")
        #expect(lines[3].contains("A·"))
        #expect(lines[4].contains("+40m  ·B"))
        #expect(lines[5].contains("+1h35m  A·"))
    }

    @Test func aTimelineCanBeDrawn() throws {
        var runs = [("A", 0), ("B", 40), ("A", 95)].map { version, minutes in
            FlowReport.Run(
                at: Samples.morning + .seconds(minutes * 60), copy: Samples.copy("64e04a2", site: "a.example"),
                revision: 1, version: version)
        }
        runs[1].copy.title = "<script>alert(\"1\")</script> & \u{1B}[31m more"
        runs[1].copy.link = "https://a.example/?a=1&b=\"2\""
        runs[2].copy.link = "javascript:alert(1)"
        let picture = FlowDrawing(report: FlowReport(story: Samples.ferry, runs: runs), time: time).svg
        let parser = XMLParser(data: Data(picture.utf8))
        #expect(parser.parse())
        #expect(picture.components(separatedBy: "<circle").count == 4)
        #expect(picture.contains("href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\""))
        #expect(!picture.contains("<script"))
        #expect(!picture.contains("javascript:"))
        for empty in [FlowReport(story: Samples.ferry, runs: []), FlowReport(story: Samples.ferry, runs: [runs[0]])] {
            #expect(XMLParser(data: Data(FlowDrawing(report: empty, time: time).svg.utf8)).parse())
        }
    }

    @Test func tagShorthandIsLeftAloneInOtherCommands() {
        #expect(TagShorthand.expanded(["list", "-n", "5", "--", "-x"]) == ["list", "-n", "5", "--", "-x"])
        #expect(TagShorthand.expanded(["tag", "-h"]) == ["tag", "-h"])
        #expect(TagShorthand.expanded(["tag", "+", "-", "--dry-run"]) == ["tag", "+", "-", "--dry-run"])
        #expect(TagShorthand.expanded([]) == [])
    }

    private func diff(onlyChanges: Bool, onlyAdded: Bool) -> [String] {
        let side = DiffReport.Side(copy: Samples.copy("64e04a2", site: "a.example"), revision: 1)
        let report = DiffReport(
            left: side, right: side,
            paragraphs: [
                [.init(kind: .same, text: "The ferry ran.")],
                [
                    .init(kind: .same, text: "Everybody was"), .init(kind: .removed, text: "safely brought"),
                    .init(kind: .added, text: "taken"), .init(kind: .same, text: "ashore."),
                ],
            ])
        return DiffText(report: report, onlyChanges: onlyChanges, onlyAdded: onlyAdded, canvas: screen, time: time)
            .lines
    }
}
