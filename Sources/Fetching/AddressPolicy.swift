/// Which addresses a URL may lead to.
///
/// A feed, a page or a peer can name any URL, and so make this machine speak to a router, a printer or a service on
/// loopback that trusts its own network. What is checked is the address that is being connected to, not the name:
/// a name may resolve to one address when it is looked at and to another when it is used.
package struct AddressPolicy: Sendable {
    /// Networks that the configuration allows for any URL.
    package var allowedBlocks: [AddressBlock]
    /// Host names, in lower case, that the configuration allows whatever they resolve to.
    package var allowedHosts: Set<String>

    package init(allowedBlocks: [AddressBlock] = [], allowedHosts: Set<String> = []) {
        self.allowedBlocks = allowedBlocks
        self.allowedHosts = allowedHosts
    }

    /// `nil` if a connection to `address`, for a URL that names `host`, is allowed; else what the address is.
    package func refusal(of address: IPAddress, host: String, trust: Trust) -> NonPublicNetwork? {
        guard trust == .derived, !allowedHosts.contains(host) else { return nil }
        guard let network = NonPublicNetwork(of: address) else { return nil }
        return allowedBlocks.contains { $0.contains(address) } ? nil : network
    }

    /// The same for a host that a proxy looks up, so that its name alone can be judged: one that means this machine, or one
    /// that only the proxy's own network knows, which may be at any address there.
    package func refusal(behindProxy address: WebAddress, trust: Trust) -> NonPublicNetwork? {
        let network: NonPublicNetwork
        if address.namesThisMachine {
            network = .loopback
        } else if address.namesPrivateNetwork {
            network = .privateNetwork
        } else {
            return nil
        }
        guard trust == .derived, !allowedHosts.contains(address.host) else { return nil }
        return allowedBlocks.contains(where: \.isEverything) ? nil : network
    }
}

/// The networks that are not the public Internet (IANA's IPv4 and IPv6 Special-Purpose Address Registries).
package enum NonPublicNetwork: Hashable, Sendable {
    case loopback
    case privateNetwork
    case linkLocal
    /// 100.64.0.0/10 (RFC 6598).
    case carrierNAT
    case multicast
    case unspecified
    /// Documentation, benchmarking, reserved and translation prefixes that no public server has.
    case reserved

    /// `nil` for a public address. An IPv4 address inside an IPv6 one (NAT64, 6to4, compatible, ISATAP) is judged as
    /// what it reaches.
    package init?(of address: IPAddress) {
        switch address {
        case .v4(let value): self.init(v4: value)
        case .v6(let value): self.init(v6: value)
        }
    }

    private init?(v4 address: UInt32) {
        guard let network = Self.v4Blocks.first(where: { $0.block.contains(.v4(address)) })?.network else { return nil }
        self = network
    }

    private init?(v6 address: UInt128) {
        if let network = Self.v6Blocks.first(where: { $0.block.contains(.v6(address)) })?.network {
            self = network
            return
        }
        guard let embedded = Self.embeddedIPv4(in: address) else {
            // Global unicast is 2000::/3 alone (RFC 4291 §2.4, IANA); whatever else is not assigned.
            guard address >> 125 == 1 else {
                self = .reserved
                return
            }
            return nil
        }
        self.init(v4: embedded)
    }

    private static func embeddedIPv4(in address: UInt128) -> UInt32? {
        let last = UInt32(truncatingIfNeeded: address)
        if address >> 32 == 0 { return last }  // ::a.b.c.d, deprecated (RFC 4291 §2.5.5.1)
        if address >> 32 == 0x0064_FF9B << 64 { return last }  // 64:ff9b::/96 (RFC 6052)
        if address >> 112 == 0x2002 { return UInt32(truncatingIfNeeded: address >> 80) }  // 6to4 (RFC 3056)
        if UInt32(truncatingIfNeeded: address >> 32) | 0x0200_0000 == 0x0200_5EFE { return last }  // ISATAP (RFC 5214)
        return nil
    }

    private static let v4Blocks: [(block: AddressBlock, network: NonPublicNetwork)] = [
        (AddressBlock(v4: 0x0000_0000, 8), .unspecified),
        (AddressBlock(v4: 0x0A00_0000, 8), .privateNetwork),
        (AddressBlock(v4: 0x6440_0000, 10), .carrierNAT),
        (AddressBlock(v4: 0x7F00_0000, 8), .loopback),
        (AddressBlock(v4: 0xA9FE_0000, 16), .linkLocal),
        (AddressBlock(v4: 0xAC10_0000, 12), .privateNetwork),
        (AddressBlock(v4: 0xC000_0000, 24), .reserved),
        (AddressBlock(v4: 0xC000_0200, 24), .reserved),
        (AddressBlock(v4: 0xC058_6300, 24), .reserved),
        (AddressBlock(v4: 0xC0A8_0000, 16), .privateNetwork),
        (AddressBlock(v4: 0xC612_0000, 15), .reserved),
        (AddressBlock(v4: 0xC633_6400, 24), .reserved),
        (AddressBlock(v4: 0xCB00_7100, 24), .reserved),
        (AddressBlock(v4: 0xE000_0000, 4), .multicast),
        (AddressBlock(v4: 0xF000_0000, 4), .reserved),
    ]

    private static let v6Blocks: [(block: AddressBlock, network: NonPublicNetwork)] = [
        (AddressBlock(v6: 0, 128), .unspecified),
        (AddressBlock(v6: 1, 128), .loopback),
        (AddressBlock(v6: 0x0064_FF9B_0001 << 80, 48), .reserved),  // local-use translation (RFC 8215)
        (AddressBlock(v6: 0x2001 << 112, 23), .reserved),  // Teredo, ORCHID and other protocol assignments
        (AddressBlock(v6: 0x2001_0DB8 << 96, 32), .reserved),
        (AddressBlock(v6: 0x3FFF << 112, 20), .reserved),
        (AddressBlock(v6: 0xFC00 << 112, 7), .privateNetwork),
        (AddressBlock(v6: 0xFE80 << 112, 10), .linkLocal),
        (AddressBlock(v6: 0xFEC0 << 112, 10), .privateNetwork),  // site-local, deprecated (RFC 3879)
        (AddressBlock(v6: 0xFF00 << 112, 8), .multicast),
    ]
}
