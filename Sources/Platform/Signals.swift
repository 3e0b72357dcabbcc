import CPlatform
import Glibc

/// The signals that the daemon answers to.
package enum Signal: Sendable, CaseIterable {
    /// Read the configuration again.
    case hangUp
    /// End cleanly.
    case terminate
    /// Control-C at a terminal: end cleanly.
    case interrupt

    package var number: Int32 {
        switch self {
        case .hangUp: SIGHUP
        case .terminate: SIGTERM
        case .interrupt: SIGINT
        }
    }

    /// Signals as they arrive, instead of their default action, from now to the end of the process.
    ///
    /// One thread waits on a pipe that the handler writes to. A blocked mask with signalfd(2) would have to be
    /// set before any other thread starts, which a program that uses Swift concurrency cannot be sure of.
    package static func stream(of signals: [Signal]) throws(SystemError) -> AsyncStream<Signal> {
        let numbers = signals.map(\.number)
        let descriptor = try retryingInterrupts("sigaction") { cplatform_watch_signals(numbers, numbers.count) }
        // The pipe lives as long as the process; nobody owns it.
        let (stream, continuation) = AsyncStream.makeStream(of: Signal.self)
        try WorkerThread.start(name: "signals") {
            while true {
                var byte: UInt8 = 0
                let count = read(descriptor, &byte, 1)
                if count < 0, errno == EINTR { continue }
                guard count == 1 else { return continuation.finish() }
                if let signal = signals.first(where: { $0.number == Int32(byte) }) { continuation.yield(signal) }
            }
        }
        return stream
    }

    /// Makes a write to a closed pipe or socket an error instead of the end of the process.
    package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
