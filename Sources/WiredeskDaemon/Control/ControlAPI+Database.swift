import ControlProtocol
import Logging
import Platform
import Storage

/// The database as a whole: copies of it, and its health.
extension ControlAPI {
    func backup(_ parameters: FileParameters) throws -> ActionOutcome {
        try store.backup(to: try absolute(parameters.file))
        return ActionOutcome(summary: "the database was copied to \(parameters.file)", matched: 1, changed: 0)
    }

    func restore(_ parameters: FileParameters) throws -> ActionOutcome {
        let found = try DatabaseRestore.stage(try absolute(parameters.file), for: OfflineDatabase(path: store.path))
        return ActionOutcome(
            summary: "\(parameters.file) is sound, with \(found.articles) articles; it takes the database's place when "
                + "wiredeskd is restarted", matched: 1, changed: 0)
    }

    func databaseFindings() throws -> [Finding] {
        let problems = try store.check()
        guard !problems.isEmpty else {
            return [Finding(severity: .ok, subject: "database", message: "\(store.path) is sound")]
        }
        return problems.map { problem in
            Finding(severity: .error, subject: "database", message: problem, remedy: "wiredesk db repair")
        }
    }

    func repair() throws -> ControlProtocol.RepairReport {
        let report = try store.repair()
        for line in report.before { core.log.warning("the database: \(line)") }
        for line in report.done { core.log.notice("repaired the database: \(line)") }
        core.events.wake()
        peers.bodiesArrived()
        return ControlProtocol.RepairReport(before: report.before, done: report.done, after: report.after)
    }

    func absolute(_ path: String) throws(ControlError) -> String {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw ControlError(.badParameters, "“\(path)” is not an absolute path", remedy: "begin it with /")
        }
        return path
    }
}
