import CSQLite
package import Changelog
import GRDB
import Glibc
package import Model
import Synchronization

/// Everything that a node keeps, in one SQLite file.
///
/// All methods block, throw `StoreError`, and may be called from any thread. One connection writes; readers see a
/// snapshot each and never wait for it (sqlite.org/wal.html). Whatever has returned is durable: it survives `kill -9`
/// and the loss of power.
package final class Store: Sendable {
    package let path: String
    let clock: @Sendable () -> Timestamp
    let textOf: @Sendable (String) -> CanonicalText
    private let random: @Sendable () -> UInt64
    /// Why this node goes on under a new origin since the database was opened; `nil` if it does not.
    package let doubt: OriginDoubt?
    private let pool: DatabasePool
    private let checkpointer: Checkpointer
    private let lock: DatabaseLock
    private let isClosed = Atomic(false)
    private let survivesPowerCuts: Bool
    /// Of the one connection that writes: whether its commits wait for the disk. Touched as `memory` is.
    private nonisolated(unsafe) var isSyncing = true
    /// Touched inside write transactions alone, of which there is one at a time.
    private nonisolated(unsafe) let memory: WriterMemory
    let dictionaries = RecentDictionaries()

    /// Opens the database at `path`, makes it if there is none, and brings it to the current format.
    ///
    /// - Parameters:
    ///   - clock: the wall clock.
    ///   - textOf: the canonical text of a stored body.
    ///   - random: makes origins and nonces.
    ///   - identity: which file there is at a path, in one line; `nil` if that cannot be told.
    ///   - survivesPowerCuts: whether each commit waits for the disk; without that, what is committed survives the end of
    ///     the process alone.
    package init(
        path: String, clock: @escaping @Sendable () -> Timestamp,
        textOf: @escaping @Sendable (String) -> CanonicalText,
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        identity: (String) -> String? = { FileIdentity(path: $0)?.description },
        survivesPowerCuts: Bool = true
    ) throws(StoreError) {
        self.path = path
        self.clock = clock
        self.textOf = textOf
        self.random = random
        self.survivesPowerCuts = survivesPowerCuts
        let cache = Self.cacheSize(path: path)
        memory = WriterMemory(anchorsInMemory: Self.anchors(beside: cache))
        lock = try DatabaseLock(databasePath: path)
        try FileHeader.check(path: path)
        _ = Self.librarySettings
        let checkpointer = Checkpointer(path: path)
        self.checkpointer = checkpointer
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(cacheSize: cache))
            try pool.writeWithoutTransaction { database in
                if survivesPowerCuts { try Self.setSync(true, database) }
                try Schema.migrate(database, path: path)
                checkpointer.follow(database)
            }
            let file = identity(path)
            doubt = try pool.write { database in
                let transaction = Transaction(database, now: clock(), textOf: textOf)
                try FoldingTables(transaction).followRules()
                return try Self.settle(file, transaction, random)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Waits for what is running, and moves the write-ahead log into the database, so that the one file is all of it.
    /// Harmless if it was done before.
    package func close() throws(StoreError) {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        checkpointer.close()
        do {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try pool.close()
        } catch {
            isClosed.store(false, ordering: .releasing)
            throw StoreError(error, path: path)
        }
        lock.release()
    }

    /// Whether each commit waits for the disk, and so is there after a power cut. GRDB turns this off when it opens a pool,
    /// after it has prepared the connection, so it is turned on after that, and looked at.
    private static func setSync(_ isOn: Bool, _ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = \(isOn ? "FULL" : "NORMAL")")
        guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == (isOn ? 2 : 1) else {
            throw StoreError.failure("SQLite does not sync what is committed")
        }
    }

    /// The same for the next transaction. Many in a row are alike, and each pragma is a statement to prepare.
    private func setSync(_ isOn: Bool, _ database: Database) throws {
        guard survivesPowerCuts, isOn != isSyncing else { return }
        // If this fails half-way, the next one that is to wait sets it again.
        isSyncing = false
        try Self.setSync(isOn, database)
        isSyncing = isOn
    }

    /// Of the library, for all connections of the process.
    private static let librarySettings: Void = {
        _ = sqlite3_config_without_memory_statistics()
    }()

    private static func configuration(cacheSize: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "wiredesk"
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            if database.configuration.readonly {
                try database.execute(sql: "PRAGMA cache_size = -2000")
            } else {
                // The log keeps the size that it has at a checkpoint: one that is cut has to grow again. Debian's SQLite writes
                // zeros over each page that becomes free, which are half of those that a merge of the index writes; FAST
                // does so where the page is written anyway.
                try database.execute(
                    sql: """
                        PRAGMA secure_delete = FAST;
                        PRAGMA wal_autocheckpoint = 0;
                        PRAGMA journal_size_limit = 201326592;
                        """)
                try setCacheSize(cacheSize, database)
            }
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    private static func setCacheSize(_ bytes: Int, _ database: Database) throws {
        try database.execute(sql: "PRAGMA cache_size = -\(bytes >> 10)")
    }

    /// Bytes of the file that the writer keeps in memory: a thirty-second, within bounds. An article touches pages of a dozen
    /// indexes, wherever its hashes say.
    private static func cacheSize(path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { return smallestCache }
        return min(max(Int(status.st_size) / 32, smallestCache), largestCache)
    }

    /// How many anchors wait in memory: an eighth as many bytes, but a megabyte at least. At a start they are read, two
    /// millions of them in a second.
    private static func anchors(beside cache: Int) -> Int { max(cache / 8, 1 << 20) / RecentAnchors.bytesEach }

    private static let smallestCache = 6 << 20
    private static let largestCache = 128 << 20
}

extension Store {
    /// Reads from one snapshot.
    func read<Result>(_ body: (Transaction) throws -> Result) throws(StoreError) -> Result {
        do {
            return try pool.read {
                try body(Transaction($0, now: clock(), textOf: textOf, dictionaries: dictionaries))
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Changes local rows, all or nothing.
    ///
    /// - Parameter lasting: whether it waits for the disk. Otherwise it survives the end of the process, and the loss of
    ///   power only once something that waits has followed it: for what can be asked for again, and is promised to nobody.
    func write<Result>(lasting: Bool = true, _ body: (Transaction) throws -> Result) throws(StoreError) -> Result {
        defer { shortenLog(hasTime: !lasting) }
        do {
            var result: Result?
            try pool.writeWithoutTransaction { database in
                try setSync(lasting, database)
                try database.inTransaction {
                    result = try run(body, on: database)
                    return .commit
                }
            }
            guard let result else { throw StoreError.failure("a transaction ended without a result") }
            return result
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Lets the write-ahead log begin anew once it is long.
    ///
    /// - Parameter hasTime: nobody waits for it.
    func shortenLog(hasTime: Bool) {
        guard checkpointer.isWritersTurn(hasTime: hasTime) else { return }
        // If it fails, the log grows on, and the next commit tries again.
        try? pool.writeWithoutTransaction { database in
            _ = try database.checkpoint(.passive)
            let cache = Self.cacheSize(path: path)
            try Self.setCacheSize(cache, database)
            memory.anchors.limit = Self.anchors(beside: cache)
        }
    }

    private func run<Result>(_ body: (Transaction) throws -> Result, on database: Database) rethrows -> Result {
        database.afterNextTransaction(onCommit: { _ in }, onRollback: { _ in self.memory.clear() })
        return try body(
            Transaction(database, now: clock(), textOf: textOf, memory: memory, dictionaries: dictionaries))
    }

    /// Changes registers with all that follows from them, all or nothing.
    func change<Result>(
        _ body: (DomainTables, inout Replica<RegisterTables>) throws -> Result
    ) throws(StoreError) -> Result {
        try write { transaction in
            let domain = DomainTables(transaction)
            let result = try Replica.transact(on: RegisterTables(transaction), at: transaction.now, random: random) {
                replica in
                try body(domain, &replica)
            }
            try domain.settle()
            try EventLog(transaction: transaction).trim()
            return result
        }
    }

    /// Outside of any transaction, for what SQLite does not allow inside one.
    func maintain<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do {
            return try pool.writeWithoutTransaction { database in
                try setSync(true, database)
                return try body(database)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Copies a snapshot of everything, page by page (sqlite.org/backup.html).
    func copyAll(to other: DatabaseQueue) throws { try pool.backup(to: other) }

    /// Takes a new origin if the file is not the one that was last open: it was copied, restored or moved.
    private static func settle(
        _ identity: String?, _ transaction: Transaction, _ random: @escaping () -> UInt64
    ) throws -> OriginDoubt? {
        let settings = SettingTable(transaction: transaction)
        let before = try settings["file"]
        guard let identity, before != identity else { return nil }
        try settings.set("file", identity)
        return try Replica.transact(on: RegisterTables(transaction), at: transaction.now, random: random) { replica in
            guard before != nil else { return nil }
            try replica.mintOrigin(because: .fileIdentity)
            return .fileIdentity
        }
    }
}
