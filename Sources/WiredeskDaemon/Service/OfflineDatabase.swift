import Configuration
import Glibc
import Model
import Platform
import Storage

/// Work on the database while no daemon runs: `wiredeskd --restore` and `--repair`.
struct OfflineDatabase {
    let path: String

    /// Runs `body` on the database that a daemon with these options would open, and prints the lines it returns.
    /// Returns the exit code; says why if nothing was done.
    static func run(
        _ options: DaemonOptions, _ failure: String, _ body: (OfflineDatabase) throws -> [String]
    ) -> Int32 {
        let places = DaemonPlaces(options, environment: Environment.current)
        let loader = places.loader
        // Where a configuration is broken or lost too, the usual place is meant.
        let directory = places.stateDirectory(options, (try? loader.load()) ?? Settings())
        do {
            let lock = try StartupFailure.whileTaking(directory) {
                try PrivateDirectory.create(directory)
                return try LockFile(path: directory + "/lock")
            }
            defer { withExtendedLifetime(lock) {} }
            for line in try body(OfflineDatabase(path: directory + "/wiredesk.db")) { print(line) }
            return Daemon.ExitCode.done
        } catch let error as StartupFailure {
            FileDescriptor.writeToStandardError("wiredeskd: \(error.description)\n")
            return error.exitCode
        } catch {
            FileDescriptor.writeToStandardError("wiredeskd: \(failure): \(error)\n")
            return Daemon.ExitCode.failed
        }
    }

    static func open(_ path: String) throws(StoreError) -> Store {
        let time = SystemTimeSource()
        return try Store(
            path: path, clock: { Timestamp(milliseconds: time.unixMilliseconds) },
            textOf: { EntryAssembly.canonicalText(of: $0) })
    }

    /// A name beside the database, with nothing under it.
    func scratch(_ suffix: String) -> String {
        let copy = path + suffix
        Self.remove(copy)
        return copy
    }

    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
    }

    /// Puts a closed database in the place of this one, which is kept under another name; returns that.
    func replace(with copy: String, keepingAs suffix: String) throws -> String {
        let before = path + suffix
        for part in ["", "-wal", "-shm"] {
            unlink(before + part)
            guard rename(path + part, before + part) == 0 || errno == ENOENT else {
                throw SystemError("rename", path + part, code: errno)
            }
        }
        guard rename(copy, path) == 0 else { throw SystemError("rename", path, code: errno) }
        unlink(copy + ".lock")
        try AtomicFile.synchroniseDirectory(of: path)
        return before
    }
}
