import ControlProtocol
import Dispatch
import Platform

/// One client of the control socket: reads a request a line, answers it, reads the next.
///
/// Runs on a thread of its own with blocking calls, so that a client that hangs holds up nobody; limits on the length
/// of a line, on what waits to be sent and on the time one write may take bound what it can cost.
final class ClientSession: Sendable {
    /// Answers one line; whatever it puts into the outbox is sent in that order.
    typealias Answer = @Sendable (_ line: [UInt8], _ client: PeerCredentials, _ outbox: Outbox) async -> Void

    struct Limits: Sendable {
        /// Bytes of answers that may wait for the client to read them.
        var backlog = LineLimit.reply
        /// How long one write may take.
        var write = Duration.seconds(10)
        /// How long a client may say nothing between requests.
        var idle = Duration.seconds(600)
    }

    let connection: StreamConnection
    private let limits: Limits
    private let answer: Answer

    init(connection: StreamConnection, limits: Limits, answer: @escaping Answer) {
        self.connection = connection
        self.limits = limits
        self.answer = answer
    }

    /// Serves until the client leaves or breaks a limit.
    ///
    /// - Throws: what ended the session, unless the client left between requests.
    func serve() throws(SystemError) {
        try connection.setTimeouts(read: limits.idle, write: limits.write)
        let client = try connection.peerCredentials()
        var lines = LineBuffer(limit: LineLimit.request)
        var isNew = true
        while true {
            let line: [UInt8]?
            do {
                line = try lines.next()
            } catch {
                return try connection.write(Refusal.lineTooLong(limit: error.limit))
            }
            if let line {
                guard try serve(line, for: client) else { return }
            } else {
                let bytes = try connection.read()
                guard let first = bytes.first else { return }
                if isNew, HTTPHead.begins(with: first) { return try serveHTTP(after: bytes, for: client) }
                isNew = false
                lines.append(bytes)
            }
        }
    }

    /// Ends the session from another thread.
    func stop() { connection.descriptor.shutDown() }

    /// - Returns: false once the client is gone.
    private func serve(_ line: [UInt8], for client: PeerCredentials) throws(SystemError) -> Bool {
        try serve(line, for: client) { bytes throws(SystemError) in try connection.write(bytes) }
    }

    /// Hands each line of the answer to `send`.
    ///
    /// - Returns: false once the client is gone.
    func serve(
        _ line: [UInt8], for client: PeerCredentials, send: ([UInt8]) throws(SystemError) -> Void
    ) throws(SystemError) -> Bool {
        let outbox = Outbox(limit: limits.backlog)
        let answer = answer
        let task = Task {
            await answer(line, client, outbox)
            outbox.finish()
        }
        defer { task.cancel() }
        while true {
            switch outbox.next(patience: .seconds(1)) {
            case .line(let bytes): try send(bytes)
            // A client that waits for events and goes away is noticed without an event to send.
            case .nothingYet: if try connection.hasHungUp() { return false }
            case .ended(.finished): return true
            case .ended(.overflow):
                try send(Refusal.tooSlow)
                return false
            }
        }
    }
}
