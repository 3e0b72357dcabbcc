import Model
import Testing

@testable import ArticleExtraction

@Suite struct TimeReaderTests {
    @Test(arguments: [
        ("2024-08-06T18:32:10-06:00", "2024-08-06T18:32:10-06:00"),
        ("2024-08-06T18:32:10.123Z", "2024-08-06T18:32:10Z"),
        ("2024-08-06 18:32:10+0200", "2024-08-06T18:32:10+02:00"), ("2024-08-06", "2024-08-06"),
        ("20240806T183210", "2024-08-06T18:32:10Z"), ("Tue, 06 Aug 2024 18:32:10 GMT", "2024-08-06T18:32:10Z"),
        ("August 6, 2024", "2024-08-06"), ("6. August 2024, 18:32 Uhr", "2024-08-06T18:32:00Z"),
        ("6 août 2024", "2024-08-06"), ("6 de agosto de 2024", "2024-08-06"), ("2024年8月6日", "2024-08-06"),
        ("6 августа 2024, 18:32", "2024-08-06T18:32:00Z"), ("06.08.2024", "2024-08-06"), ("08/16/2024", "2024-08-16"),
        ("Aug. 6, 2024 at 6:32 p.m. EDT", "2024-08-06T18:32:00-04:00"), ("1722969130", "2024-08-06T18:32:10Z"),
    ])
    func `a time is read in the forms that pages write`(text: String, expected: String) {
        #expect(TimeReader.read(text)?.iso8601 == expected)
    }

    @Test(arguments: [
        "", "soon", "2024", "13/13/2024", "99999999999999999999", "1822-01-01", "2024-13-01", "+", "-1", "May",
    ])
    func `what is no time is none`(text: String) {
        #expect(TimeReader.read(text) == nil)
    }

    @Test func `an address may hold the day`() {
        #expect(TimeReader.read(inPath: "https://p.example/news/2024/08/06/harbour.html")?.iso8601 == "2024-08-06")
        #expect(TimeReader.read(inPath: "https://p.example/2024/08/harbour") == nil)
    }
}
