import ArgumentParser
import Glibc
import Model
import Storage

/// A store with some feeds of made-up news, in a directory that goes with it unless it was given.
final class MadeUpStore: Sendable {
    let store: Store
    private let directory: String
    private let isTemporary: Bool
    private static let feed = feed(0)
    private static let feeds = 50

    private static func feed(_ number: Int) -> String { "https://made-up.example/feed-\(number % feeds).xml" }

    init(in directory: String? = nil) throws {
        isTemporary = directory == nil
        self.directory = try directory ?? Self.makeDirectory()
        store = try Store(
            path: self.directory + "/wiredesk.db", clock: { Self.now }, textOf: { CanonicalText($0) })
        for number in 0..<Self.feeds { try store.subscribe(FeedSubscription(url: Self.feed(number))) }
    }

    deinit {
        try? store.close()
        guard isTemporary else { return }
        for suffix in ["", "-wal", "-shm", ".lock"] { unlink(directory + "/wiredesk.db" + suffix) }
        rmdir(directory)
    }

    static var now: Timestamp { Timestamp(milliseconds: Int64(time(nil)) * 1000) }

    /// What a poll of the feed of a number brings that lists `texts` as its entries from `number` on.
    func poll(of feed: Int, _ texts: [CanonicalText], from number: Int) -> FeedIngest {
        let entries = texts.enumerated().map { offset, text in
            IngestEntry(
                entryID: Self.entryID(number + offset), link: "https://made-up.example/\(number + offset)",
                title: "Item \(number + offset)", authors: ["By Nobody"], bodyHTML: text.text, text: text)
        }
        return FeedIngest(
            feed: FeedID(url: Self.feed(feed)), entries: entries, poll: PollState(),
            outcome: FetchOutcome(time: Self.now, status: 200, failed: false, message: "made up"))
    }

    /// An article as a node captures it, a minute after the one before.
    func captured(_ number: Int, _ text: CanonicalText, _ body: ContentHash) -> Article {
        Article(
            id: article(number), feedURL: Self.feed, entryID: Self.entryID(number),
            firstSeen: Timestamp(year: 2026, month: 1, day: 1) + .seconds(60 * number),
            revision: Revision(
                link: "https://made-up.example/\(number)", title: "Item \(number)", authors: ["By Nobody"],
                bodyHash: body, contentHash: text.hash))
    }

    var feedID: FeedID { FeedID(url: Self.feed) }

    func article(_ number: Int) -> ArticleID { ArticleID(feedURL: Self.feed, entryID: Self.entryID(number)) }

    private static func entryID(_ number: Int) -> String { "entry-\(number)" }

    private static func makeDirectory() throws -> String {
        var template = Array("/tmp/wiredesk-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ValidationError("There is no room in /tmp.") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
