/// The proxies that the environment names, by the conventions of curl(1) and wget(1).
///
/// `http_proxy` counts in lower case only: a CGI server sets `HTTP_PROXY` from a request's header.
package struct EnvironmentProxies: Sendable {
    private let http: Secret?
    private let https: Secret?
    private let exceptions: [String]

    package init(environment: [String: String]) {
        func value(_ names: String...) -> Secret? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }.map { Secret($0) }
        }
        let all = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? all
        https = value("https_proxy", "HTTPS_PROXY") ?? all
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        exceptions = list.lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// The proxy for `address`, or `nil` to connect directly.
    package func proxy(for address: WebAddress) -> Secret? {
        exceptions.contains { excludes(address, by: $0) } ? nil : address.scheme == "https" ? https : http
    }

    /// An exception is `*`, a network in CIDR form, or a domain, which holds for its subdomains too.
    private func excludes(_ address: WebAddress, by exception: String) -> Bool {
        if exception == "*" { return true }
        if let literal = IPAddress(address.host) {
            return AddressBlock(exception)?.contains(literal) ?? false
        }
        let domain = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
        return address.host == domain || address.host.hasSuffix("." + domain)
    }
}
