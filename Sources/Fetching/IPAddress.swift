import Glibc

/// An address as it is connected to. An IPv4 address mapped into IPv6 is the IPv4 address.
package enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    case v6(UInt128)

    /// Dotted or colon form, without zone, brackets or port.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(v6: withUnsafeBytes(of: six) { UInt128(networkOrder: $0) })
        } else {
            return nil
        }
    }

    init(v6 value: UInt128) {
        self = value >> 32 == 0xFFFF ? .v4(UInt32(truncatingIfNeeded: value)) : .v6(value)
    }
}

extension FixedWidthInteger {
    /// The number that bytes spell, the highest first, as addresses are on the wire.
    init(networkOrder bytes: UnsafeRawBufferPointer) {
        self = bytes.reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
    }
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        switch self {
        case .v4(let value):
            stride(from: 24, through: 0, by: -8).map { "\(value >> UInt32($0) & 255)" }.joined(separator: ".")
        case .v6(let value):
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
                var bytes = value.bigEndian
                inet_ntop(AF_INET6, &bytes, text.baseAddress, socklen_t(text.count))
                return text.baseAddress.map { String(cString: $0) } ?? ""
            }
        }
    }
}

/// A network in CIDR notation: `10.0.0.0/8`, `fd00::/8`, or one address.
package struct AddressBlock: Hashable, Sendable {
    private let base: IPAddress
    private let prefixLength: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let base = IPAddress(String(first)) else { return nil }
        let longest =
            switch base {
            case .v4: 32
            case .v6: 128
            }
        if parts.count == 2 {
            guard let length = CachePolicy.deltaSeconds(parts[1]), length <= longest else { return nil }
            prefixLength = length
        } else {
            prefixLength = longest
        }
        self.base = base
    }

    var isEverything: Bool { prefixLength == 0 }

    init(v4 base: UInt32, _ prefixLength: Int) {
        self.base = .v4(base)
        self.prefixLength = prefixLength
    }

    init(v6 base: UInt128, _ prefixLength: Int) {
        self.base = .v6(base)
        self.prefixLength = prefixLength
    }

    package func contains(_ address: IPAddress) -> Bool {
        switch (base, address) {
        // A shift by the whole width is 0 for Swift's smart shift: `/0` holds everything.
        case (.v4(let base), .v4(let address)): (base ^ address) >> UInt32(32 - prefixLength) == 0
        case (.v6(let base), .v6(let address)): (base ^ address) >> UInt128(128 - prefixLength) == 0
        default: false
        }
    }
}
