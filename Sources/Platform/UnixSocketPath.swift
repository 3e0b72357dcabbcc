import CPlatform

/// Where a Unix socket is: a path in the file system, or a name in Linux's abstract namespace (unix(7)).
package struct UnixSocketPath: Hashable, Sendable, CustomStringConvertible {
    /// As it is written: an abstract name begins with `@`.
    package let text: String

    /// The most bytes a path may have: 107 on Linux.
    package static var byteLimit: Int { cplatform_unix_path_limit() }

    /// - Throws: `UnixSocketError.path` if the kernel could not hold it.
    package init(_ text: String) throws(UnixSocketError) {
        let count = text.utf8.count
        guard count > 0 else { throw .path(text, "is empty") }
        guard !text.utf8.contains(0) else { throw .path(text, "contains a NUL byte") }
        guard count <= Self.byteLimit else {
            throw .path(text, "is \(count) bytes long, and Linux allows \(Self.byteLimit)")
        }
        self.text = text
    }

    /// Whether it leaves no file behind.
    package var isAbstract: Bool { text.utf8.first == UInt8(ascii: "@") }

    package var description: String { text }
}

/// Why a Unix socket could not be opened, with what to do about it.
package enum UnixSocketError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path itself is impossible.
    case path(String, String)
    /// Someone else answers there.
    case inUse(UnixSocketPath)
    /// The path exists and is not a socket.
    case notASocket(UnixSocketPath)
    case system(SystemError)

    package var description: String {
        switch self {
        case .path(let path, let fault):
            "socket path \(path) \(fault); choose another with --socket or WIREDESK_SOCKET"
        case .inUse(let path):
            "another program already answers on \(path); stop it, or choose another path with --socket"
        case .notASocket(let path):
            "\(path) exists and is not a socket; move it away, or choose another path with --socket"
        case .system(let error):
            error.description
        }
    }

    /// The errno value, where the system gave one.
    package var code: Int32? {
        if case .system(let error) = self { error.code } else { nil }
    }
}
