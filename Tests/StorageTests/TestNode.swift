import FoundationEssentials
import Model
import Querying
import Storage
import Synchronization

/// A store in a directory of its own, with a wall clock that the test moves.
final class TestNode {
    let directory: String
    let wall: WallClock
    private(set) var store: Store

    init(startingAt moment: Timestamp = Timestamp(year: 2026, month: 3, day: 2, hour: 9)) throws {
        directory = FileManager.default.temporaryDirectory.path + "/wiredesk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        wall = WallClock(moment)
        store = try Self.open(directory + "/wiredesk.db", wall)
    }

    /// A node on a database that is there, in a directory that is removed with this node.
    init(at path: String, _ wall: WallClock) throws {
        directory = FileManager.default.temporaryDirectory.path + "/wiredesk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: path, toPath: directory + "/wiredesk.db")
        self.wall = wall
        store = try Self.open(directory + "/wiredesk.db", wall)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    var path: String { directory + "/wiredesk.db" }

    func reopen() throws {
        try store.close()
        store = try Self.open(path, wall)
    }

    static func open(_ path: String, _ wall: WallClock) throws -> Store {
        try Store(
            path: path, clock: { wall.now }, textOf: { CanonicalText(plainText(of: $0)) }, survivesPowerCuts: false)
    }

    /// Subscribes to a feed whose address ends in `name`.
    @discardableResult
    func subscribe(_ name: String) throws -> FeedID {
        let feed = FeedSubscription(url: Self.url(name), title: name)
        try store.subscribe(feed)
        return feed.id
    }

    static func url(_ name: String) -> String { "https://\(name).example/feed.xml" }

    /// Takes entries in, a minute after what was done before.
    @discardableResult
    func ingest(_ name: String, _ entries: [IngestEntry]) throws -> IngestReport {
        wall.advance(by: .seconds(60))
        let outcome = FetchOutcome(time: wall.now, status: 200, failed: false, message: "ok")
        let batch = FeedIngest(
            feed: FeedID(url: Self.url(name)), publishedTitle: name, entries: entries,
            poll: PollState(etag: "\"\(wall.now.milliseconds)\""), outcome: outcome)
        return try store.ingest([batch])[0]
    }

    func stories(_ query: String = "", order: StoryOrder = .newestFirst) throws -> [StorySummary] {
        try store.stories(Query(query, in: QueryContext(now: wall.now)), order: order, limit: 500).stories
    }

    func query(_ text: String) throws -> Selection { .query(try Query(text, in: QueryContext(now: wall.now))) }

    func article(_ name: String, _ entryID: String) -> ArticleID {
        ArticleID(feedURL: Self.url(name), entryID: entryID)
    }
}

/// A clock that stands still until it is moved.
final class WallClock: Sendable {
    private let moment: Mutex<Timestamp>

    init(_ moment: Timestamp) { self.moment = Mutex(moment) }

    var now: Timestamp { moment.withLock { $0 } }
    func advance(by duration: Duration) { moment.withLock { $0 = $0 + duration } }
}

/// One paragraph a line, tags away: enough for the bodies that these tests make.
func plainText(of html: String) -> String {
    html.split(separator: "<p>").map { $0.split(separator: "<").first.map(String.init) ?? "" }.joined(separator: "\n")
}

/// An entry with paragraphs as its body.
func entry(
    _ id: String, _ title: String, _ paragraphs: [String], link: String? = nil, published: Timestamp? = nil,
    updated: Timestamp? = nil, agency: Agency? = nil, dateline: String? = nil, language: String? = nil,
    pictures: [String] = [], markup: String = ""
) -> IngestEntry {
    let html = paragraphs.map { "<p>\($0)</p>" }.joined() + markup
    return IngestEntry(
        entryID: id, link: link ?? "https://news.example/\(id)", title: title, authors: ["Nora Field"], agency: agency,
        dateline: dateline, language: language, pictures: pictures, published: published, updated: updated,
        bodyHTML: html, text: CanonicalText(plainText(of: html)))
}

/// Paragraphs of invented prose, the same for the same seed and unlike those of any other.
func prose(_ seed: UInt64, paragraphs: Int = 6) -> [String] {
    var random = SeededGenerator(seed)
    let syllables = ["ka", "ro", "min", "tel", "vas", "dor", "lu", "pen", "sha", "gri", "bo", "nel", "fa", "ust"]
    func word() -> String {
        (0..<Int.random(in: 2...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
    }
    return (0..<paragraphs).map { _ in
        (0..<40).map { _ in word() }.joined(separator: " ") + "."
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): equal seeds give equal numbers.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
