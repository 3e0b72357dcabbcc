import Glibc
import Platform
import Storage

/// `wiredeskd --restore`: puts a backup in the database's place, while no daemon runs.
package enum DatabaseRestore {
    private static let chunk = 1 << 20

    /// Returns the exit code; says what was done, or why it was not.
    package static func run(_ file: String, _ options: DaemonOptions) -> Int32 {
        OfflineDatabase.run(options, "\(file) was not restored") { try restore(file, to: $0) }
    }

    private static func restore(_ file: String, to database: OfflineDatabase) throws -> [String] {
        let counts = try stage(file, for: database)
        let line = try finish(in: database) ?? ""
        return ["\(counts.articles) articles in \(counts.stories) stories", line]
    }

    /// Lays a copy of a backup beside the database, for `finish`, if it is sound.
    ///
    /// It takes a new origin as it is opened, because it is another file, so that no peer takes what it writes for what
    /// the lost one wrote.
    static func stage(_ file: String, for database: OfflineDatabase) throws -> StoreCounts {
        let copy = database.scratch(".restoring")
        do {
            try self.copy(file, to: copy)
            let store = try OfflineDatabase.open(copy)
            let problems = try store.check()
            let counts = try store.counts()
            try store.close()
            guard problems.isEmpty else { throw Damaged(problems: problems) }
            unlink(copy + ".lock")
            guard rename(copy, database.path + staged) == 0 else { throw SystemError("rename", copy, code: errno) }
            try AtomicFile.synchroniseDirectory(of: copy)
            return counts
        } catch {
            OfflineDatabase.remove(copy)
            throw error
        }
    }

    /// Puts what was laid there in the database's place; what that was is kept beside it. Says what was done; `nil` if
    /// nothing lay there.
    static func finish(in database: OfflineDatabase) throws -> String? {
        let copy = database.path + staged
        guard (try? FileStatus(path: copy)) != nil else { return nil }
        let before = try database.replace(with: copy, keepingAs: ".before-restore")
        return """
            a backup was restored, and goes on under a new origin; what was there is \(before); what peers have besides \
            comes back when they next meet
            """
    }

    private static let staged = ".to-restore"

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
        var description: String {
            "the backup is damaged: " + problems.joined(separator: "; ")
                + "; put it in the database's place by hand and run wiredeskd --repair to keep what can be read of it"
        }
    }
}
