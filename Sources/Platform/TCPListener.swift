import CPlatform
import Glibc

/// A TCP socket that accepts connections.
package final class TCPListener: Sendable {
    package let descriptor: FileDescriptor
    private let stopped = Locked(false)

    package var isStopped: Bool { stopped.withLock { $0 } }

    /// - Parameters:
    ///   - host: an address of this machine, or a name of one; `nil` is all of them, IPv6 and IPv4.
    ///   - port: 0 has the kernel choose one.
    package init(listeningOn host: String?, port: UInt16, backlog: Int32 = 16) throws(TCPListenError) {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &found)
        guard code == 0, let found else { throw .unknownHost(host ?? "", String(cString: gai_strerror(code))) }
        defer { freeaddrinfo(found) }
        var addresses = Array(sequence(first: found, next: { $0.pointee.ai_next }))
        // “::” takes both families; a machine without IPv6 goes on to 0.0.0.0.
        if host == nil { addresses.sort { $0.pointee.ai_family == AF_INET6 && $1.pointee.ai_family != AF_INET6 } }
        var failure = SystemError("bind", code: EADDRNOTAVAIL)
        for address in addresses {
            do throws(SystemError) {
                descriptor = try Self.listen(on: address.pointee, backlog: backlog)
                return
            } catch {
                failure = error
            }
        }
        throw .system(failure)
    }

    /// Where it listens, once the kernel has chosen.
    package var port: UInt16 {
        get throws(SystemError) {
            var address = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            _ = try retryingInterrupts("getsockname") {
                withUnsafeMutablePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        getsockname(descriptor.rawValue, $0, &length)
                    }
                }
            }
            // The port lies at the same place in both families' addresses.
            return withUnsafeBytes(of: &address) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
        }
    }

    /// Waits for the next client. Throws once `stop()` was called.
    package func accept() throws(SystemError) -> StreamConnection {
        let client = try retryingInterrupts("accept") { cplatform_accept(descriptor.rawValue) }
        return StreamConnection(descriptor: FileDescriptor(owning: client))
    }

    /// Makes `accept()` fail, now and from now on.
    package func stop() {
        stopped.withLock { $0 = true }
        descriptor.shutDown()
    }

    private static func listen(on address: addrinfo, backlog: Int32) throws(SystemError) -> FileDescriptor {
        let descriptor = FileDescriptor(
            owning: try retryingInterrupts("socket") {
                socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
            })
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        _ = try retryingInterrupts("setsockopt") {
            setsockopt(descriptor.rawValue, SOL_SOCKET, SO_REUSEADDR, &on, size)
        }
        if address.ai_family == AF_INET6 {
            // One socket for both families where the address is all of them (ipv6(7)).
            on = 0
            _ = try retryingInterrupts("setsockopt") {
                setsockopt(descriptor.rawValue, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size)
            }
        }
        _ = try retryingInterrupts("bind") { bind(descriptor.rawValue, address.ai_addr, address.ai_addrlen) }
        _ = try retryingInterrupts("listen") { Glibc.listen(descriptor.rawValue, backlog) }
        return descriptor
    }
}

/// Why nothing listens.
package enum TCPListenError: Error, CustomStringConvertible {
    /// With the resolver's words.
    case unknownHost(String, String)
    case system(SystemError)

    package var description: String {
        switch self {
        case .unknownHost(let host, let reason): "“\(host)” is no address of this machine (\(reason))"
        case .system(let error) where error.code == EADDRINUSE: "another program listens there"
        case .system(let error) where error.code == EADDRNOTAVAIL: "this machine does not have that address"
        case .system(let error) where error.code == EACCES: "ports below 1024 need a privilege"
        case .system(let error): "\(error)"
        }
    }
}
