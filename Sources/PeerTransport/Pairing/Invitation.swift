package import Changelog
package import Model

/// What one node hands to another, by hand, so that the two become peers: a string like `wd1-…`.
///
/// Whoever has the string can become a peer until it expires or is used, so it is shown to the one it is meant for.
package struct Invitation: Hashable, Sendable {
    package static let prefix = "wd1-"
    package static let maximumAddressCount = 8

    /// The inviter, whose key the joiner pins before it says anything.
    package let device: DeviceID
    package let secret: InvitationSecret
    /// Whole seconds.
    package let expiry: Timestamp
    /// Where the inviter listens: at most 8, each with a host of at most 255 bytes.
    package let addresses: [PeerAddress]

    /// Addresses beyond the eighth are left out, and the expiry is cut to whole seconds.
    package init(device: DeviceID, secret: InvitationSecret, expiry: Timestamp, addresses: [PeerAddress]) {
        self.device = device
        self.secret = secret
        self.expiry = Timestamp(seconds: min(max(expiry.seconds, 0), Self.latestExpiry))
        self.addresses = Array(
            addresses.lazy.filter { (1...255).contains($0.host.utf8.count) }
                .prefix(Self.maximumAddressCount))
    }

    /// What five bytes of seconds can say: the year 36812.
    private static let latestExpiry: Int64 = 1 << 40 - 1
}

/// What proves that a device has been invited: 16 random bytes.
package struct InvitationSecret: Hashable, Sendable {
    static let byteCount = 16

    let bytes: [UInt8]

    package init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }
}

// A secret does not get into logs by being printed.
extension InvitationSecret: CustomStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The string: the prefix, then as `CheckedBase32`
///
///     32 bytes   device
///     16 bytes   secret
///      5 bytes   expiry, seconds since 1970, big-endian
///     for each address
///        1 byte  4 or 6: an IP address of 4 or 16 bytes follows; 0: a byte with the length of a name, and the name
///        2 bytes port, big-endian
extension Invitation {
    package var text: String {
        var bytes = device.hash.bytes + secret.bytes
        for shift in stride(from: 32, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: expiry.seconds >> Int64(shift)))
        }
        for address in addresses {
            bytes += IPLiteral.encoding(of: address.host)
            bytes += [UInt8(address.port >> 8), UInt8(address.port & 255)]
        }
        return Self.prefix + CheckedBase32.text(of: bytes)
    }

    /// Reads `text` as it was printed or typed; says which part is mistyped.
    package init(parsing text: some StringProtocol) throws(MistypedText) {
        let text = Substring(text).drop(while: \.isWhitespace)
        guard text.prefix(2).lowercased() == "wd", text.dropFirst(3).first == "-" else {
            throw .prefix(expected: Self.prefix)
        }
        guard text.prefix(Self.prefix.count).lowercased() == Self.prefix else { throw .unknownVersion }
        let body = text.dropFirst(Self.prefix.count).prefix { !$0.isNewline }
        var bytes = try CheckedBase32.bytes(in: body)[...]
        guard
            let device = bytes.take(DeviceID.byteCount).flatMap({ DeviceID(bytes: $0) }),
            let secret = bytes.take(InvitationSecret.byteCount),
            let expiry = bytes.take(5)
        else { throw .incomplete }
        var addresses: [PeerAddress] = []
        while !bytes.isEmpty {
            guard
                addresses.count < Self.maximumAddressCount,
                let host = IPLiteral.decode(from: &bytes),
                let port = bytes.take(2)
            else { throw .incomplete }
            addresses.append(PeerAddress(host: host, port: port.reduce(0) { $0 << 8 | UInt16($1) }))
        }
        self.init(
            device: device,
            secret: InvitationSecret(Array(secret)),
            expiry: Timestamp(seconds: expiry.reduce(0) { $0 << 8 | Int64($1) }),
            addresses: addresses)
    }
}

extension ArraySlice<UInt8> {
    /// The next `count` bytes, or `nil` if there are fewer.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard self.count >= count else { return nil }
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}
