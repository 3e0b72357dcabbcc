import Dispatch
import Glibc
import PeerTransport

/// A plain TCP connection to 127.0.0.1, for what no well-behaved peer would send.
final class RawSocket: Sendable {
    private let descriptor: CInt

    struct Failed: Error {}

    init(to address: PeerAddress) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = address.port.bigEndian
        target.sin_addr.s_addr = inet_addr(address.host)
        let connected = withUnsafePointer(to: &target) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failed() }
        // A test that would hang fails instead.
        var limit = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) { _ = send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL)) }

    func finishWriting() { shutdown(descriptor, CInt(SHUT_WR)) }

    /// What the other end sends before it hangs up. Waits on a thread of its own, as those of Swift's tasks are few.
    func readToEnd() async -> [UInt8] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.read()) }
        }
    }

    private func read() -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count <= 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
