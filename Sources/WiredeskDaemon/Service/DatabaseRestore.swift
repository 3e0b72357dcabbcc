import Configuration
import Glibc
import Model
import Platform
import Storage

/// `wiredeskd --restore`: puts a backup in the database's place, while no daemon runs.
package enum DatabaseRestore {
    private static let chunk = 1 << 20

    /// Returns the exit code; says what was done, or why it was not.
    package static func run(_ file: String, _ options: DaemonOptions) -> Int32 {
        let places = DaemonPlaces(options, environment: Environment.current)
        let loader = ConfigurationLoader(
            path: places.configurationFile, environment: places.environment, directories: places.directories)
        // Where a configuration is broken or lost too, the usual place is meant.
        let directory = places.stateDirectory(options, (try? loader.load()) ?? Settings())
        do {
            let lock = try StartupFailure.whileTaking(directory) {
                try PrivateDirectory.create(directory)
                return try LockFile(path: directory + "/lock")
            }
            defer { withExtendedLifetime(lock) {} }
            try restore(file, to: directory + "/wiredesk.db")
            return Daemon.ExitCode.done
        } catch let error as StartupFailure {
            FileDescriptor.writeToStandardError("wiredeskd: \(error.description)\n")
            return error.exitCode
        } catch {
            FileDescriptor.writeToStandardError("wiredeskd: \(file) was not restored: \(error)\n")
            return Daemon.ExitCode.failed
        }
    }

    /// What was there is kept beside it. The restored database takes a new origin as it is opened, because it is
    /// another file, so that no peer takes what it writes for what the lost one wrote.
    private static func restore(_ file: String, to database: String) throws {
        let copy = database + ".restored"
        for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
        try self.copy(file, to: copy)
        let time = SystemTimeSource()
        let store = try Store(
            path: copy, clock: { Timestamp(milliseconds: time.unixMilliseconds) },
            textOf: { EntryAssembly.canonicalText(of: $0) })
        let problems = try store.check()
        let counts = try store.counts()
        try store.close()
        guard problems.isEmpty else { throw Damaged(problems: problems) }
        let before = database + ".before-restore"
        for suffix in ["", "-wal", "-shm"] {
            unlink(before + suffix)
            guard rename(database + suffix, before + suffix) == 0 || errno == ENOENT else {
                throw SystemError("rename", database + suffix, code: errno)
            }
        }
        guard rename(copy, database) == 0 else { throw SystemError("rename", database, code: errno) }
        unlink(copy + ".lock")
        try AtomicFile.synchroniseDirectory(of: database)
        print("restored \(counts.articles) articles in \(counts.stories) stories; what was there is \(before)")
    }

    private static func copy(_ file: String, to copy: String) throws {
        let source = try FileDescriptor.open(file, O_RDONLY | O_NONBLOCK)
        guard try FileStatus(path: file).isRegular else { throw FileContents.Failure.notRegular(file) }
        let target = try FileDescriptor.open(copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        while true {
            let bytes = try source.read(atMost: chunk)
            if bytes.isEmpty { return try target.synchronise(copy) }
            try target.write(bytes)
        }
    }

    private struct Damaged: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { "the backup is damaged: " + problems.joined(separator: "; ") }
    }
}
