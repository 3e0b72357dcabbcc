import Changelog
import Model
import Testing

@Suite("A change's value")
struct ChangeValueTests {
    static let pair = ArticlePair(article("a").id, article("b").id)

    static let all: [ChangeValue] = {
        let id = article("a").id
        let settings: [FeedSetting] = [
            .subscribed(true), .subscribed(false), .title("Harbour"), .title(nil), .tags(["ports", "north/ice"]),
            .tags([]),
            .interval(seconds: 900), .interval(seconds: nil), .fullText(true), .fullText(nil), .userAgent("x"),
            .address("https://new.example/"), .proxy(nil), .http1Only(true),
        ]
        var values: [ChangeValue] = [
            .article(article("a")), .article(article("a", firstSeen: Timestamp(milliseconds: 0))),
            .article(article("a", firstSeen: Timestamp(milliseconds: -5))), .read(id, true), .read(id, false),
            .starred(id, true), .hidden(id, true),
            .markAllRead(FeedID(url: "https://harbour.example/feed.xml"), through: noon),
            .tag(id, tag: "later", present: true), .tag(id, tag: "later", present: false),
            .note(NoteEdit(article: id, nonce: 7, text: "ask about the quay", supersedes: [])),
            .note(NoteEdit(article: id, nonce: 8, text: "", supersedes: [RecordKey(high: 1, low: 2)])),
            .rule(SharedRule(name: "quiet", query: "tag:sport", actions: ["+read"], expires: noon)),
            .rule(SharedRule(name: "quiet", query: "", actions: [], isRemoved: true)),
            .savedSearch(SharedSearch(name: "sea", query: "harbour or ferry")),
            .device(
                DeviceEntry(
                    device: device("k"), name: "laptop", publicKey: Array("k".utf8), addresses: ["[::1]:7777"])),
        ]
        values += settings.map { .feed(url: "https://harbour.example/feed.xml", $0) }
        if let pair { values += [PairVerdict.auto, .together, .apart].map { .pair(pair, $0) } }
        return values
    }()

    @Test("holds a feed's tags in one text, a line each, of which a single tag is the whole")
    func feedTags() {
        #expect(FeedTags.text(of: ["harbour news"]) == "harbour news")
        #expect(FeedTags.text(of: ["a", "b/c", "a", " ", "d\ne"]) == "a\nb/c\nd e")
        #expect(FeedTags.text(of: []) == nil)
        #expect(FeedTags.read("a\nb/c\nd e") == ["a", "b/c", "d e"])
        #expect(FeedTags.read(nil) == [] && FeedTags.read("") == [])
    }

    @Test("holds as many tags as there is room for")
    func manyFeedTags() throws {
        let tags = (1...10_000).map { "tag \($0)" }
        let kept = FeedTags.read(FeedTags.text(of: tags))
        #expect(kept.count > 500 && kept == Array(tags.prefix(kept.count)))
        _ = try ChangeValue.feed(url: "https://harbour.example/feed.xml", .tags(tags)).encoded()
    }

    @Test("comes back as it was, and has the same bytes each time", arguments: all)
    func roundTrip(_ value: ChangeValue) throws {
        let (id, bytes) = try value.encoded()
        let again = try value.encoded()
        #expect(again.id == id && again.bytes == bytes)
        #expect(try ChangeValue(of: id, bytes: bytes) == value)
    }

    @Test("cut at any byte or changed in any bit, is refused or is another value: never a crash", arguments: all)
    func damage(_ value: ChangeValue) throws {
        let (id, bytes) = try value.encoded()
        for length in 0..<bytes.count { _ = try? ChangeValue(of: id, bytes: Array(bytes[..<length])) }
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << UInt8(bit)
                _ = try? ChangeValue(of: id, bytes: damaged)
            }
        }
    }

    @Test("under a key that does not follow from it is refused")
    func wrongKey() throws {
        let (id, bytes) = try ChangeValue.article(article("a")).encoded()
        let other = RegisterID(kind: id.kind, key: RecordKey(high: 1, low: 2))
        #expect(throws: ValueDefect(field: "revision", reason: .keyMismatch)) {
            _ = try ChangeValue(of: other, bytes: bytes)
        }
    }

    @Test("names the field that is too long")
    func tooLong() {
        let note = NoteEdit(
            article: article("a").id, nonce: 1, text: String(repeating: "å", count: 40_000), supersedes: [])
        #expect(throws: ValueDefect(field: "text", reason: .tooLong(limit: 65_536))) {
            _ = try ChangeValue.note(note).encoded()
        }
        let tag = ChangeValue.tag(article("a").id, tag: String(repeating: "t", count: 257), present: true)
        #expect(throws: ValueDefect(field: "tag", reason: .tooLong(limit: 256))) { _ = try tag.encoded() }
    }

    @Test("of an unknown kind is opaque, and of an unknown setting too")
    func unknown() throws {
        let kind = try #require(ChangeKind(code: 400))
        #expect(try ChangeValue(of: RegisterID(kind: kind, key: RecordKey(high: 3, low: 4)), bytes: [1, 2]) == nil)
        #expect(ChangeKind(code: 403) == nil)
        // field 9999 of harbour.example, spelt by hand: feed_url = 1, field = 2
        let url = "https://harbour.example/feed.xml"
        let bytes: [UInt8] = [0x0A, UInt8(url.utf8.count)] + Array(url.utf8) + [0x10, 0x8F, 0x4E]
        let key = RecordKey(of: Array("feed field".utf8), FeedID(url: url).key.bytes, [0, 0, 0x27, 0x0F])
        #expect(try ChangeValue(of: RegisterID(kind: .feedField, key: key), bytes: bytes) == nil)
    }

    @Test("says read by the later of flag and mark")
    func readState() {
        func version(_ clock: Int64) -> Version { Version(clock: clock, author: OriginID(1), valuePrefix: 0) }
        let mark = (through: noon, version: version(10))
        #expect(!ReadState.isRead(flag: nil, mark: nil, firstSeen: noon))
        #expect(ReadState.isRead(flag: nil, mark: mark, firstSeen: noon))
        #expect(!ReadState.isRead(flag: nil, mark: mark, firstSeen: noon + .milliseconds(1)))
        #expect(ReadState.isRead(flag: (false, version(9)), mark: mark, firstSeen: noon))
        #expect(!ReadState.isRead(flag: (false, version(11)), mark: mark, firstSeen: noon))
    }
}
