import CPlatform
import Glibc

/// What the operating system refused: which step, on what, and why.
///
/// `description` is one line for a person: `open /etc/wiredesk/wiredesk.yaml: Permission denied`.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The call or step that failed: `open`, `bind`.
    package let operation: String
    /// The path or address it was tried on, if there is one.
    package let subject: String?
    /// The value of `errno`.
    package let code: Int32

    package init(_ operation: String, _ subject: String? = nil, code: Int32) {
        self.operation = operation
        self.subject = subject
        self.code = code
    }

    /// The failure that the last call on this thread left in `errno`.
    package static func last(_ operation: String, _ subject: String? = nil) -> SystemError {
        SystemError(operation, subject, code: errno)
    }

    /// Whether there is no such file, or no directory on the way to it.
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The C library's words for `code`: `No such file or directory`.
    package var reason: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress, let text = cplatform_error_text(code, start, buffer.count) else {
                return "error \(code)"
            }
            return String(cString: text)
        }
    }

    package var description: String {
        [operation, subject].compactMap(\.self).joined(separator: " ") + ": " + reason
    }
}

/// Runs a call that returns a negative number on failure, again as often as a signal interrupts it (signal(7)).
package func retryingInterrupts<Result: SignedInteger>(
    _ operation: String, _ subject: String? = nil, _ call: () -> Result
) throws(SystemError) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        if errno != EINTR { throw .last(operation, subject) }
    }
}
