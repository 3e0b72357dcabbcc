import Changelog
import FoundationEssentials
import GRDB
import Model
import Testing

@testable import Storage

@Suite("Opening a database")
struct OpeningTests {
    /// A path in a new directory, which stays for as long as the value lives.
    private final class Place {
        let directory = FileManager.default.temporaryDirectory.path + "/wiredesk-" + UUID().uuidString
        var path: String { directory + "/wiredesk.db" }

        init() throws { try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: directory) }

        func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
    }

    private let wall = WallClock(Timestamp(year: 2026, month: 3, day: 2))

    @Test("What was stored is there after closing and opening again, under the same origin")
    func reopen() throws {
        let place = try Place()
        var store = try TestNode.open(place.path, wall)
        try store.subscribe(FeedSubscription(url: "https://harbour.example/feed"))
        let digest = try store.digest()
        let origin = try store.node()?.origin
        try store.close()
        store = try TestNode.open(place.path, wall)
        #expect(try store.digest() == digest)
        #expect(try store.node()?.origin == origin)
        #expect(try store.feeds().count == 1)
        try store.close()
    }

    @Test("A store that is closed again stays closed")
    func closedTwice() throws {
        let place = try Place()
        let store = try TestNode.open(place.path, wall)
        try store.close()
        try store.close()
        try TestNode.open(place.path, wall).close()
    }

    @Test("A database that was folded under other rules is folded anew, and its stories are the same")
    func otherRules() throws {
        let node = try TestNode()
        for name in ["harbour", "valley"] {
            try node.subscribe(name)
            try node.ingest(name, (1...4).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        }
        let before = try DerivedState(node)
        try node.reopen()
        #expect(try node.store.counts().pending == 0)
        try node.store.write { try SettingTable(transaction: $0).set("folding-rules", "0") }
        try node.reopen()
        #expect(try node.store.counts().pending == 8)
        while try node.store.foldPending(limit: 3) > 0 {}
        #expect(try DerivedState(node) == before)
    }

    @Test("A database of the version before has the same stories, and new copies find theirs")
    func versionBefore() throws {
        let node = try TestNode()
        for name in ["harbour", "valley", "mountain"] { try node.subscribe(name) }
        for name in ["harbour", "valley"] {
            try node.ingest(name, (1...4).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        }
        try node.ingest("valley", [entry("5", "Alone", prose(5)), entry("6", "Old", prose(6))])
        _ = try node.store.dropOld(AgeLimits(bodies: node.wall.now + .seconds(3600)))
        let other = try TestNode()
        try other.subscribe("mountain")
        try other.ingest("mountain", (7...9).map { entry("\($0)", "Yet to come", prose(UInt64($0))) })
        try meet(node, other)
        let (before, wanted) = (try DerivedState(node), try node.store.wantedBodies(limit: 10))
        try node.store.close()
        try DatabaseQueue(path: node.path).writeWithoutTransaction { try Self.makeVersion5($0) }
        try node.reopen()
        #expect(try node.store.check() == [])
        #expect(try DerivedState(node) == before)
        #expect(try wanted.count == 3 && Set(node.store.wantedBodies(limit: 10)) == Set(wanted))
        #expect(try node.store.dropOld(AgeLimits(bodies: node.wall.now + .seconds(3600))).headlines == 0)
        try node.ingest("mountain", (1...5).map { entry("\($0)", "Notice \($0)", prose(UInt64($0))) })
        #expect(try Set(node.stories().map(\.copies)) == [1, 2, 3])
        let after = try DerivedState(node)
        #expect(try node.store.rebuild([.stories]).differenceCount == 0)
        #expect(try DerivedState(node) == after)
    }

    /// Undoes what the sixth to ninth versions changed.
    private static func makeVersion5(_ database: Database) throws {
        for row in try GRDB.Row.fetchAll(database, sql: "SELECT key, anchors FROM recent_anchors") {
            let bytes: Data = row["anchors"]
            for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 4) {
                let anchor = (0..<4).reduce(Int64(0)) { $0 | Int64(bytes[start + $1]) << (8 * $1) }
                let key: Int64 = row["key"]
                try database.execute(
                    sql: "INSERT INTO anchor (anchor, text) VALUES (?, ?)", arguments: [anchor, key])
            }
        }
        try database.execute(
            sql: """
                DROP TABLE recent_anchors;
                DROP TABLE anchor_hand;
                DROP INDEX text_by_group;
                CREATE INDEX text_by_group ON text (core_group, key) WHERE core_group IS NOT NULL;
                DROP INDEX article_by_text;
                UPDATE article SET folded_text = (SELECT key FROM text WHERE id = folded_text);
                CREATE INDEX article_by_text ON article (folded_text, folded_content) WHERE folded_text IS NOT NULL;
                INSERT INTO search (search, rank) VALUES ('automerge', 4), ('usermerge', 4), ('hashsize', 1048576);
                CREATE UNIQUE INDEX revision_key ON revision (key);
                CREATE TABLE wanted_body (hash BLOB PRIMARY KEY, first_seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX wanted_body_by_time ON wanted_body (first_seen);
                INSERT INTO wanted_body SELECT body_hash, wanted FROM revision WHERE wanted IS NOT NULL;
                DROP INDEX revision_by_wanted;
                ALTER TABLE revision DROP COLUMN wanted;
                ALTER TABLE revision DROP COLUMN body;
                CREATE UNIQUE INDEX body_by_hash ON body (hash);
                DROP INDEX body_by_count;
                DROP INDEX body_packs;
                ALTER TABLE body DROP COLUMN count;
                ALTER TABLE body DROP COLUMN dictionary;
                DROP TABLE dictionary;
                PRAGMA user_version = 5;
                """)
    }

    @Test("A second daemon is told that the database is in use")
    func secondDaemon() throws {
        let place = try Place()
        let store = try TestNode.open(place.path, wall)
        #expect(throws: StoreError.lockedByAnotherDaemon(path: place.path)) { try TestNode.open(place.path, wall) }
        try store.close()
    }

    @Test("A copy of a database takes a new origin, and its state is the same")
    func copied() throws {
        let place = try Place()
        let store = try TestNode.open(place.path, wall)
        try store.subscribe(FeedSubscription(url: "https://harbour.example/feed"))
        let (origin, digest) = (try store.node()?.origin, try store.digest())
        try store.close()
        let other = try Place()
        try FileManager.default.copyItem(atPath: place.path, toPath: other.path)
        let copy = try TestNode.open(other.path, wall)
        #expect(try copy.node()?.origin != nil)
        #expect(try copy.node()?.origin != origin)
        #expect(try copy.digest() == digest)
    }

    @Test("A database from a later version is refused before it is touched")
    func newerVersion() throws {
        let place = try Place()
        let store = try TestNode.open(place.path, wall)
        try store.close()
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: place.path)))
        bytes[62...63] = [3, 0xE7]
        try place.write(bytes)
        #expect(throws: StoreError.newerSchema(path: place.path, found: 999, supported: 9)) {
            try TestNode.open(place.path, wall)
        }
        #expect([UInt8](try Data(contentsOf: URL(filePath: place.path))) == bytes)
    }

    @Test(
        "A file that is something else is refused",
        arguments: [
            Array("#!/bin/sh\n".utf8), Array(repeating: 0, count: 4096),
            Array("SQLite format 3\0".utf8) + Array(repeating: 0x41, count: 4096),
        ])
    func somethingElse(bytes: [UInt8]) throws {
        let place = try Place()
        try place.write(bytes)
        #expect(throws: StoreError.notADatabase(path: place.path)) { try TestNode.open(place.path, wall) }
    }

    @Test("A directory that is not there is named")
    func noDirectory() throws {
        let path = "/nonexistent/wiredesk.db"
        #expect(throws: StoreError.self) { try TestNode.open(path, wall) }
    }
}
