import FeedParsing
import Model
import Testing

@Suite("Dates")
struct DateParserTests {
    @Test(
        "Dates with the largest field first",
        arguments: [
            ("2011-03-05T06:07:08Z", "2011-03-05T06:07:08Z"),
            ("2011-03-05T06:07:08.250+02:00", "2011-03-05T04:07:08.250Z"),
            ("2011-03-05 06:07", "2011-03-05T06:07:00Z"), ("2011-03-05T06:07:08-05:00Z", "2011-03-05T11:07:08Z"),
            ("20110305T060708Z", "2011-03-05T06:07:08Z"), ("2011-03", "2011-03-01T00:00:00Z"),
            ("2011", "2011-01-01T00:00:00Z"),
            ("2011-064", "2011-03-05T00:00:00Z"), ("2011-W09-6", "2011-03-05T00:00:00Z"),
            ("11-03-05", "2011-03-05T00:00:00Z"),
            ("2011/03/05 06:07:08", "2011-03-05T06:07:08Z"), ("1299305228", "2011-03-05T06:07:08Z"),
            ("1299305228000", "2011-03-05T06:07:08Z"), ("2011-03-05T24:00:00Z", "2011-03-06T00:00:00Z"),
            ("2011-03-05T06:07:60Z", "2011-03-05T06:07:59Z"), ("2011-03-05 06:07:08 EST", "2011-03-05T11:07:08Z"),
            ("20110305060708", "2011-03-05T06:07:08Z"), ("2011-03-05T06:07:08\u{2212}05:00", "2011-03-05T11:07:08Z"),
            ("2011-03-05T06:07:08+01:00[Europe/Paris]", "2011-03-05T05:07:08Z"),
        ])
    func largestFirst(text: String, expected: String) {
        #expect(DateParser.parse(text)?.iso8601 == expected)
    }

    @Test(
        "Dates of e-mail and of Unix programs",
        arguments: [
            ("Sat, 05 Mar 2011 06:07:08 GMT", "2011-03-05T06:07:08Z"),
            ("Sat, 5 Mar 11 06:07:08 +0130", "2011-03-05T04:37:08Z"),
            ("5 March 2011", "2011-03-05T00:00:00Z"), ("Sat Mar  5 06:07:08 PST 2011", "2011-03-05T14:07:08Z"),
            ("Sat Mar 05 2011 06:07:08 GMT+0100 (Central European Time)", "2011-03-05T05:07:08Z"),
            ("Saturday, March 5th, 2011 at 6:07 PM EST", "2011-03-05T23:07:00Z"),
            ("Mar 5, 2011 12:07am", "2011-03-05T00:07:00Z"),
            ("Sat, 05 Mar 2011 06:07:08 Europe/Berlin", "2011-03-05T05:07:08Z"),
            ("Sat, 05 Mar 2011 06:07:08 (PST)", "2011-03-05T14:07:08Z"),
            ("Sat, 05 Mar 2011 06:07:08 Eastern Standard Time", "2011-03-05T11:07:08Z"),
            ("Fri, 05 Aug 2011 06:07:08 Europe/Berlin", "2011-08-05T04:07:08Z"),
        ])
    func electronicMail(text: String, expected: String) {
        #expect(DateParser.parse(text)?.iso8601 == expected)
    }

    @Test(
        "Dates in the world's languages and orders",
        arguments: [
            ("sam., 05 mars 2011 06:07:08 +0100", "2011-03-05T05:07:08Z"),
            ("5. März 2011 um 06:07 Uhr", "2011-03-05T06:07:00Z"),
            ("sábado, 5 de marzo de 2011", "2011-03-05T00:00:00Z"), ("5 марта 2011 г.", "2011-03-05T00:00:00Z"),
            ("2011年03月05日 06:07", "2011-03-05T06:07:00Z"), ("2011년 3월 5일", "2011-03-05T00:00:00Z"),
            ("05.03.2011 06:07", "2011-03-05T06:07:00Z"), ("03/25/2011 6:07 pm", "2011-03-25T18:07:00Z"),
            ("2011年3月5日(土) 06:07", "2011-03-05T06:07:00Z"), ("mar., 08 mars 2011", "2011-03-08T00:00:00Z"),
            ("25/03/2011", "2011-03-25T00:00:00Z"), ("sobota, 5 marca 2011", "2011-03-05T00:00:00Z"),
            ("lø 5. mar 2011".replacing("lø", with: "lør"), "2011-03-05T00:00:00Z"),
            ("5 Μάρ 2011", "2011-03-05T00:00:00Z"),
        ])
    func languages(text: String, expected: String) {
        #expect(DateParser.parse(text)?.iso8601 == expected)
    }

    @Test(
        "What is no possible date gives none",
        arguments: [
            "", "soon", "31 Feb 2011", "2011-13-01", "2011-02-29", "Sat, 05 Mar 2011 25:00:00 GMT",
            "05 Mar 2011 06:07:08:09",
            "013", "12", "Mar", "5 Mar", "2011-03-05T06:61", "1.2.3.4", "99/99/99", "Sat, 05 Mar 2011 06:07:08 +zz:00",
            "0000-00-00 00:00:00", "2011-03-05T06:07:08+99:00",
        ])
    func impossible(text: String) {
        #expect(DateParser.parse(text) == nil)
    }

    @Test("What is written in ISO 8601 reads back as the same moment", arguments: [UInt64(21), 22])
    func roundTrip(seed: UInt64) {
        var state = seed
        for _ in 0..<2000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let moment = Timestamp(milliseconds: Int64(state >> 22) % 32_000_000_000_000)
            guard moment.civil.year >= 1000 else { continue }
            #expect(DateParser.parse(moment.iso8601) == moment, "seed \(seed)")
        }
    }
}
