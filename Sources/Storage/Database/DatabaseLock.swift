import Glibc

/// Held for as long as a daemon uses a database, so that a second one is told rather than let in.
///
/// A file of its own beside the database: opening and closing the database itself would drop SQLite's own locks
/// (sqlite.org/howtocorrupt.html §2.2).
final class DatabaseLock: Sendable {
    private let descriptor: Int32

    init(databasePath: String) throws(StoreError) {
        let path = databasePath + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .lockedByAnotherDaemon(path: databasePath)
        }
    }

    /// Lets others in; harmless if it was done before.
    func release() { _ = flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
