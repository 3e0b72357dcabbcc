/// One thing to fetch, and under which conditions.
package struct FetchRequest: Sendable {
    /// Absolute, http or https; `file` only with `Trust.localConfiguration`.
    package var url: String
    package var purpose: FetchPurpose
    package var trust: Trust
    /// What the last success returned; makes the request conditional.
    package var validators: Validators
    /// Replaces the engine's own.
    package var userAgent: String?
    /// Sent to the origin of `url` only. A name or value that would break a header is refused.
    package var headers: [Header]
    package var credentials: Credentials?
    /// A file of cookies in Netscape form, which is read and never written. Sent to the origin of `url` only.
    package var cookieFile: String?
    package var proxy: ProxyRule
    package var httpVersion: HTTPVersionCap
    package var tls: TLSTrust
    package var limits: FetchLimits
    /// The least time since the fetch before from the same host: a robots.txt's `Crawl-delay`. The engine's own spacing
    /// for the purpose holds if it is longer.
    package var spacing: Duration

    package init(url: String, purpose: FetchPurpose, trust: Trust) {
        self.url = url
        self.purpose = purpose
        self.trust = trust
        validators = Validators()
        headers = []
        proxy = .environment
        httpVersion = .any
        tls = TLSTrust()
        limits = FetchLimits(for: purpose)
        spacing = .zero
    }
}

extension FetchRequest {
    package struct Header: Hashable, Sendable {
        package var name: String
        /// Kept secret: it may be a token.
        package var value: Secret

        package init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }
}

/// What the answer is for: decides `Accept`, the limits and the spacing.
package enum FetchPurpose: Hashable, Sendable, CaseIterable {
    case feed, page, robots, image
}

/// Where a URL came from, and so which addresses it may name.
package enum Trust: Hashable, Sendable {
    /// Written in the local configuration: any address that can be connected to, and `file:`.
    case localConfiguration
    /// Typed by the owner: any address that can be connected to.
    case owner
    /// Taken from a feed, a page, a peer or a redirect: public addresses only, but for those the configuration allows.
    case derived
}

/// What makes a request conditional (RFC 9110 §13.1). Each is the header's value as the server sent it.
///
/// Store those of a result only once what it brought is committed; otherwise a crash between the two
/// would lose the entries behind a 304.
package struct Validators: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }
}

package enum ProxyRule: Hashable, Sendable {
    /// As `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` of the daemon's environment say.
    case environment
    case none
    /// `http://`, `https://`, `socks5://` or `socks5h://`, host and port. It may hold credentials: a secret.
    case use(Secret)
}

package enum HTTPVersionCap: Hashable, Sendable {
    /// HTTP/2 where TLS offers it.
    case any
    case http1
}

package struct TLSTrust: Hashable, Sendable {
    /// Public keys of which the server must have one, each `sha256//` and base64 (CURLOPT_PINNEDPUBLICKEY(3)).
    package var pins: [String]
    /// A PEM file of certificates to trust in place of the system's.
    package var caFile: String?

    package init(pins: [String] = [], caFile: String? = nil) {
        self.pins = pins
        self.caFile = caFile
    }
}
