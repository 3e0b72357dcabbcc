import Model
import Testing

@testable import ControlProtocol

@Suite struct ReplyTests {
    private typealias Line = ReplyLine<OPMLText, RefreshProgress>

    @Test func everyKindOfReplySurvivesTheWay() throws {
        let replies: [Reply<OPMLText, RefreshProgress>] = [
            .result(OPMLText(text: "a/b\n")), .item(OPMLText(text: "")), .event(RefreshProgress(done: 1, total: 2)),
            .done(Completion(count: 3, total: 9, cursor: "x")),
            .error(ControlError(.badQuery, "no such prefix", remedy: "use tag:", position: 4)),
        ]
        for reply in replies {
            let bytes = try Line(id: .text("a"), reply: reply).bytes
            #expect(bytes.last == 0x0A && bytes.count { $0 == 0x0A } == 1)
            let read = try Line(parsing: bytes)
            #expect(read.id == .text("a"))
            #expect(read.reply == reply)
        }
        #expect(replies.map(\.isLast) == [true, false, false, true, true])
    }

    @Test func keysAreInOneOrderAndSlashesAsTheyAre() throws {
        let line = Line(id: .number(1), reply: .error(ControlError(.notFound, "no a/b")))
        #expect(
            String(decoding: try line.bytes, as: UTF8.self)
                == #"{"error":{"code":"not-found","message":"no a/b"},"id":1}"# + "\n")
    }

    @Test func anErrorOfANewerDaemonIsAFailure() throws {
        let line = try Line(parsing: Array(#"{"error":{"code":"out-of-cheese","message":"m"}}"#.utf8))
        #expect(line.reply == .error(ControlError(.failed, "m")))
    }

    @Test func aKeyOfANewerDaemonIsIgnored() throws {
        let line = try Line(parsing: Array(#"{"id":1,"result":{"text":"x","shiny":true},"later":0}"#.utf8))
        #expect(line.reply == .result(OPMLText(text: "x")))
    }

    @Test func timesAreTextInUTC() throws {
        let moment = Timestamp(year: 2026, month: 2, day: 28, hour: 23, minute: 59, second: 58, millisecond: 7)
        let bytes = try ControlJSON.encode([moment])
        #expect(String(decoding: bytes, as: UTF8.self) == #"["2026-02-28T23:59:58.007Z"]"#)
        #expect(try ControlJSON.decode([Timestamp].self, from: bytes) == [moment])
    }

    @Test(arguments: [
        "", "2026", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00",
        "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00ZZ", "２026-01-01T00:00:00Z",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }
}
