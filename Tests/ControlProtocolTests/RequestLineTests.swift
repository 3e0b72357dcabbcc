import Testing

@testable import ControlProtocol

@Suite struct RequestLineTests {
    @Test func aRequestIsOneLineOfJSON() throws {
        let line = try parse(#"{"v":1,"id":7,"method":"list","params":{"query":"is:unread","limit":20}}"#)
        #expect(line == RequestLine(id: .number(7), request: .list(ListParameters(query: "is:unread", limit: 20))))
    }

    @Test func idAndParametersMayBeLeftOut() throws {
        #expect(try parse(#"{"v":1,"method":"status"}"#) == RequestLine(id: nil, request: .status))
        #expect(try parse(#"{"v":1,"method":"status","params":null}"#) == RequestLine(id: nil, request: .status))
        #expect(try parse(#"{"v":1,"id":"a","method":"refresh"}"#).request == .refresh(RefreshParameters()))
    }

    @Test func everyRequestSurvivesTheWay() throws {
        let target = Target(query: "tag:later")
        let requests: [Request] =
            [
                .status, .list(ListParameters(order: .oldest, cursor: "c")),
                .search(SearchParameters(query: "ice road")),
                .show(ShowParameters(id: "3f", exact: true)), .copies(IDParameters(id: "3f")),
                .revisions(IDParameters(id: "3f")), .flow(IDParameters(id: "3f")), .agencies,
                .pictures(IDParameters(id: "3f")), .picture(PictureParameters(id: "3f", number: 2)),
                .diff(DiffParameters(left: "a", right: "b", leftRevision: 1)),
                .tag(TagParameters(target: target, add: ["x"], remove: ["y"], dryRun: true)),
                .note(NoteParameters(id: "3f", text: "a \"b\"\n")), .split(PairParameters(left: "a", right: "b")),
                .join(PairParameters(left: "a", right: "b", dryRun: true)), .undo(UndoParameters(operation: "9")),
                .log(LogParameters(limit: 3)), .feeds(FeedsParameters(failing: true)),
                .feedWhy(FeedParameters(feed: "https://a.example/")), .feedTest(FeedParameters(feed: "f")),
                .feedAdd(FeedAddParameters(url: "https://a.example/", tags: ["x"], dryRun: true)),
                .feedRemove(FeedParameters(feed: "f")), .refresh(RefreshParameters(feeds: ["f"])),
                .watch(WatchParameters(since: 12, kinds: [.storyNew])), .rebuild(RebuildParameters(stories: true)),
                .doctor, .exportOPML, .importOPML(OPMLImportParameters(text: "<opml/>")), .reload, .metrics,
                .complete(CompleteParameters(kind: .tags, prefix: "lo")), .peers, .syncNow, .syncStatus, .databaseCheck,
                .databaseRepair, .quarantine,
                .restore(FileParameters(file: "/srv/backup.db")),
                .peerInvite(PeerInviteParameters(address: "desk.example:7331")),
                .peerJoin(PeerJoinParameters(invitation: "wd1-0")), .peerForget(PeerParameters(peer: "desk")),
                .peerRename(PeerRenameParameters(peer: "desk", name: "tower")),
                .bundleExport(BundleExportParameters(file: "/a", since: "/b")),
                .bundleImport(FileParameters(file: "/a")),
                .backup(FileParameters(file: "/a")),
            ] + Mark.allCases.map { .mark($0, MarkParameters(target: Target(ids: ["3f", "81"]))) }
        for request in requests {
            let bytes = try RequestLine(id: .number(1), request: request).bytes
            #expect(bytes.last == 0x0A && bytes.count { $0 == 0x0A } == 1)
            #expect(try RequestLine(parsing: bytes.dropLast()).request == request)
        }
        #expect(Set(requests.map(\.method)) == Set(Request.methods))
    }

    @Test(
        arguments: [
            ("nonsense", ControlError.Code.badRequest, nil, "not JSON"),
            ("{}", .badRequest, nil, "“v” is missing"),
            (#"{"v":"1","method":"status"}"#, .badRequest, nil, "“v” is not a whole number"),
            (#"{"v":2,"id":5,"method":"status"}"#, .unsupportedVersion, .number(5), "speaks version 1"),
            (#"{"v":1,"id":5,"method":"frobnicate"}"#, .unknownMethod, .number(5), "“frobnicate”"),
            (
                #"{"v":1,"id":5,"method":"list","params":{"limit":"x"}}"#, .badParameters, .number(5),
                "“limit” is not a whole"
            ),
            (#"{"v":1,"id":5,"method":"show"}"#, .badParameters, .number(5), "“id” is missing"),
            (#"{"v":1,"id":5,"method":"status","params":[1]}"#, .badParameters, .number(5), "not an object"),
            (#"{"v":1,"id":5,"method":"list","params":{"order":"random"}}"#, .badParameters, .number(5), "“order”"),
        ] as [(String, ControlError.Code, RequestID?, String)])
    func aBadRequestIsExplained(text: String, code: ControlError.Code, id: RequestID?, words: String) {
        let fault = #expect(throws: RequestLine.Fault.self) { try parse(text) }
        #expect(fault?.error.code == code)
        #expect(fault?.id == id)
        #expect(fault?.error.message.contains(words) == true, "\(fault?.error.message ?? "")")
    }

    @Test func anUnknownParameterIsRefusedRatherThanIgnored() {
        let fault = #expect(throws: RequestLine.Fault.self) {
            try parse(#"{"v":1,"method":"read","params":{"target":{"ids":["3f"]},"onlyIf":"x"}}"#)
        }
        #expect(fault?.error.message == "unknown parameter “onlyIf”")
        let nested = #expect(throws: RequestLine.Fault.self) {
            try parse(#"{"v":1,"method":"read","params":{"target":{"ids":["3f"],"feed":"x"}}}"#)
        }
        #expect(nested?.error.message == "unknown parameter “target.feed”")
    }

    @Test func whatIsNullOrFalseIsAsGoodAsAbsent() throws {
        let line = try parse(
            #"{"v":1,"method":"read","params":{"target":{"ids":["3f"],"query":null},"dryRun":false}}"#)
        #expect(line.request == .mark(.read, MarkParameters(target: Target(ids: ["3f"]))))
    }

    @Test func aTargetIsIdsOrAQuery() throws {
        #expect(try Target(ids: ["a"]).choice == .ids(["a"]))
        #expect(try Target(query: "q").choice == .query("q"))
        var both = Target(ids: ["a"])
        both.query = "q"
        #expect(throws: ControlError.self) { try both.choice }
        #expect(throws: ControlError.self) { try Target(ids: []).choice }
    }

    @Test func hostileLinesAreRefused() {
        for text in [
            String(repeating: "[", count: 100_000),
            #"{"v":1,"method":"list","params":"# + String(repeating: #"{"a":"#, count: 5000),
            #"{"v":1e400,"method":"status"}"#, #"{"v":1,"id":99999999999999999999,"method":"status"}"#,
            "{\"v\":1,\"id\":\"\(String(repeating: "x", count: 129))\",\"method\":\"status\"}", "\u{0}", "null", "[]",
        ] {
            #expect(throws: RequestLine.Fault.self) { try parse(text) }
        }
        #expect(throws: RequestLine.Fault.self) {
            try RequestLine(parsing: [UInt8](repeating: 0x20, count: LineLimit.request + 1))
        }
        #expect(throws: RequestLine.Fault.self) { try RequestLine(parsing: [0x7B, 0xFF, 0x7D]) }
    }

    @Test(arguments: [0xF00D, 11] as [UInt64])
    func noDamageToALineEverCrashes(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let sound = Array(
            #"{"v":1,"id":"aé","method":"tag","params":{"target":{"ids":["3f","8\u00e9"]},"add":["x"],"dryRun":true}}"#
                .utf8)
        for _ in 0..<3000 {
            var line = sound
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<line.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: line[index] = UInt8.random(in: 0...255, using: &random)
                case 1: line.remove(at: index)
                default: line.insert(Array(#"{}[]",:\0e9-tn"#.utf8).randomElement(using: &random) ?? 0, at: index)
                }
            }
            do throws(RequestLine.Fault) {
                _ = try RequestLine(parsing: line)
            } catch {
                #expect(!error.error.message.isEmpty, "seed \(seed)")
            }
        }
    }

    private func parse(_ text: String) throws(RequestLine.Fault) -> RequestLine {
        try RequestLine(parsing: Array(text.utf8))
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
