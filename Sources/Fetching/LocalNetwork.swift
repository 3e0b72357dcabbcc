import Glibc

/// Whether this machine is on any network at all.
package enum LocalNetwork {
    /// Whether the kernel knows a way to the outside, over IPv4 or IPv6. Nothing is sent: a datagram socket is only
    /// given its peer, an address that is reserved for documentation, and the kernel looks up the route.
    package static var hasRoute: Bool { hasIPv4Route || hasIPv6Route }

    private static var hasIPv4Route: Bool {
        var peer = sockaddr_in()
        peer.sin_family = sa_family_t(AF_INET)
        peer.sin_port = UInt16(9).bigEndian
        guard inet_pton(AF_INET, "192.0.2.1", &peer.sin_addr) == 1 else { return false }
        return withUnsafeBytes(of: peer) { canReach($0, AF_INET) }
    }

    private static var hasIPv6Route: Bool {
        var peer = sockaddr_in6()
        peer.sin6_family = sa_family_t(AF_INET6)
        peer.sin6_port = UInt16(9).bigEndian
        guard inet_pton(AF_INET6, "2001:db8::1", &peer.sin6_addr) == 1 else { return false }
        return withUnsafeBytes(of: peer) { canReach($0, AF_INET6) }
    }

    private static func canReach(_ peer: UnsafeRawBufferPointer, _ family: CInt) -> Bool {
        let descriptor = socket(family, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return connect(descriptor, peer.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(peer.count)) == 0
    }
}
