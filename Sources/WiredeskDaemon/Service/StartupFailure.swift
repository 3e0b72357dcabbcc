import Platform
import Storage

/// Why the daemon did not come up, and the code that it ends with.
struct StartupFailure: Error, CustomStringConvertible {
    let description: String
    let exitCode: Int32

    static func whileTaking<Result>(_ directory: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as LockFileError {
            throw StartupFailure(description: error.description, exitCode: Daemon.ExitCode.tryAgain)
        } catch {
            throw StartupFailure(
                description:
                    "\(error); the state directory \(directory) must be writable: name another with --state-dir",
                exitCode: Daemon.ExitCode.failed)
        }
    }

    static func whileOpening<Result>(_ body: () throws(StoreError) -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            var code = Daemon.ExitCode.failed
            if case .lockedByAnotherDaemon = error { code = Daemon.ExitCode.tryAgain }
            throw StartupFailure(description: error.description, exitCode: code)
        }
    }

    static func whileListening<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw StartupFailure(
                description: "cannot listen for the command: \(error); name another socket with --socket",
                exitCode: Daemon.ExitCode.failed)
        }
    }
}
