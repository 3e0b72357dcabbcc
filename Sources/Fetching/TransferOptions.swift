import CCurl
import Model

extension Transfer {
    /// Gives the handle what the current hop needs, or says why there can be no such hop.
    func configure(
        _ easy: EasyHandle, environment: EnvironmentProxies, now: ContinuousClock.Instant
    ) -> FetchFailure? {
        let limits = request.limits
        let left = limits.totalTime - (now - (startedAt ?? now))
        guard left > .milliseconds(1) else { return .timedOut(.answering, after: limits.totalTime) }
        // A literal address is refused here already: through a proxy no socket is opened for it.
        if let literal = IPAddress(address.host),
            let network = policy.refusal(of: literal, host: address.host, trust: trust)
        {
            return .addressRefused(host: address.host, address: "\(literal)", network)
        }
        easy.setClient(Unmanaged.passUnretained(self).toOpaque())
        easy.set(CURLOPT_URL, address.text)
        easy.set(CURLOPT_TIMEOUT_MS, Int(left.milliseconds))
        easy.set(CURLOPT_CONNECTTIMEOUT_MS, Int(min(left, limits.connectTime).milliseconds))
        easy.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond)
        easy.set(CURLOPT_LOW_SPEED_TIME, max(1, Int(limits.slowTime.components.seconds)))
        // HTTP/2 comes with TLS only.
        easy.set(CURLOPT_HTTP_VERSION, request.httpVersion == .any ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        easy.setHeaders(headerLines)
        if let userAgent = request.userAgent { easy.setPersonal(CURLOPT_USERAGENT, userAgent) }
        if isAtHome, let cookieFile = request.cookieFile { easy.setPersonal(CURLOPT_COOKIEFILE, cookieFile) }
        setCredentials(easy)
        setTLS(easy)
        setProxy(easy, environment)
        if usesProxy, let network = policy.refusal(behindProxy: address, trust: trust) {
            return .addressRefused(host: address.host, address: address.host, network)
        }
        return nil
    }

    private var headerLines: [String] {
        var ours = [(name: "Accept", value: request.purpose.accept)]
        if let etag = request.validators.etag { ours.append(("If-None-Match", etag)) }
        if let lastModified = request.validators.lastModified { ours.append(("If-Modified-Since", lastModified)) }
        // Away from home none of the owner's headers is sent: any of them may hold a token.
        let owners = isAtHome ? request.headers : []
        let replaced = Set(owners.map { $0.name.lowercased() })
        return ours.filter { !replaced.contains($0.name.lowercased()) }.map { "\($0.name): \($0.value)" }
            + owners.map { header in
                let value = header.value.reveal()
                // An empty header is written with a semicolon; a colon would take it out (CURLOPT_HTTPHEADER(3)).
                return value.isEmpty ? "\(header.name);" : "\(header.name): \(value)"
            }
    }

    private func setCredentials(_ easy: EasyHandle) {
        switch credentials {
        case .basic(let user, let password):
            easy.setPersonal(CURLOPT_HTTPAUTH, 1)  // CURLAUTH_BASIC
            easy.setPersonal(CURLOPT_USERNAME, user)
            easy.setPersonal(CURLOPT_PASSWORD, password.reveal())
        case .bearer(let token):
            easy.setPersonal(CURLOPT_HTTPAUTH, 1 << 6)  // CURLAUTH_BEARER
            easy.setPersonal(CURLOPT_XOAUTH2_BEARER, token.reveal())
        case nil: break
        }
    }

    /// Pins and a certificate file are about the server that the owner named; another origin is judged by the system's.
    private func setTLS(_ easy: EasyHandle) {
        guard isAtHome else { return }
        if let caFile = request.tls.caFile { easy.setPersonal(CURLOPT_CAINFO, caFile) }
        if !request.tls.pins.isEmpty {
            easy.setPersonal(CURLOPT_PINNEDPUBLICKEY, request.tls.pins.joined(separator: ";"))
        }
    }

    private func setProxy(_ easy: EasyHandle, _ environment: EnvironmentProxies) {
        let proxy: Secret? =
            switch request.proxy {
            case .environment: environment.proxy(for: address)
            case .none: nil
            case .use(let proxy): proxy
            }
        usesProxy = proxy != nil
        if let proxy { easy.setPersonal(CURLOPT_PROXY, proxy.reveal()) }
    }
}

extension FetchPurpose {
    /// Servers that negotiate get to know what is wanted; `*/*` keeps those that know no feed types from a 406.
    fileprivate var accept: String {
        switch self {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
        case .page: "text/html, application/xhtml+xml, */*;q=0.5"
        case .robots: "text/plain, */*;q=0.5"
        case .image: "image/*, */*;q=0.5"
        }
    }
}
