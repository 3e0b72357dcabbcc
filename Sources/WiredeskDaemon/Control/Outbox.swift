import Dispatch
import Platform

/// The lines on their way to one client: filled by tasks, emptied by the client's own thread.
///
/// Bounded in bytes. A client that does not read fast enough is cut off, never waited for by those who fill.
final class Outbox: Sendable {
    private struct State {
        var lines: [[UInt8]] = []
        var bytes = 0
        var end: End?
    }

    enum End: Hashable {
        /// All that there is to say was said.
        case finished
        /// The client reads too slowly.
        case overflow
    }

    enum Next {
        case line([UInt8])
        case nothingYet
        case ended(End)
    }

    private let limit: Int
    private let state = Locked(State())
    private let ready = DispatchSemaphore(value: 0)

    /// - Parameter limit: bytes that may wait.
    init(limit: Int) { self.limit = limit }

    /// Queues a line. One that does not fit ends the outbox; a line alone always fits.
    func put(_ line: [UInt8]) {
        state.withLock { state in
            guard state.end == nil else { return }
            guard state.lines.isEmpty || state.bytes + line.count <= limit else {
                state.end = .overflow
                return
            }
            state.lines.append(line)
            state.bytes += line.count
        }
        ready.signal()
    }

    func finish() {
        state.withLock { state in
            if state.end == nil { state.end = .finished }
        }
        ready.signal()
    }

    /// The next line, waiting at most `patience` for it.
    func next(patience: DispatchTimeInterval) -> Next {
        if let next = take() { return next }
        _ = ready.wait(timeout: .now() + patience)
        return take() ?? .nothingYet
    }

    private func take() -> Next? {
        state.withLock { state in
            guard !state.lines.isEmpty else { return state.end.map { .ended($0) } }
            let line = state.lines.removeFirst()
            state.bytes -= line.count
            return .line(line)
        }
    }
}
