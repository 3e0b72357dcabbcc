import Fetching
import Model
import Testing

@Suite struct CachePolicyTests {
    private let now = Timestamp(year: 2026, month: 3, day: 3, hour: 10)

    private func freshFor(_ lines: String...) -> Duration? {
        var headers = ResponseHeaders()
        for line in lines { Array(line.utf8).withUnsafeBytes { headers.take(line: $0) } }
        return CachePolicy.freshness(of: headers, receivedAt: now).until.map { $0 - now }
    }

    @Test func maxAgeCountsLessTheAgeItAlreadyHas() {
        #expect(freshFor("Cache-Control: max-age=600") == .seconds(600))
        #expect(freshFor("cache-control: public, MAX-AGE=\"600\"", "Age: 100") == .seconds(500))
        #expect(freshFor("Cache-Control: max-age=600", "Age: 700") == nil)
        #expect(freshFor("Cache-Control: max-age=600", "Date: Tue, 03 Mar 2026 09:55:00 GMT") == .seconds(300))
        #expect(freshFor("Cache-Control: public", "Cache-Control: max-age=60") == .seconds(60))
        #expect(freshFor("Cache-Control: max-age=60, max-age=30") == .seconds(30))
    }

    @Test func aClockThatIsDaysOffIsNotTakenForAge() {
        #expect(freshFor("Cache-Control: max-age=600", "Date: Sun, 01 Feb 2026 09:55:00 GMT") == .seconds(600))
        #expect(freshFor("Cache-Control: max-age=600", "Date: Wed, 04 Mar 2026 09:55:00 GMT") == .seconds(600))
    }

    @Test func expiresCountsFromTheServersOwnDate() {
        let date = "Date: Tue, 03 Mar 2026 10:00:00 GMT"
        #expect(freshFor(date, "Expires: Tue, 03 Mar 2026 10:10:00 GMT") == .seconds(600))
        #expect(
            freshFor("Date: Tue, 03 Mar 2026 11:00:00 GMT", "Expires: Tue, 03 Mar 2026 11:10:00 GMT") == .seconds(600))
        #expect(freshFor(date, "Expires: 0") == nil)
        #expect(freshFor(date, "Expires: Thu, 01 Jan 1970 00:00:00 GMT") == nil)
        #expect(freshFor(date, "Expires: Tue, 03 Mar 2026 11:00:00 GMT", "Cache-Control: max-age=60") == .seconds(60))
    }

    @Test func whoAsksToBeAskedIsAsked() {
        #expect(freshFor("Cache-Control: no-cache, max-age=600") == nil)
        #expect(freshFor("Cache-Control: no-store", "Expires: Tue, 03 Mar 2026 11:00:00 GMT") == nil)
        #expect(freshFor("Cache-Control: max-age=soon") == nil)
        #expect(freshFor("Cache-Control: max-age=-1") == nil)
        #expect(freshFor() == nil)
    }

    @Test func aYearIsNotBelieved() {
        #expect(freshFor("Cache-Control: max-age=31536000") == .seconds(86_400))
        #expect(freshFor("Cache-Control: max-age=99999999999999999999999") == .seconds(86_400))
    }

    @Test func retryAfterIsSecondsOrADate() {
        func wait(_ value: String?) -> Duration? { CachePolicy.retryAfter(value, receivedAt: now).map { $0 - now } }
        #expect(wait("120") == .seconds(120))
        #expect(wait("Tue, 03 Mar 2026 10:05:00 GMT") == .seconds(300))
        #expect(wait("Tue, 03 Mar 2020 10:05:00 GMT") == .zero)
        #expect(wait("99999999999999999999") == .seconds(86_400))
        #expect(wait("Tue, 03 Mar 2099 10:05:00 GMT") == .seconds(86_400))
        for bad in [nil, "", "soon", "-5", "1.5"] { #expect(wait(bad) == nil) }
    }
}

@Suite struct ResponseHeadersTests {
    private func headers(_ lines: String...) -> ResponseHeaders {
        var headers = ResponseHeaders()
        for line in lines { Array(line.utf8).withUnsafeBytes { headers.take(line: $0) } }
        return headers
    }

    @Test func namesAreReadInAnyCaseAndValuesTrimmed() {
        #expect(headers("eTaG:  \"x\" \r\n").etag == "\"x\"")
        #expect(headers("LAST-MODIFIED:yesterday").lastModified == "yesterday")
        #expect(headers("content-type:").contentType == "")
    }

    @Test func theLastOneCountsAndListsAreJoined() {
        #expect(headers("ETag: \"1\"", "ETag: \"2\"").etag == "\"2\"")
        #expect(headers("Link: </a>", "Link: </b>").link == "</a>, </b>")
    }

    @Test func whatIsNoHeaderIsPassedOver() {
        #expect(headers("", ":", "no colon", "etag", "Etag\u{1}: x", "ETag : spaced") == ResponseHeaders())
        #expect(headers("ETag: a\u{1B}[2Jb") == ResponseHeaders(), "control characters do not reach a terminal")
        var latin = ResponseHeaders()
        ([UInt8]("ETag: ".utf8) + [0xE9]).withUnsafeBytes { latin.take(line: $0) }
        #expect(latin == ResponseHeaders())
    }
}

@Suite struct HTTPDateTests {
    private let moment = Timestamp(year: 1994, month: 11, day: 6, hour: 8, minute: 49, second: 37)

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "sun, 06 NOV 1994 08:49:37 gmt", "Sun, 6 Nov 1994 08:49:37 +0000",
    ])
    func allFormsAreRead(_ text: String) {
        #expect(HTTPDate.parse(text) == moment)
    }

    @Test(arguments: [
        "", "0", "-1", "Sun", "Sun, 06 Nov", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Non 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 99999 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37:00 GMT", "1994-11-06T08:49:37Z", "Sun, , , , , ,",
    ])
    func whatIsNoDateIsNone(_ text: String) {
        #expect(HTTPDate.parse(text) == nil)
    }

    @Test func aYearOfTwoDigitsIsWithinLivingMemory() {
        #expect(HTTPDate.parse("Monday, 02-Mar-26 00:00:00 GMT") == Timestamp(year: 2026, month: 3, day: 2))
    }
}
