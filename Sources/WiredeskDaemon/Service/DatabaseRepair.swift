import Platform
import Storage

/// `wiredeskd --repair`: puts a damaged database right while no daemon runs; what the file itself no longer gives is
/// left behind in it, and asked for from peers.
package enum DatabaseRepair {
    /// Returns the exit code; says what was wrong and what was done.
    package static func run(_ options: DaemonOptions) -> Int32 {
        OfflineDatabase.run(options, "the database was not repaired") { try repair($0) }
    }

    private static func repair(_ database: OfflineDatabase) throws -> [String] {
        guard (try? FileStatus(path: database.path)) != nil else {
            return ["there is no database at \(database.path), so that nothing is wrong with it"]
        }
        do {
            let store = try OfflineDatabase.open(database.path)
            let report = try store.repair()
            try store.close()
            if report.after.isEmpty { return lines(report) }
        } catch StoreError.corrupt {
        }
        return try salvage(database)
    }

    private static func salvage(_ database: OfflineDatabase) throws -> [String] {
        let copy = database.scratch(".repaired")
        let salvage = try Salvage.copy(database.path, to: copy)
        let store = try OfflineDatabase.open(copy)
        let report = try store.repair()
        let counts = try store.counts()
        try store.close()
        guard report.after.isEmpty else { throw Incurable(problems: report.after) }
        let before = try database.replace(with: copy, keepingAs: ".before-repair")
        return [
            "the file was damaged: what could be read of it was copied into a new one; what was there is \(before)",
            "  damaged: \(salvage.damaged.isEmpty ? "no table" : salvage.damaged.joined(separator: ", "))",
        ] + report.done.map { "  \($0)" } + [
            "\(counts.articles) articles in \(counts.stories) stories are here; peers send what they have besides"
        ]
    }

    private static func lines(_ report: RepairReport) -> [String] {
        guard !report.before.isEmpty || !report.done.isEmpty else { return ["the database is sound"] }
        return report.before.map { "was wrong: \($0)" } + report.done.map { "done: \($0)" } + [
            "the database is sound now"
        ]
    }

    private struct Incurable: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { problems.joined(separator: "; ") + "; restore a backup, or begin anew with a peer" }
    }
}
