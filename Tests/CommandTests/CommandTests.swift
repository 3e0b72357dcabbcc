import ControlProtocol
import Foundation
import Testing

@Suite struct CommandTests {
    @Test func aPipeGetsALineForEachStory() throws {
        let daemon = try ScriptedDaemon { _ in .items([Samples.ferry, Samples.iceRoad], total: 90) }
        let run = try Run.wiredesk("list", socket: daemon.socket)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("8d9a6d0  AP  Ferry runs aground"))
        #expect(lines[1].contains("[2 new paragraphs] Ice road stays open"))
        #expect(lines[1].hasSuffix("#local"))
        #expect(daemon.requests == [.list(ListParameters(query: "is:unread is:updated", limit: 50))])
    }

    @Test func wordsBecomeOneQuery() throws {
        let daemon = try ScriptedDaemon { _ in .items([SearchHit]()) }
        _ = try Run.wiredesk("search", "ran aground", "tag:later", socket: daemon.socket)
        _ = try Run.wiredesk("list", "-n", "3", "ferry and not tag:x", "--oldest", socket: daemon.socket)
        #expect(
            daemon.requests == [
                .search(SearchParameters(query: "\"ran aground\" tag:later", limit: 20)),
                .list(ListParameters(query: "ferry and not tag:x", order: .oldest, limit: 3)),
            ])
    }

    @Test func jsonIsOneDocumentWithAVersion() throws {
        let daemon = try ScriptedDaemon { _ in .items([Samples.ferry], total: 90) }
        let run = try Run.wiredesk("list", "--json", socket: daemon.socket)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["v"] as? Int == 1)
        #expect(document["total"] as? Int == 90)
        #expect((document["items"] as? [[String: Any]])?.first?["title"] as? String == "Ferry runs aground")
    }

    @Test func jsonLinesAreOneObjectALine() throws {
        let daemon = try ScriptedDaemon { _ in .items([Samples.ferry, Samples.hostile]) }
        let run = try Run.wiredesk("list", "--jsonl", socket: daemon.socket)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        let last = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
        #expect(last?["title"] as? String == Samples.hostile.title)
        #expect(lines[1].utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test func aTemplateMakesALineForEachItem() throws {
        let daemon = try ScriptedDaemon { _ in .items([Samples.ferry, Samples.iceRoad]) }
        let run = try Run.wiredesk("list", "--format", #"{short}\t{agency}\t{tags}"#, socket: daemon.socket)
        #expect(run.output == "8d9a6d0\tap\t\n4c11b02\t\tlocal\n")
        let slip = try Run.wiredesk("list", "--format", "{shrt}", socket: daemon.socket)
        #expect(slip.errors.contains("no item has a field “shrt”"))
    }

    @Test func theCopiesOfAStoryAreItemsToo() throws {
        let copies = [Samples.copy("64e04a2", site: "a.example"), Samples.copy("65dff9c", site: "b.example")]
        let daemon = try ScriptedDaemon { _ in .result(CopiesReport(story: Samples.ferry, copies: copies)) }
        let run = try Run.wiredesk("copies", "8d9a", "--format", "{short} {feed.title}", socket: daemon.socket)
        #expect(run.output == "64e04a2 Harbour News\n65dff9c Harbour News\n")
        let lines = try Run.wiredesk("copies", "8d9a", "--jsonl", socket: daemon.socket).output
        #expect(lines.split(separator: "\n").count == 2)
    }

    @Test func sfeedsToolsReadTheTabSeparatedForm() throws {
        let daemon = try ScriptedDaemon { _ in .items([Samples.iceRoad]) }
        let run = try Run.wiredesk("list", "--tsv", socket: daemon.socket)
        #expect(
            run.output
                == "1773295200\tIce road stays open\thttps://lakeside.example/ice\t\t\t4c11b02\t\t\tlocal\n")
    }

    @Test func nothingFromAFeedCommandsTheTerminal() throws {
        let daemon = try ScriptedDaemon { request in
            if case .read? = Mark(rawValue: request.method) {
                return .error(ControlError(.failed, "no \u{1B}[2Jstory"))
            }
            return .items([Samples.hostile])
        }
        for arguments in [["list"], ["list", "--tsv"], ["list", "--format", "{title}"], ["list", "--json"]] {
            let run =
                arguments.count == 1
                ? try Run.wiredesk(arguments[0], socket: daemon.socket)
                : try Run.wiredesk(
                    arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : "--no-pager", socket: daemon.socket
                )
            #expect(!run.output.isEmpty)
            #expect(
                run.output.unicodeScalars.allSatisfy {
                    $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control && $0.value != 0x202E
                }, "\(arguments)")
        }
        #expect(try !Run.wiredesk("read", "x", socket: daemon.socket).errors.contains("\u{1B}"))
    }

    @Test func tagsAreChangedByPlusAndMinus() throws {
        let daemon = try ScriptedDaemon { _ in .result(Samples.outcome) }
        #expect(try Run.wiredesk("tag", "+later", "-holiday", "8d9a", socket: daemon.socket).status == 0)
        #expect(
            try Run.wiredesk("tag", "+x", "-n", "--dry-run", "--", "ferry", "-tag:y", socket: daemon.socket).status == 0
        )
        #expect(
            daemon.requests == [
                .tag(TagParameters(target: Target(ids: ["8d9a"]), add: ["later"], remove: ["holiday"])),
                .tag(TagParameters(target: Target(query: "ferry -tag:y"), add: ["x"], remove: ["n"], dryRun: true)),
            ])
    }

    @Test func aFeedIsAddedUnderEveryTagThatIsNamed() throws {
        let preview = FeedPreview(
            url: Samples.feed.url, title: Samples.feed.title, format: "RSS 2.0",
            fetch: FetchRecord(at: Samples.morning, status: 200, summary: "9 bytes"), entries: [], entryCount: 0)
        let daemon = try ScriptedDaemon { _ in .result(FeedAddOutcome(outcome: Samples.outcome, preview: preview)) }
        _ = try Run.wiredesk("feed", "add", "--tag", "sea", "--tag", "news/local", "a.example", socket: daemon.socket)
        #expect(daemon.requests == [.feedAdd(FeedAddParameters(url: "a.example", tags: ["sea", "news/local"]))])
    }

    @Test func aBatchOfTagsIsUnderstoodWholeOrNotAtAll() throws {
        let daemon = try ScriptedDaemon { _ in .result(Samples.outcome) }
        let broken = try Run.wiredesk("tag", "--batch", socket: daemon.socket, input: "+a 8d9a\n8d9a\n")
        #expect(broken.status == 2)
        #expect(daemon.requests.isEmpty)
        let sound = try Run.wiredesk("tag", "--batch", socket: daemon.socket, input: "# all\n+a 8d9a\n\n-b -- tag:b\n")
        #expect(sound.status == 0)
        #expect(daemon.requests.count == 2)
    }

    @Test func idsComeFromStandardInput() throws {
        let daemon = try ScriptedDaemon { _ in .result(Samples.outcome) }
        _ = try Run.wiredesk("read", "-", socket: daemon.socket, input: "8d9a\tFerry\n\n4c11 Ice\n")
        #expect(daemon.requests == [.mark(.read, MarkParameters(target: Target(ids: ["8d9a", "4c11"])))])
    }

    @Test func aChangeSaysHowToTakeItBack() throws {
        let daemon = try ScriptedDaemon { _ in .result(Samples.outcome) }
        let run = try Run.wiredesk("star", "8d9a", socket: daemon.socket)
        #expect(run.output == "1 story marked as read  wiredesk undo 41\n")
    }

    @Test func aRefreshThatFailsInPartEndsWithItsOwnStatus() throws {
        let progress = RefreshProgress(done: 2, total: 2, unchanged: 1, failed: 1)
        let daemon = try ScriptedDaemon { request in
            guard case .refresh(let parameters) = request else { return .hangUp }
            var progress = progress
            if parameters.feeds != nil { progress.failed = 2 }
            let outcome = RefreshOutcome(
                progress: progress, newStories: 0, updatedStories: 0,
                failures: [.init(feed: Samples.feed, problem: "the server answered 503")], milliseconds: 12)
            let event = #"{"id":ID,"event":\#(ScriptedDaemon.Answer.json(progress))}"#
            return .lines([event, #"{"id":ID,"result":\#(ScriptedDaemon.Answer.json(outcome))}"#])
        }
        let some = try Run.wiredesk("refresh", socket: daemon.socket)
        #expect(some.status == 3)
        #expect(some.output.contains("Harbour News: the server answered 503"))
        #expect(try Run.wiredesk("refresh", "https://harbour.example/feed", socket: daemon.socket).status == 1)
    }

    @Test func watchingGoesOnWhereTheDaemonWasRestarted() throws {
        @Sendable func event(_ number: Int, kind: String = "story-new") -> String {
            #"{"id":ID,"event":{"number":\#(number),"at":"2026-03-12T08:00:00Z","kind":"\#(kind)","text":"Ice"}}"#
        }
        let daemon = try ScriptedDaemon { request in
            guard case .watch(let parameters) = request else { return .hangUp }
            return parameters.since == nil
                ? .lastLines([event(7), event(8, kind: "known-to-newer-daemons")]) : .lines([event(9), "the end"])
        }
        let run = try Run.wiredesk("watch", "--format", "{number}", socket: daemon.socket)
        #expect(run.output == "7\n9\n")
        #expect(run.errors.contains("waiting for it"))
        #expect(daemon.requests.last == .watch(WatchParameters(since: 7)))
    }

    @Test func theCommandLinksNeitherFoundationNorADatabase() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ldd")
        process.arguments = [Run.binary]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.contains("libc.so"))
        for library in ["libFoundation.so", "libFoundationInternationalization", "_FoundationICU", "libsqlite3"] {
            #expect(!text.contains(library))
        }
    }
}
