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
        "6 agosto 2024", "6 augustus 2024", "6 augusti 2024", "6. august 2024", "6. elokuuta 2024", "6 sierpnia 2024",
        "6. srpna 2024", "6. kolovoza 2024.", "2024. augusztus 6.", "6 august 2024", "6 серпня 2024", "6 август 2024",
        "6 Αυγούστου 2024", "6 Ağustos 2024", "6 أغسطس 2024", "٦ أغسطس ٢٠٢٤", "6 באוגוסט 2024", "۶ اوت ۲۰۲۴",
        "6 अगस्त 2024", "६ अगस्त २०२४", "6 สิงหาคม 2567", "6 tháng 8 năm 2024", "6 Agustus 2024", "2024년 8월 6일",
    ])
    func `a day is read in words and digits of many languages`(text: String) {
        #expect(TimeReader.read(text)?.iso8601 == "2024-08-06")
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
