import CPlatform
import Glibc

/// Tells the service manager how the daemon is doing: the protocol of sd_notify(3), without its library.
///
/// Does nothing where `NOTIFY_SOCKET` is not set, so that the daemon behaves alike with and without systemd.
package struct ServiceNotifier: Sendable {
    /// What there is to tell.
    package enum Message: Hashable, Sendable {
        /// Start-up is done: the database is open and the sockets listen.
        case ready
        /// One line for `systemctl status`.
        case status(String)
        /// The configuration is being read again; `.ready` ends it.
        case reloading
        case stopping
        /// The main loop is alive.
        case watchdog
        /// Start-up or a stop takes longer than the unit allows: give it this much more.
        case extendTimeout(Duration)
    }

    private let path: UnixSocketPath?

    /// Reads `NOTIFY_SOCKET`. An address that is none of systemd's two forms is taken as absent.
    package init(environment: Environment) {
        guard let text = environment["NOTIFY_SOCKET"], let first = text.utf8.first,
            first == UInt8(ascii: "/") || first == UInt8(ascii: "@")
        else {
            path = nil
            return
        }
        path = try? UnixSocketPath(text)
    }

    /// Whether a service manager listens.
    package var isActive: Bool { path != nil }

    /// Sends `messages` in one datagram.
    ///
    /// - Returns: whether it was sent. A manager that does not listen is no reason to stop working.
    @discardableResult
    package func send(_ messages: Message...) -> Bool {
        guard let path else { return false }
        let text = messages.map { $0.text(monotonicMicroseconds: SystemTimeSource.monotonicMicroseconds) }
            .joined(separator: "\n")
        let descriptor = FileDescriptor(owning: cplatform_unix_datagram_socket())
        guard descriptor.rawValue >= 0,
            cplatform_unix_connect(descriptor.rawValue, path.text, path.text.utf8.count) == 0
        else { return false }
        let bytes = Array(text.utf8)
        let flags = Int32(MSG_NOSIGNAL)
        return Glibc.send(descriptor.rawValue, bytes, bytes.count, flags) == bytes.count
    }
}

extension ServiceNotifier.Message {
    /// The lines of sd_notify(3) for one message.
    func text(monotonicMicroseconds: Int64) -> String {
        switch self {
        case .ready: "READY=1"
        case .status(let line): "STATUS=" + line.split(whereSeparator: \.isNewline).joined(separator: " ")
        // Type=notify-reload compares this time with that of its signal (systemd 253 and later).
        case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds)"
        case .stopping: "STOPPING=1"
        case .watchdog: "WATCHDOG=1"
        case .extendTimeout(let duration): "EXTEND_TIMEOUT_USEC=\(max(0, duration.wholeMilliseconds) * 1000)"
        }
    }
}
