import Logging
import Platform
import ServiceLifecycle

/// Accepts the control socket's clients and serves each on a thread of its own.
final class ControlServer: Service {
    /// Clients at one time; one more is refused with a line that says so.
    static let mostClients = 64

    private struct State {
        var sessions: [Int: ClientSession] = [:]
        var lastNumber = 0
        var stopping = false
    }

    private let listeners: [UnixListener]
    private let answer: ClientSession.Answer
    private let log: Logger
    private let state = Locked(State())

    init(
        listeners: [UnixListener], log: Logger,
        answer: @escaping ClientSession.Answer
    ) {
        self.listeners = listeners
        self.answer = answer
        self.log = log
    }

    /// Serves until the process is asked to end.
    func run() async throws {
        for listener in listeners {
            try WorkerThread.start(name: "control") { self.acceptClients(of: listener) }
        }
        try? await gracefulShutdown()
        stop()
    }

    private func stop() {
        let sessions = state.withLock { state in
            state.stopping = true
            return Array(state.sessions.values)
        }
        for listener in listeners { listener.stop() }
        for session in sessions { session.stop() }
    }

    private func acceptClients(of listener: UnixListener) {
        while !state.withLock({ $0.stopping }) {
            do {
                serve(try listener.accept())
            } catch {
                if state.withLock({ $0.stopping }) { return }
                // Out of descriptors, most likely: clients that leave will free some.
                log.warning("cannot accept a client: \(error)")
                WorkerThread.pause(.milliseconds(200))
            }
        }
    }

    private func serve(_ connection: StreamConnection) {
        let session = ClientSession(connection: connection, limits: ClientSession.Limits(), answer: answer)
        let number: Int? = state.withLock { state in
            guard !state.stopping, state.sessions.count < Self.mostClients else { return nil }
            state.lastNumber += 1
            state.sessions[state.lastNumber] = session
            return state.lastNumber
        }
        guard let number else {
            try? connection.write(Refusal.tooManyClients(limit: Self.mostClients))
            return
        }
        do {
            try WorkerThread.start(name: "client") { [self] in
                do {
                    try session.serve()
                } catch {
                    log.debug("a client went: \(error)")
                }
                state.withLock { _ = $0.sessions.removeValue(forKey: number) }
            }
        } catch {
            log.warning("cannot serve a client: \(error)")
            state.withLock { _ = $0.sessions.removeValue(forKey: number) }
        }
    }
}
