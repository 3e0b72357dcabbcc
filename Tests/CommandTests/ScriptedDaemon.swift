import ControlProtocol
import Foundation
import Platform

/// A socket that answers the command as a test says, line by line, and remembers what was asked.
final class ScriptedDaemon: Sendable {
    /// What follows on a request.
    enum Answer: Sendable {
        /// Lines as they stand, with `ID` in place of the request's id; the connection stays open.
        case lines([String])
        /// The same, and then the connection is closed.
        case lastLines([String])
        /// Closes the connection without a word.
        static let hangUp = Answer.lastLines([])
    }

    let socket: String
    private let listener: UnixListener
    private let received = Locked<[Request]>([])

    var requests: [Request] { received.withLock { $0 } }

    init(at socket: String? = nil, answer: @escaping @Sendable (Request) -> Answer) throws {
        self.socket = socket ?? "/tmp/wd-command-\(UUID().uuidString.prefix(8))"
        listener = try UnixListener(listeningOn: UnixSocketPath(self.socket))
        let (listener, received) = (listener, received)
        try WorkerThread.start(name: "scripted") {
            while let client = try? listener.accept() {
                Self.serve(client, received, answer)
            }
        }
    }

    deinit { listener.stop() }

    private static func serve(
        _ client: StreamConnection, _ received: Locked<[Request]>, _ answer: (Request) -> Answer
    ) {
        var buffer = LineBuffer(limit: LineLimit.request)
        while let bytes = try? client.read(), !bytes.isEmpty {
            buffer.append(bytes)
            while let line = try? buffer.next() {
                guard let request = try? RequestLine(parsing: line) else { return }
                received.withLock { $0.append(request.request) }
                let (lines, isLast) =
                    switch answer(request.request) {
                    case .lines(let lines): (lines, false)
                    case .lastLines(let lines): (lines, true)
                    }
                let id = if case .number(let number) = request.id { String(number) } else { "0" }
                let text = lines.map { $0.replacing("ID", with: id) + "\n" }.joined()
                guard (try? client.write(Array(text.utf8))) != nil, !isLast else { return }
            }
        }
    }
}

extension ScriptedDaemon.Answer {
    static func items(_ items: [some Encodable], total: Int? = nil) -> ScriptedDaemon.Answer {
        let lines = items.map { #"{"id":ID,"item":\#(json($0))}"# }
        let completion = Completion(count: items.count, total: total)
        return .lines(lines + [#"{"id":ID,"done":\#(json(completion))}"#])
    }

    static func result(_ value: some Encodable) -> ScriptedDaemon.Answer {
        .lines([#"{"id":ID,"result":\#(json(value))}"#])
    }

    static func error(_ error: ControlError) -> ScriptedDaemon.Answer {
        .lines([#"{"id":ID,"error":\#(json(error))}"#])
    }

    static func json(_ value: some Encodable) -> String {
        (try? ControlJSON.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

/// How a run of the command ended.
struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// Runs the command that was built beside the tests, away from any terminal.
    static func wiredesk(_ arguments: String..., socket: String, input: String = "") throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.environment = ["WIREDESK_SOCKET": socket, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TZ": "UTC"]
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaint, as: UTF8.self))
    }

    static var binary: String {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        let beside = folder + "/wiredesk"
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : ".build/debug/wiredesk"
    }
}
