package import CPlatform
import Glibc

/// The sockets that systemd opened before it started the daemon: sd_listen_fds(3), without its library.
package struct ServiceActivation: Sendable {
    /// One socket that was handed over, with its `FileDescriptorName=`.
    package struct Socket: Sendable {
        package let name: String
        package let descriptor: FileDescriptor
    }

    /// The first descriptor that systemd passes (SD_LISTEN_FDS_START).
    private static let firstDescriptor: Int32 = 3
    /// More than any unit has: a wild number must not make us take descriptors that are not ours.
    private static let most: Int32 = 64

    /// Takes the sockets that are meant for this process, which may be done once. None where the variables are
    /// missing, broken, or name another process.
    package static func takeSockets(environment: Environment, processID: pid_t = getpid()) -> [Socket] {
        guard let names = names(environment: environment, processID: processID) else { return [] }
        return names.enumerated().compactMap { index, name in
            let number = firstDescriptor + Int32(index)
            guard cplatform_set_close_on_exec(number) == 0 else { return nil }
            return Socket(name: name, descriptor: FileDescriptor(owning: number))
        }
    }

    /// The name of each passed descriptor in order, or `nil` if none is meant for this process.
    static func names(environment: Environment, processID: pid_t) -> [String]? {
        guard let owner = environment["LISTEN_PID"].flatMap(pid_t.init), owner == processID,
            let count = environment["LISTEN_FDS"].flatMap(Int32.init), (1...most).contains(count)
        else { return nil }
        let given = (environment["LISTEN_FDNAMES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
        return (0..<Int(count)).map { $0 < given.count && !given[$0].isEmpty ? String(given[$0]) : "unknown" }
    }

    /// How often the service manager wants to hear `WATCHDOG=1`: half of `WATCHDOG_USEC`, as sd_watchdog_enabled(3)
    /// recommends. `nil` where it does not watch this process.
    package static func watchdogInterval(environment: Environment, processID: pid_t = getpid()) -> Duration? {
        if let owner = environment["WATCHDOG_PID"], pid_t(owner) != processID { return nil }
        guard let limit = environment["WATCHDOG_USEC"].flatMap(Int64.init), limit > 0 else { return nil }
        return .microseconds(max(1, limit / 2))
    }
}

extension ServiceActivation.Socket {
    /// Whether it is a listening Unix stream socket, which the control server can take over.
    package var isUnixListener: Bool { cplatform_is_unix_listener(descriptor.rawValue) == 1 }
}
