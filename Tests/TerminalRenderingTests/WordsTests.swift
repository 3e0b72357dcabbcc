import Model
import Testing

@testable import TerminalRendering

@Suite struct WordsTests {
    private let words = TimeWords(
        now: Timestamp(year: 2026, month: 3, day: 12, hour: 12), utcOffset: .seconds(2 * 3600))

    @Test func aListHasShortTimes() {
        #expect(words.brief(ago(.seconds(5))) == "now")
        #expect(words.brief(ago(.seconds(300))) == "5m")
        #expect(words.brief(ago(.seconds(3 * 3600))) == "3h")
        #expect(words.brief(ago(.seconds(6 * 86_400))) == "6d")
        #expect(words.brief(ago(.seconds(20 * 86_400))) == "20 Feb")
        #expect(words.brief(Timestamp(year: 2024, month: 1, day: 5)) == "Jan 2024")
        #expect(words.brief(ago(.seconds(-600))) == "in 10m")
    }

    @Test func aSentenceHasWholeWords() {
        #expect(words.relative(ago(.seconds(5))) == "just now")
        #expect(words.relative(ago(.seconds(60))) == "1 minute ago")
        #expect(words.relative(ago(.seconds(2 * 86_400))) == "2 days ago")
        #expect(words.relative(ago(.seconds(-7200))) == "in 2 hours")
        #expect(words.relative(Timestamp(year: 2024, month: 1, day: 5)) == "on 5 Jan 2024")
    }

    @Test func fullTimesAreLocal() {
        #expect(words.full(Timestamp(year: 2026, month: 3, day: 12, hour: 23, minute: 5)) == "Fri 13 Mar 2026, 01:05")
        #expect(words.full(Timestamp(year: 1969, month: 12, day: 31, hour: 12)) == "Wed 31 Dec 1969, 14:00")
    }

    @Test func impossibleTimesDoNotCrash() {
        for milliseconds in [Int64.min / 2, Int64.max / 2, -62_135_596_800_000] {
            let moment = Timestamp(milliseconds: milliseconds)
            _ = (words.brief(moment), words.relative(moment), words.full(moment))
        }
    }

    @Test func numbersAreReadable() {
        #expect(Quantities.count(1, "copy", "copies") == "1 copy")
        #expect(Quantities.count(18_204, "article", "articles") == "18,204 articles")
        #expect(Quantities.grouped(-1_234_567) == "-1,234,567")
        #expect(Quantities.bytes(512) == "512 B")
        #expect(Quantities.bytes(4_250_000) == "4.2 MB")
        #expect(Quantities.bytes(212_000_000) == "212 MB")
        #expect(TimeWords.elapsed(milliseconds: 432) == "0.4 s")
    }

    @Test func momentsWithinATextAreShownInLocalTime() {
        #expect(
            words.local("good until 2026-03-12T23:05:00Z (Expires), then 2024-01-05T00:00:00.250Z")
                == "good until Fri 13 Mar 2026, 01:05 (Expires), then Fri 5 Jan 2024, 02:00")
        for text in [
            "2026-03-12", "2026-13-12T23:05:00Z", "12026-03-12T23:05:00Z", "2026-03-12T23:05:00+02:00", "é", "",
        ] {
            #expect(words.local(text) == text)
        }
    }

    @Test func paragraphsWrapAtWords() {
        #expect(ParagraphWrap.lines("one two three four", columns: 9) == ["one two", "three", "four"])
        #expect(ParagraphWrap.lines("abcdefghij k", columns: 4) == ["abcd", "efgh", "ij k"])
        #expect(ParagraphWrap.lines("日本語の新聞 ok", columns: 6) == ["日本語", "の新聞", "ok"])
        #expect(ParagraphWrap.lines("", columns: 6) == [])
        #expect(ParagraphWrap.lines("a", columns: 0) == ["a"])
    }

    private func ago(_ duration: Duration) -> Timestamp { words.now - duration }
}
