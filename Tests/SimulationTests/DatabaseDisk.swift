import Changelog
import FoundationEssentials
import Model

@testable import Storage

/// A disk with the daemon's own store on it. The power fails in the middle of the file: what a transaction had written
/// to the log by then is there, up to any byte.
final class DatabaseDisk: SimulatedDisk {
    private let surroundings: Surroundings
    private let directory: String
    private var store: Store
    /// The files of this life of the machine; each has its own, since the last one's may still be held open.
    private var life = 0
    /// Which file the store is told that it has.
    private var identity: String

    init(_ surroundings: Surroundings) throws {
        self.surroundings = surroundings
        // In memory, where there is such a file system: that nothing is lost without power is tried by cutting files.
        let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        directory = root + "/wiredesk-simulation-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        identity = directory
        store = try Self.open(directory + "/0.db", surroundings, identity: identity)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private static func open(_ path: String, _ surroundings: Surroundings, identity: String) throws -> Store {
        try Store(
            path: path, clock: { surroundings.now }, textOf: { CanonicalText($0) },
            random: { surroundings.random() }, identity: { _ in identity }, survivesPowerCuts: false)
    }

    // MARK: The store's own operations

    func start(_ session: inout Session) throws -> [SessionOutput] { try store.start(&session) }

    func receive(_ message: Message, in session: inout Session) throws -> [SessionOutput] {
        try store.receive(message, in: &session)
    }

    func pump(_ session: inout Session) throws -> [SessionOutput] { try store.pump(&session) }

    func write(_ value: ChangeValue) throws -> AppliedChange? {
        try store.change { domain, replica in try domain.write(value, &replica) }
    }

    func vector() throws -> VersionVector { try store.vector() }

    func next(of bundle: inout BundleWriter) throws -> [UInt8]? { try store.next(of: &bundle) }

    func receive(_ frame: ArraySlice<UInt8>, in bundle: inout BundleImport) throws -> [SessionOutput] {
        try store.receive(frame, in: &bundle)
    }

    // MARK: What happens to it

    func image() throws -> DiskImage { .files(database: try read(""), log: try read("-wal"), identity: identity) }

    func replace(by image: DiskImage?, isNoticed: Bool) throws {
        guard case .files(let database, let log, let writtenAs)? = image else { return try restart(with: [], []) }
        identity = isNoticed ? "\(directory) \(life)" : writtenAs
        try restart(with: database, log)
    }

    func cutPower(isDurable: Bool, during body: () throws -> Void) throws {
        let before = try read("-wal").count
        try body()
        let log = try read("-wal")
        var length = log.count
        if !isDurable, before < length { length = Int.random(in: before..<length, using: &surroundings.generator) }
        try restart(with: try read(""), log.prefix(length))
    }

    /// A machine that finds these files when it starts.
    private func restart(with database: [UInt8], _ log: some Collection<UInt8>) throws {
        try store.close()
        life += 1
        let path = directory + "/\(life).db"
        if !database.isEmpty { try Data(database).write(to: URL(filePath: path)) }
        if !log.isEmpty { try Data(log).write(to: URL(filePath: path + "-wal")) }
        store = try Self.open(path, surroundings, identity: identity)
    }

    private func read(_ suffix: String) throws -> [UInt8] {
        let path = store.path + suffix
        return FileManager.default.fileExists(atPath: path) ? Array(try Data(contentsOf: URL(filePath: path))) : []
    }

    // MARK: What is on it

    var contents: MemoryStore.Contents { (try? readContents()) ?? MemoryStore.Contents() }
    var state: NodeState? { try? store.node() }

    func registers(after lseq: Int64) -> [Register] {
        var registers: [Register] = []
        try? store.read { transaction in
            try RegisterTables(transaction).visitRegisters(after: lseq) { register in
                registers.append(register)
                return true
            }
        }
        return registers
    }

    private func readContents() throws -> MemoryStore.Contents {
        try store.read { transaction in
            let tables = RegisterTables(transaction)
            var contents = MemoryStore.Contents()
            contents.node = try tables.node()
            try tables.visitRegisters(after: 0) { register in
                contents.registers[register.id] = register
                return true
            }
            for state in try tables.origins() { contents.origins[state.origin] = state }
            contents.digest = StateDigest(groups: try (0..<StateDigest.groupCount).map { try tables.digestGroup($0) })
            return contents
        }
    }

    func problems() throws -> [String] { try store.check() + readingProblems() }

    /// Articles that are not read or unread as the flags and marks in the registers say.
    private func readingProblems() throws -> [String] {
        let registers = contents.registers
        return try store.read { transaction in
            let articles = try transaction.statement(
                "SELECT article.key, feed.key, first_seen, reading FROM article JOIN feed ON feed.id = feed"
            ).all {
                (id: try $0.articleID(0), feed: FeedID(key: try $0.key(1)), seen: $0.moment(2), reading: $0.integer(3))
            }
            return articles.compactMap { article in
                let flag = registers[RegisterID(kind: .read, key: article.id.key)]
                let mark = registers[RegisterID(kind: .markAllRead, key: article.feed.key)]
                let isRead = ReadState.isRead(
                    flag: flag.flatMap { register in
                        guard case .read(_, let on)? = Self.value(register) else { return nil }
                        return (on, register.version)
                    },
                    mark: mark.flatMap { register in
                        guard case .markAllRead(_, let through)? = Self.value(register) else { return nil }
                        return (through, register.version)
                    }, firstSeen: article.seen)
                return isRead == (article.reading == 1) ? nil : "\(article.id) counts as \(article.reading)"
            }
        }
    }

    private static func value(_ register: Register) -> ChangeValue? {
        (try? ChangeValue(of: register.id, bytes: register.value)) ?? nil
    }

    /// What readers see, without what is local: row ids, polls, events and undo.
    private static let views: [(columns: String, rows: String)] = [
        (
            "hex(article.key), hex(feed.key), entry_id, article.first_seen, time, hex(revision.key), revision_count, "
                + "reading, is_hidden, (SELECT max(first_seen) FROM revision WHERE revision.article = article.id "
                + "AND revision.first_seen <= read_moment)",
            "article JOIN feed ON feed.id = feed LEFT JOIN revision ON revision.id = article.revision"
        ),
        ("hex(revision.key), first_seen, revision.title", "revision"),
        ("hex(key), url, title, subscribed", "feed"),
        ("hex(article), read, starred, hidden", "flag"),
        ("hex(feed), through", "feed_mark"),
        ("hex(article), tag", "tag"),
        ("hex(key), hex(article), text", "note"),
        ("hex(key), hex(\"by\")", "note_superseded"),
        ("hex(first), hex(second), ruling", "ruling"),
        ("name, query", "saved_search"),
        ("name, query, expires, step, action", "rule LEFT JOIN rule_action ON rule = name"),
        ("hex(body_hash), wanted", "revision WHERE wanted IS NOT NULL"),
    ]

    func derived() throws -> [String] {
        try store.read { transaction in
            try Self.views.flatMap { view in
                try transaction.statement(composed: "SELECT json_array(\(view.columns)) FROM \(view.rows)")
                    .all { "\(view.rows): \($0.text(0))" }.sorted()
            }
        }
    }
}
