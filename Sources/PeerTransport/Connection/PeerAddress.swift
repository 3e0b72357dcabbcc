import NIOCore

/// Where a node listens: an IP address or a host name, and a TCP port.
package struct PeerAddress: Hashable, Sendable {
    /// An IPv4 or IPv6 literal without brackets, or a DNS name.
    package let host: String
    package let port: UInt16

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `192.0.2.1:7171`, `[2001:db8::1]:7171` and `desk.example:7171`. `nil` for anything else.
    package init?(parsing text: some StringProtocol) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.first == "[" {
            guard host.last == "]", host.count > 2 else { return nil }
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard
            (1...255).contains(host.utf8.count),
            // What may stand in a name, in a literal of either family, or before an IPv6 zone (`fe80::1%eth0`).
            host.utf8.allSatisfy({ byte in
                (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: "%")
            })
        else { return nil }
        self.init(host: String(host), port: port)
    }

    init?(_ address: SocketAddress?) {
        guard let host = address?.ipAddress, let port = address?.port.flatMap({ UInt16(exactly: $0) }) else {
            return nil
        }
        self.init(host: host, port: port)
    }
}

extension PeerAddress: CustomStringConvertible {
    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
