import CPlatform
import Glibc

/// Who is at the other end of a connection, as the kernel vouches for it.
package struct PeerCredentials: Hashable, Sendable {
    package let processID: Int32
    package let userID: UInt32
    package let groupID: UInt32

    package init(processID: Int32, userID: UInt32, groupID: UInt32) {
        self.processID = processID
        self.userID = userID
        self.groupID = groupID
    }
}

/// A connected stream socket, Unix or TCP, with blocking reads and writes.
package struct StreamConnection: Sendable {
    package let descriptor: FileDescriptor

    package init(descriptor: FileDescriptor) { self.descriptor = descriptor }

    /// Connects to whoever listens at `path`.
    ///
    /// - Parameter timeout: how long to wait, with `EAGAIN` at its end, for a listener whose queue is full.
    package static func connect(
        to path: UnixSocketPath, timeout: Duration = .seconds(5)
    ) throws(UnixSocketError) -> StreamConnection {
        do throws(SystemError) {
            let descriptor = FileDescriptor(
                owning: try retryingInterrupts("socket") { cplatform_unix_stream_socket() })
            _ = try retryingInterrupts("setsockopt") {
                cplatform_set_send_timeout(descriptor.rawValue, max(1, timeout.wholeMilliseconds))
            }
            _ = try retryingInterrupts("connect to", path.text) {
                cplatform_unix_connect(descriptor.rawValue, path.text, path.text.utf8.count)
            }
            _ = try retryingInterrupts("setsockopt") { cplatform_set_send_timeout(descriptor.rawValue, 0) }
            return StreamConnection(descriptor: descriptor)
        } catch {
            throw .system(error)
        }
    }

    /// The process, user and group that called `connect` (or `listen`, seen from the client). Unix sockets only.
    package func peerCredentials() throws(SystemError) -> PeerCredentials {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
        _ = try retryingInterrupts("getsockopt SO_PEERCRED") {
            cplatform_peer_credentials(descriptor.rawValue, &process, &user, &group)
        }
        return PeerCredentials(processID: process, userID: user, groupID: group)
    }

    /// How long one read or one write may wait before it fails with `EAGAIN`; `nil` waits for ever.
    package func setTimeouts(read: Duration?, write: Duration?) throws(SystemError) {
        let readLimit = read.map { max(1, $0.wholeMilliseconds) } ?? 0
        let writeLimit = write.map { max(1, $0.wholeMilliseconds) } ?? 0
        _ = try retryingInterrupts("setsockopt") {
            cplatform_set_receive_timeout(descriptor.rawValue, readLimit)
        }
        _ = try retryingInterrupts("setsockopt") { cplatform_set_send_timeout(descriptor.rawValue, writeLimit) }
    }

    /// Reads what is there, at most `limit` bytes; an empty array once the other end has closed.
    package func read(atMost limit: Int = 65_536) throws(SystemError) -> [UInt8] {
        try descriptor.read(atMost: limit)
    }

    /// Whether the other end has closed the connection in both directions. One that only has nothing more to say, as
    /// `socat` does at the end of its input, still listens and has not left.
    package func hasHungUp() throws(SystemError) -> Bool {
        var entry = pollfd(fd: descriptor.rawValue, events: 0, revents: 0)
        guard try retryingInterrupts("poll", nil, { poll(&entry, 1, 0) }) > 0 else { return false }
        return entry.revents & Int16(POLLHUP | POLLERR) != 0
    }

    /// Sends all of `bytes`. A reader that has gone is an error (`EPIPE`), never a signal.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            done += try retryingInterrupts("send") {
                bytes.withUnsafeBytes {
                    send(descriptor.rawValue, $0.baseAddress?.advanced(by: done), $0.count - done, Int32(MSG_NOSIGNAL))
                }
            }
        }
    }
}
