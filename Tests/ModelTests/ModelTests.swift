import Model
import Testing

@Suite struct IdentityTests {
    @Test func aFeedKeepsItsNameWhenItsSchemeHostCaseOrPortSpellingChanges() {
        let name = FeedID(url: "https://news.example/feed.xml")
        for spelling in [
            "http://news.example/feed.xml", "HTTPS://News.Example:443/feed.xml", " https://news.example/feed.xml#top\n",
            "feed://news.example/feed.xml", "https://me:secret@news.example/feed.xml",
            "http://news.example.:80/feed.xml",
        ] {
            #expect(FeedID(url: spelling) == name, "\(spelling)")
        }
    }

    @Test func pathAndQueryAreNotFolded() {
        #expect(FeedID(url: "https://news.example/Feed") != FeedID(url: "https://news.example/feed"))
        #expect(FeedID(url: "https://news.example/?a=1") != FeedID(url: "https://news.example/?a=2"))
        #expect(FeedID(url: "https://news.example") == FeedID(url: "https://news.example/"))
    }

    @Test func partsOfAKeyDoNotRunTogether() {
        #expect(RecordKey(of: [1, 2], [3]) != RecordKey(of: [1], [2, 3]))
        #expect(RecordKey(of: [1]) != RecordKey(of: [1], []))
    }

    @Test func keysAndHashesRoundTripAndOrderAsTheirDigits() {
        let keys = (UInt8(0)..<200).map { RecordKey(of: [$0]) }
        #expect(keys.map { RecordKey(bytes: $0.bytes) } == keys)
        #expect(keys.map { RecordKey(hex: $0.hex) } == keys)
        #expect(keys.sorted().map(\.hex) == keys.map(\.hex).sorted())
        let hashes = (UInt8(0)..<200).map { ContentHash(of: [$0]) }
        #expect(hashes.map { ContentHash(hex: $0.hex) } == hashes)
        #expect(hashes.sorted().map(\.hex) == hashes.map(\.hex).sorted())
        #expect(ContentHash(hex: "zz") == nil)
        #expect(RecordKey(bytes: [1, 2, 3]) == nil)
    }

    @Test func theHashIsSHA256() {
        #expect(
            ContentHash(of: "abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

@Suite struct TimestampTests {
    @Test func civilDatesRoundTripOverTwelveThousandYears() {
        for days in stride(from: -2_000_000, through: 2_000_000, by: 997) {
            let (year, month, day) = Timestamp.civil(daysSinceEpoch: days)
            #expect(Timestamp.daysSinceEpoch(year: year, month: month, day: day) == days)
        }
    }

    @Test func isoFormIsThatOfRFC3339() {
        #expect(Timestamp(milliseconds: 0).iso8601 == "1970-01-01T00:00:00Z")
        #expect(Timestamp(milliseconds: 1_500).iso8601 == "1970-01-01T00:00:01.500Z")
        #expect(Timestamp(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
        #expect(
            Timestamp(year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 58).iso8601 == "2024-02-29T23:59:58Z"
        )
    }
}

@Suite struct CanonicalTextTests {
    @Test func whiteSpaceFoldsAndParagraphsStay() {
        let canonical = CanonicalText("  One  two\tthree \r\n\r\n\n Four\n")
        #expect(canonical.text == "One two three\n\nFour")
        #expect(canonical.paragraphs == ["One two three", "Four"])
        #expect(CanonicalText(canonical.text) == canonical)
    }

    @Test func softHyphensAreNoPartOfAWord() {
        let marked = CanonicalText("Haupt\u{AD}bahn\u{AD}hof \u{AD} Köln\n\u{AD}\nZwei")
        #expect(marked.text == "Hauptbahnhof Köln\n\nZwei")
    }

    @Test func wordsAreNotFolded() {
        #expect(CanonicalText("One.").hash != CanonicalText("one").hash)
        #expect(CanonicalText(" \n ").text.isEmpty)
    }
}
