package import CPlatform
import Glibc

/// The owner of one open file descriptor, which is closed when the last reference goes.
///
/// There is no `close()`: a number that has been closed may already name another file, so a descriptor that can
/// still be reached is always open. To wake a reader on a socket, call `shutDown()`.
package final class FileDescriptor: Sendable {
    package let rawValue: Int32

    /// Takes ownership of `rawValue`.
    package init(owning rawValue: Int32) { self.rawValue = rawValue }

    deinit { close(rawValue) }

    /// open(2), close-on-exec.
    package static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0o600
    ) throws(SystemError) -> FileDescriptor {
        FileDescriptor(owning: try retryingInterrupts("open", path) { cplatform_open(path, flags, mode) })
    }

    /// A second descriptor for the same open file, for an owner that insists on closing its own.
    package func duplicate() throws(SystemError) -> FileDescriptor {
        let copy = FileDescriptor(owning: try retryingInterrupts("dup") { dup(rawValue) })
        _ = try retryingInterrupts("fcntl") { cplatform_set_close_on_exec(copy.rawValue) }
        return copy
    }

    /// Reads at most `limit` bytes; an empty array at the end of the file.
    package func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
        do {
            return try [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                count = try retryingInterrupts("read") { Glibc.read(rawValue, buffer.baseAddress, buffer.count) }
            }
        } catch let error as SystemError {
            throw error
        } catch {
            throw SystemError("read", code: EIO)
        }
    }

    /// Writes all of `bytes`, however many calls that takes.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            done += try retryingInterrupts("write") {
                bytes.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress?.advanced(by: done), $0.count - done) }
            }
        }
    }

    /// Writes to standard error in one call where the kernel allows it, so that lines of several threads do not mix.
    /// There is nobody to tell if it fails.
    package static func writeToStandardError(_ text: String) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress?.advanced(by: done), $0.count - done) }
            guard count > 0 || errno == EINTR else { return }
            done += max(0, count)
        }
    }

    /// fsync(2): what was written survives a power loss.
    package func synchronise(_ path: String? = nil) throws(SystemError) {
        _ = try retryingInterrupts("fsync", path) { fsync(rawValue) }
    }

    package func setBlocking(_ blocking: Bool) throws(SystemError) {
        _ = try retryingInterrupts("fcntl") { cplatform_set_nonblocking(rawValue, !blocking) }
    }

    /// Ends both directions of a socket: whoever reads it sees its end.
    package func shutDown() { shutdown(rawValue, Int32(SHUT_RDWR)) }

    /// Waits until there is something to read, or the other end has gone.
    ///
    /// - Returns: `false` if `timeout` passed first.
    package func waitUntilReadable(timeout: Duration?) throws(SystemError) -> Bool {
        var entry = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
        let milliseconds = timeout.map { Int32(clamping: max(0, $0.wholeMilliseconds)) } ?? -1
        return try retryingInterrupts("poll") { poll(&entry, 1, milliseconds) } > 0
    }
}

extension Duration {
    /// Rounded towards zero.
    package var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds.multipliedReportingOverflow(by: 1000).partialValue &+ attoseconds / 1_000_000_000_000_000
    }
}
