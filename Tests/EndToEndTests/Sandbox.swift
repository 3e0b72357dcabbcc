import Foundation

/// A private directory with a configuration, a state directory and a socket, in which the real programs are run.
final class Sandbox: Sendable {
    let root: String
    let configuration: String
    var state: String { root + "/state" }
    var socket: String { root + "/s" }
    var database: String { state + "/wiredesk.db" }

    /// - Parameter yaml: the configuration file's text; `nil` writes none.
    init(yaml: String?) throws {
        // Short, because a Unix socket's path holds 107 bytes.
        root = "/tmp/wd-" + UUID().uuidString.prefix(8).lowercased()
        configuration = root + "/wiredesk.yaml"
        try FileManager.default.createDirectory(atPath: root + "/state", withIntermediateDirectories: true)
        if let yaml { try write(yaml, to: "wiredesk.yaml") }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ text: String, to name: String) throws {
        let path = root + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Runs `wiredeskd` to its end, as `--once` and `--check-config` do.
    func runDaemon(_ arguments: String..., limit: Duration = .seconds(60)) throws -> Outcome {
        try RunningProgram(Self.binary("wiredeskd"), daemonArguments + arguments, environment: environment)
            .outcome(within: limit)
    }

    /// The same on a machine whose clock is so many days ahead.
    func runDaemon(daysAhead days: Int, _ arguments: String..., limit: Duration = .seconds(60)) throws -> Outcome {
        let find = try Self.run("find", "/usr/lib", "-name", "libfaketime.so.1").output
        guard let library = find.split(separator: "\n").first else { throw Failure("there is no libfaketime") }
        var shifted = environment
        shifted["LD_PRELOAD"] = String(library)
        shifted["FAKETIME"] = "+\(days)d"
        shifted["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
        // With a name of its own the shim would change the environment, behind which Swift then finds no arguments.
        shifted["FAKETIME_SHARED"] = "/none /none"
        return try RunningProgram(Self.binary("wiredeskd"), daemonArguments + arguments, environment: shifted)
            .outcome(within: limit)
    }

    /// Starts `wiredeskd` and waits until it answers.
    func startDaemon(_ arguments: String...) throws -> RunningProgram {
        try waits(
            for: RunningProgram(
                Self.binary("wiredeskd"), daemonArguments + ["--foreground"] + arguments, environment: environment))
    }

    /// The same where no file may grow beyond so many KiB, as on a disk that is about to be full.
    func startDaemon(withFilesUpTo limit: Int) throws -> RunningProgram {
        try waits(
            for: RunningProgram(
                "/bin/bash",
                ["-c", "trap '' XFSZ; ulimit -f \(limit); exec \"$@\"", "bash", Self.binary("wiredeskd")]
                    + daemonArguments + ["--foreground"], environment: environment))
    }

    private func waits(for daemon: RunningProgram) throws -> RunningProgram {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            if try wiredesk("status").status == 0 { return daemon }
            guard daemon.isRunning else { throw Failure("wiredeskd ended: \(try daemon.outcome(within: .seconds(1)))") }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw Failure("wiredeskd does not answer on \(socket): \(daemon.standardError)")
    }

    func wiredesk(_ arguments: String..., limit: Duration = .seconds(60)) throws -> Outcome {
        try RunningProgram(Self.binary("wiredesk"), arguments, environment: environment).outcome(within: limit)
    }

    /// A story, as far as these tests look at one.
    struct Story: Decodable {
        let id: String
        let short: String
        let title: String
        let copies: Int
    }

    /// Every story that a query finds, in the order of `wiredesk list`.
    func stories(_ query: String = "is:unread or is:read or is:updated") throws -> [Story] {
        let outcome = try wiredesk("list", "--jsonl", "--limit", "500", query)
        guard outcome.status == 0 else { throw Failure("wiredesk list \(query): \(outcome)") }
        return try outcome.output.split(separator: "\n").map {
            try JSONDecoder().decode(Story.self, from: Data($0.utf8))
        }
    }

    /// Waits until `condition` holds; fails after ten seconds.
    func waits(until condition: () throws -> Bool) throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while try !condition() {
            guard ContinuousClock.now < deadline else { throw Failure("waited in vain") }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// Runs a program of the system.
    static func run(_ program: String, _ arguments: String...) throws -> Outcome {
        try RunningProgram("/usr/bin/env", [program] + arguments, environment: ProcessInfo.processInfo.environment)
            .outcome(within: .seconds(60))
    }

    /// The top of the source tree.
    static var sources: String {
        ((#filePath as NSString).deletingLastPathComponent as NSString).appendingPathComponent("../..")
    }

    private var daemonArguments: [String] {
        ["--config", configuration, "--state-dir", state, "--socket", socket]
    }

    private var environment: [String: String] {
        [
            "HOME": root, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "WIREDESK_SOCKET": socket, "WIREDESK_CONFIG": configuration, "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
        ]
    }

    /// The program of that name, built beside the tests.
    static func binary(_ name: String) -> String {
        let directory = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
        for folder in [directory, ".build/debug"]
        where FileManager.default.isExecutableFile(atPath: folder + "/" + name) {
            return folder + "/" + name
        }
        return name
    }
}

/// How a program ended.
struct Outcome: CustomStringConvertible {
    let status: Int32
    let output: String
    let errors: String

    var description: String { "status \(status)\n\(output)\n\(errors)" }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A started program, whose output goes to files so that it never waits for its reader.
final class RunningProgram: @unchecked Sendable {
    private let process = Process()
    private let directory: String

    init(_ path: String, _ arguments: [String], environment: [String: String]) throws {
        directory = NSTemporaryDirectory() + "/wd-run-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: directory + "/" + name, contents: nil) }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: directory + "/out")
        process.standardError = FileHandle(forWritingAtPath: directory + "/err")
        try process.run()
    }

    deinit {
        if process.isRunning { kill(SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }
    var standardError: String { text("err") }

    func kill(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    /// Waits for the end; a program that takes longer than `limit` is killed and reported.
    func outcome(within limit: Duration) throws -> Outcome {
        let deadline = ContinuousClock.now + limit
        while process.isRunning {
            guard ContinuousClock.now < deadline else {
                kill(SIGKILL)
                process.waitUntilExit()
                throw Failure("\(process.arguments ?? []) did not end within \(limit): \(text("err"))")
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        process.waitUntilExit()
        let killed = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: killed ? -process.terminationStatus : process.terminationStatus, output: text("out"),
            errors: text("err"))
    }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: directory + "/" + name) ?? Data(), as: UTF8.self)
    }
}
