import Model

extension ValueKind<ListenAddress> {
    static let listenAddress = ValueKind("an address such as 127.0.0.1:7331, [::1]:7331 or 7331") { text, _ in
        if let port = UInt16(text), port > 0 { return ListenAddress(host: nil, port: port) }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard HostText.isIPv6(host) else { return nil }
        } else {
            guard host == "*" || HostText.isHost(host) else { return nil }
        }
        return ListenAddress(host: host == "*" ? nil : String(host), port: port)
    }

    /// The same for what is told to whoever asks: a port alone is open to this machine only.
    static let openAddress = ValueKind("an address such as 127.0.0.1:9464, *:9464 or 9464") {
        text, isPlain throws(ValueFault) in
        if let port = UInt16(text), port > 0 { return ListenAddress(host: "127.0.0.1", port: port) }
        return try listenAddress.read(text, isPlain)
    }
}

extension ValueKind<String> {
    /// A proxy as curl takes it.
    static let proxy = ValueKind("a proxy such as http://proxy.example:3128 or socks5h://127.0.0.1:9050") { text, _ in
        guard let parts = AddressParts(text),
            ["http", "https", "socks4", "socks4a", "socks5", "socks5h"].contains(parts.scheme),
            HostText.isHost(parts.host) || HostText.isBracketedIPv6(parts.host), parts.userInfo == nil
        else { return nil }
        return text
    }

    /// A host name, an address, or a network in CIDR notation.
    static let network = ValueKind("a host name, an address, or a network such as 10.0.0.0/8") { text, _ in
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, HostText.isHost(host) || HostText.isIPv6(host) else { return nil }
        guard parts.count == 2 else { return text }
        guard let bits = Int(parts[1]), HostText.isAddress(host),
            (0...(HostText.isIPv6(host) ? 128 : 32)).contains(bits)
        else { return nil }
        return text
    }

    /// What curl's CURLOPT_PINNEDPUBLICKEY takes: 32 bytes of SHA-256 in base64 are 43 letters and a “=”.
    static let publicKeyPin = ValueKind("sha256// and the key's hash in base64") { text, _ in
        guard text.hasPrefix("sha256//") else { return nil }
        let hash = text.dropFirst("sha256//".count).utf8
        let isBase64: (UInt8) -> Bool = {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"): true
            default: false
            }
        }
        guard hash.count == 44, hash.last == UInt8(ascii: "="), hash.dropLast().allSatisfy(isBase64) else { return nil }
        return text
    }
}

/// What an address looks like before it is judged (RFC 3986 appendix B).
struct AddressParts {
    /// In lower case.
    let scheme: String
    let userInfo: Substring?
    let host: Substring
    let port: Substring?
    /// Path, query and fragment.
    let rest: Substring

    /// `nil` without `scheme://`.
    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
        scheme = text[..<colon].lowercased()
        let afterScheme = text[text.index(colon, offsetBy: 3)...]
        let end = afterScheme.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? afterScheme.endIndex
        rest = afterScheme[end...]
        var authority = afterScheme[..<end]
        if let at = authority.lastIndex(of: "@") {
            userInfo = authority[..<at]
            authority = authority[authority.index(after: at)...]
        } else {
            userInfo = nil
        }
        let bracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let separator = authority[bracket...].lastIndex(of: ":") {
            host = authority[..<separator]
            port = authority[authority.index(after: separator)...]
        } else {
            host = authority
            port = nil
        }
    }
}

/// What a host may be called.
enum HostText {
    /// A DNS name, ASCII or internationalised, or an IPv4 address.
    static func isHost(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
                default: scalar.value >= 0x80 && !scalar.properties.isWhitespace
                }
            } && !text.hasPrefix(".") && !text.contains("..") && text != "."
    }

    static func isIPv4(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
    }

    /// Near enough to catch a slip of the fingers; the system has the last word.
    static func isIPv6(_ text: some StringProtocol) -> Bool {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        return (3...9).contains(groups.count)
            && groups.allSatisfy { $0.utf8.count <= 4 && $0.utf8.allSatisfy { $0.hexValue != nil } || isIPv4($0) }
    }

    static func isBracketedIPv6(_ text: Substring) -> Bool {
        text.hasPrefix("[") && text.hasSuffix("]") && isIPv6(text.dropFirst().dropLast())
    }

    static func isAddress(_ text: some StringProtocol) -> Bool { isIPv4(text) || isIPv6(text) }
}
