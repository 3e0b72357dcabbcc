import Glibc

/// A host as an invitation carries it: 4 or 16 bytes where it is an IP address, its name otherwise.
enum IPLiteral {
    private static let families: [(kind: UInt8, family: CInt, byteCount: Int)] = [(4, AF_INET, 4), (6, AF_INET6, 16)]

    static func encoding(of host: String) -> [UInt8] {
        for (kind, family, byteCount) in families {
            var bytes = [UInt8](repeating: 0, count: byteCount)
            if inet_pton(family, host, &bytes) == 1 { return [kind] + bytes }
        }
        let name = Array(host.utf8.prefix(255))
        return [0, UInt8(name.count)] + name
    }

    /// Takes one host off the front of `bytes`; `nil` if there is none.
    static func decode(from bytes: inout ArraySlice<UInt8>) -> String? {
        guard let kind = bytes.take(1)?.first else { return nil }
        if kind == 0 {
            guard let count = bytes.take(1)?.first, let name = bytes.take(Int(count)) else { return nil }
            // An address that `PeerAddress` would not read is none.
            return String(validating: name, as: UTF8.self).flatMap { PeerAddress(parsing: "\($0):0")?.host }
        }
        guard
            let (_, family, byteCount) = families.first(where: { $0.kind == kind }),
            let address = bytes.take(byteCount)
        else { return nil }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isText = address.withUnsafeBytes {
            inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) != nil
        }
        return isText ? String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
