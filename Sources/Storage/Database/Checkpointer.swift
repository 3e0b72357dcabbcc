import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Moves the write-ahead log into the database while the writer goes on (sqlite.org/wal.html#concurrency).
///
/// SQLite by itself does so at the end of the commit that makes the log too long, and whoever waits for that commit waits
/// for all of it. Here a connection of its own copies what there is. The log can only begin anew when all of it has been
/// copied, so the writer copies what is left, when nobody waits for it.
final class Checkpointer: Sendable {
    private let path: String
    private let plan = Mutex(CheckpointPlan())
    /// Of the copies alone.
    private let connection = Mutex<DatabaseQueue?>(nil)
    private let queue = DispatchQueue(label: "wiredesk checkpoint")
    /// Pages of the log after the last commit.
    private let length = Atomic(0)
    private let isClosed = Atomic(false)

    init(path: String) { self.path = path }

    /// Has SQLite tell how long the log is after each commit of the writer, instead of what it does by itself. The writer
    /// must not outlive this.
    func follow(_ writer: Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let checkpointer = Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue()
                checkpointer.length.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            }, context)
    }

    /// Called after a commit. True if the writer is to copy the log now.
    ///
    /// - Parameter hasTime: nobody waits for what comes next.
    func isWritersTurn(hasTime: Bool) -> Bool {
        let length = length.load(ordering: .relaxed)
        switch plan.withLock({ $0.next(length: length, hasTime: hasTime) }) {
        case .none: return false
        case .copy:
            queue.async { [self] in
                // An error changes nothing: the writer meets it too.
                let copied = (try? copy()) ?? 0
                plan.withLock { $0.noteCopied(copied) }
            }
            return false
        case .writersTurn: return true
        case .writersTurnAfterCopy:
            queue.sync {}
            return true
        }
    }

    /// How many pages of the log are in the database now.
    private func copy() throws -> Int {
        try connection.withLock { connection in
            guard !isClosed.load(ordering: .acquiring) else { return 0 }
            var configuration = Configuration()
            configuration.label = "wiredesk checkpoint"
            let opened = try connection ?? DatabaseQueue(path: path, configuration: configuration)
            connection = opened
            return try opened.writeWithoutTransaction { try $0.checkpoint(.passive).checkpointedFrameCount }
        }
    }

    /// Waits for what is under way.
    func close() {
        isClosed.store(true, ordering: .releasing)
        queue.sync {}
        try? connection.withLock { $0.take() }?.close()
    }
}

/// Who copies the log when. Pure; lengths are in pages.
struct CheckpointPlan {
    /// At which copying begins. A page that changes often is copied once each time.
    static let enough = 24_000
    /// What the writer copies in a moment.
    static let few = 4000
    /// At which the writer waits for a copy to end: 192 MiB.
    static let many = 48_000
    /// At which it does so even if somebody waits.
    static let most = 96_000

    enum Step {
        case none
        /// A copy beside the writer; `noteCopied` tells of its end.
        case copy
        case writersTurn
        case writersTurnAfterCopy
    }

    private var length = 0
    /// Pages of the log that are in the database.
    private var copied = 0
    private var isCopying = false

    /// What is to be done after a commit that made the log so long.
    mutating func next(length: Int, hasTime: Bool) -> Step {
        // It has begun anew.
        if length < self.length { copied = 0 }
        self.length = length
        let isUrgent = length >= Self.most || hasTime && length >= Self.many
        if isCopying { return isUrgent ? .writersTurnAfterCopy : .none }
        guard length >= Self.enough else { return .none }
        if length - copied <= Self.few || length >= Self.most { return hasTime || isUrgent ? .writersTurn : .none }
        isCopying = true
        return .copy
    }

    mutating func noteCopied(_ pages: Int) {
        isCopying = false
        copied = min(pages, length)
    }
}
