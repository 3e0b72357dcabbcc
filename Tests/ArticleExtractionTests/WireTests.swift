import Markup
import Model
import Testing

@testable import ArticleExtraction

@Suite struct WireTests {
    @Test(arguments: [
        ("Washington (CNN) — The ferry left.", "Washington", Agency.cnn),
        ("HELSINKI (AP) -- The ferry left.", "HELSINKI", .ap),
        ("BRUSSELS, July 13 (Reuters) - The ferry left.", "BRUSSELS", .reuters),
        ("London (AFP) – The ferry left.", "London", .afp),
        ("Berlin (dpa/lno) - Die Fähre ist weg.", "Berlin", .dpa),
        ("(ANSA) - ROMA, 06 AGO - Il traghetto è partito.", "ROMA", .ansa),
        ("Madrid, 6 ago (EFE).- El ferry salió.", "Madrid", .efe),
        ("MOSCOW, August 6. /TASS/. The ferry left.", "MOSCOW", .tass),
        ("BEIJING, Aug. 6 (Xinhua) -- The ferry left.", "BEIJING", .xinhua),
        ("TOKYO (Kyodo) — The ferry left.", "TOKYO", .kyodo),
    ])
    func `a dateline names place and agency`(paragraph: String, place: String, agency: Agency) {
        let dateline = Dateline(paragraph)
        #expect(dateline?.place == place)
        #expect(dateline?.agency == agency)
    }

    @Test func `a dateline without its agency still names the place`() {
        #expect(Dateline("HELSINKI — The ferry left.")?.place == "HELSINKI")
        #expect(Dateline("(HELSINKI) — The ferry left.")?.place == "HELSINKI")
        #expect(Dateline("Aug. 6 (UPI) -- The ferry left.") == Dateline("(UPI) -- The ferry left."))
    }

    @Test(arguments: [
        "The ferry (an old one) left.", "The ferry — an old one — left.", "I — and only I — know.", "", "(", "A - b",
        "—",
    ])
    func `ordinary sentences have no dateline`(paragraph: String) {
        #expect(Dateline(paragraph) == nil)
    }

    @Test(arguments: [
        ("By Ines Duarte, CNN", WireLine.byline(names: ["Ines Duarte"], .cnn)),
        ("By INES DUARTE Associated Press", .byline(names: [], .ap)),
        ("By The Associated Press", .byline(names: [], .ap)),
        ("CNN’s Rui Prata and Ana Vaz contributed to this report.", .contributors),
        ("The-CNN-Wire", .credit), ("(Reporting by Rui Prata; Editing by Ana Vaz)", .credit),
        ("™ & © 2024 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.", .copyright),
        ("Copyright 2018 The Associated Press. All rights reserved.", .copyright), ("©2025 Bloomberg L.P.", .copyright),
        ("___", .separator), ("The post Ferry leaves appeared first on Station Nine.", .note),
        ("This report by The Canadian Press was first published Aug. 6, 2024.", .note),
    ])
    func `the wire's own lines are told from the story`(line: String, expected: WireLine) {
        #expect(WireLine(line, isNearTop: true) == expected)
    }

    @Test(arguments: [
        "By then the ferry had left, and nobody minded.", "By Friday, all was well.", "Copyright law is old.",
    ])
    func `a sentence of the story is none`(line: String) {
        #expect(WireLine(line, isNearTop: true) == nil)
    }

    @Test func `a wire story on a local page is taken whole and alone`() throws {
        let article = try ArticleExtractor.extract(Page(bytes: Array(WirePage.html.utf8)))
        #expect(article.text.hasPrefix(WirePage.paragraphs[0]))
        #expect(article.text.contains(WirePage.paragraphs.joined(separator: "\n")))
        for line in WirePage.furniture { #expect(!article.text.contains(line), "\(line)") }
        #expect(article.title?.value == WirePage.title)
        #expect(article.authors?.value == ["Ines Duarte"])
        #expect(article.agency?.value == .cnn)
        #expect(article.dateline?.value == "Lisbon")
        #expect(article.wireMarks.byline == "By Ines Duarte, CNN")
        #expect(article.wireMarks.copyright?.contains("Cable News Network") == true)
        #expect(article.wireMarks.contributors == "CNN’s Rui Prata and Ana Vaz contributed to this report.")
        #expect(!article.text.contains("The-CNN-Wire"))
    }

    @Test func `a wire story in bare paragraphs has its headline above the byline and nothing else there`() throws {
        let article = try ArticleExtractor.extract(Page(bytes: Array(WirePage.bareHTML.utf8)))
        let contributors = "CNN’s Rui Prata and Ana Vaz contributed to this report."
        #expect(article.text == (WirePage.paragraphs + [contributors]).joined(separator: "\n"))
        #expect(article.title?.value == WirePage.title)
        #expect(article.authors?.value == ["Ines Duarte"])
        #expect(article.agency?.value == .cnn)
        #expect(article.dateline?.value == "Lisbon")
    }

    @Test func `a story that the feed ships whole loses only the wire's lines`() {
        let html = "<p>By Ines Duarte, CNN</p>" + WirePage.paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = ArticleExtractor.fromFeed(html, hints: FeedHints(title: WirePage.title))
        #expect(article.text == WirePage.paragraphs.joined(separator: "\n"))
        #expect(article.title?.value == WirePage.title)
        #expect(article.agency?.value == .cnn)
    }
}
