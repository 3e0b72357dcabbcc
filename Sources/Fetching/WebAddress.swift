internal import CCurl

/// An absolute URL, read by libcurl's own parser, so that what is checked here is what libcurl connects to.
///
/// It never holds user names, passwords or a fragment: credentials in the text are kept apart, as secrets.
package struct WebAddress: Hashable, Sendable {
    /// Lower case, without the colon.
    package let scheme: String
    /// Lower case; an IPv6 address without its brackets.
    package let host: String
    /// As written, or the scheme's own; 0 where the scheme has none.
    package let port: Int
    /// From the first `/`, at least `/`; percent-encoded.
    package let path: String
    /// The whole address without credentials and fragment; bytes outside ASCII percent-encoded.
    package let text: String
    /// The `user:password` that the text carried.
    package let credentials: Credentials?

    /// `nil` if `text` is not an absolute URL. Any scheme is read; `isHTTP` says whether it can be fetched.
    package init?(_ text: String) {
        self.init(text, relativeTo: nil)
    }

    /// `reference` (a `Location` value, a link) resolved against this address (RFC 3986 §5).
    package func resolving(_ reference: String) -> WebAddress? {
        WebAddress(reference, relativeTo: text)
    }

    /// For messages: a query may hold a token.
    package var textWithoutQuery: String { String(text.prefix { $0 != "?" }) }

    /// Whether the host is a name that means this machine wherever it is looked up (RFC 6761 §6.3).
    package var namesThisMachine: Bool { host == "localhost" || host.hasSuffix(".localhost") }

    /// Whether the host is a name that only a private network gives a meaning to: of one label, or under a domain that is
    /// kept for such use (RFC 6762 §3 and appendix G, RFC 8375, ICANN's resolution 2024.07.29.06).
    package var namesPrivateNetwork: Bool {
        let labels = host.split(separator: ".")
        guard let last = labels.last, !host.utf8.contains(UInt8(ascii: ":")) else { return false }
        return labels.count == 1 || Self.privateDomains.contains(String(last)) || labels.suffix(2) == ["home", "arpa"]
    }

    private static let privateDomains: Set<String> = [
        "local", "internal", "intranet", "private", "corp", "home", "lan", "localdomain",
    ]

    package var isHTTP: Bool { scheme == "http" || scheme == "https" }
    package var isFile: Bool { scheme == "file" }

    /// Scheme, host and port (RFC 6454): what secrets belong to.
    package var origin: String { "\(scheme)://\(authority)" }

    /// Host and port: what politeness counts by.
    package var authority: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == Self.defaultPort(of: scheme) ? name : "\(name):\(port)"
    }

    /// Whether trust in `self` extends to `other`: the same origin, or its move from http to https on the usual ports.
    package func extendsTrust(to other: WebAddress) -> Bool {
        guard host == other.host else { return false }
        if scheme == other.scheme { return port == other.port }
        return scheme == "http" && other.scheme == "https" && port == 80 && other.port == 443
    }

    private static func defaultPort(of scheme: String) -> Int {
        switch scheme {
        case "http": 80
        case "https": 443
        default: 0
        }
    }
}

extension WebAddress {
    /// Longer addresses are refused: browsers and servers stop between 8 and 64 KB.
    private static let longest = 8192

    private init?(_ reference: String, relativeTo base: String?) {
        guard !reference.isEmpty, reference.utf8.count <= Self.longest, !reference.utf8.contains(0),
            let parser = curl_url()
        else { return nil }
        defer { curl_url_cleanup(parser) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        if let base, curl_url_set(parser, CURLUPART_URL, base, flags) != CURLUE_OK { return nil }
        guard curl_url_set(parser, CURLUPART_URL, reference, flags) == CURLUE_OK else { return nil }

        func part(_ what: CURLUPart, _ flags: Int32 = 0) -> String? {
            var raw: UnsafeMutablePointer<CChar>?
            guard curl_url_get(parser, what, &raw, UInt32(flags)) == CURLUE_OK, let raw else { return nil }
            defer { curl_free(raw) }
            return String(validatingCString: raw)
        }
        let user = part(CURLUPART_USER, CURLU_URLDECODE)
        let password = part(CURLUPART_PASSWORD, CURLU_URLDECODE)
        for secret in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
            curl_url_set(parser, secret, nil, 0)
        }
        guard let scheme = part(CURLUPART_SCHEME), let path = part(CURLUPART_PATH) else { return nil }
        var host = part(CURLUPART_HOST)?.lowercased() ?? ""
        if !host.isEmpty { curl_url_set(parser, CURLUPART_HOST, host, 0) }
        if host.hasPrefix("[") { host = String(host.dropFirst().prefix { $0 != "]" }) }
        guard !host.isEmpty || scheme == "file" else { return nil }
        guard let text = part(CURLUPART_URL, scheme == "file" ? 0 : CURLU_NO_DEFAULT_PORT) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap { Int($0) } ?? 0
        self.path = part(CURLUPART_QUERY).map { "\(path)?\($0)" } ?? path
        self.text = text
        credentials = user.map { .basic(user: $0, password: Secret(password ?? "")) }
    }
}
