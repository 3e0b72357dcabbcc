import GRDB
import Glibc

/// A copy of the database that appears under its name whole or not at all.
struct BackupFile {
    let target: String
    private var partial: String { target + ".partial" }

    /// `fill` copies into the database that it is handed.
    func write(_ fill: (DatabaseQueue) throws -> Void) throws {
        _ = unlink(partial)
        let copy = try DatabaseQueue(path: partial)
        try fill(copy)
        try copy.close()
        try publish()
    }

    /// Durable first, then under its name (fsync(2), rename(2)).
    private func publish() throws {
        let descriptor = open(partial, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0, rename(partial, target) == 0 else { throw failure }
    }

    private var failure: StoreError { .cannotOpen(path: target, reason: String(cString: strerror(errno))) }
}
