import Model

extension FetchFailure: CustomStringConvertible {
    package var description: String { explanation }

    /// One line for a person: what happened, and what to do about it. This is the only place that words failures.
    package var explanation: String {
        switch self {
        case .badURL: "this is not a URL that can be fetched; it should look like https://example.org/feed.xml"
        case .unsupportedScheme(let scheme): "\(Self.shown(scheme)): addresses are not fetched, only http and https"
        case .badHeader(let name):
            "the header “\(Self.shown(name))” holds a character that no header may hold; correct it in the configuration"
        case .file(let problem): problem.explanation
        case .noNetwork: "this machine has no network at the moment; the feed is polled when it is back"
        case .unknownHost(let host):
            "no address is known for \(host); check the spelling, or the network if other feeds fail too"
        case .proxyUnreachable: "the proxy cannot be reached; check proxy in the configuration, or http_proxy"
        case .refusedConnection(let host): "\(host) refused the connection; the server is down or the port is wrong"
        case .unreachable(let host): "\(host) cannot be reached from here; check the network"
        case .addressRefused(let host, let address, let network):
            "\(host) leads to \(address), \(network.words), which addresses from feeds, pages, peers and redirects may"
                + " not; if it is meant, allow it in the configuration"
        case .timedOut(let stage, let limit): "gave up after \(Self.shown(limit)) \(stage.words); will be tried again"
        case .tls(let problem, let host): problem.explanation(host)
        case .status(let code, _): Self.explanation(ofStatus: code)
        case .gone: "the server says it is gone for good (410); it is no longer polled, remove it or poll it by hand"
        case .connectionLost: "the connection broke before the answer was complete; will be tried again"
        case .truncated(let received):
            "the answer broke off after \(Self.shown(bytes: received)); nothing of it was used, will be tried again"
        case .badEncoding: "the answer's compression is damaged; will be tried again"
        case .notHTTP: "the server does not answer in HTTP; check the port and whether it should be https"
        case .protocolError: "the server broke the rules of HTTP; if it goes on, try http-version: 1.1 for this feed"
        case .tooSlow(let rate):
            "the server sent less than \(rate) bytes a second and was given up; will be tried again"
        case .tooLarge(let limit):
            "the answer is larger than \(Self.shown(bytes: limit)); raise the size limit if it is meant"
        case .decompressionBomb(let ratio):
            "the answer unpacks to more than \(ratio) times its size, which no real feed does; it was refused"
        case .headersTooLarge(let limit):
            "the server sent more than \(Self.shown(bytes: limit)) of headers; it was refused"
        case .memoryBudget: "too many large answers at once; will be tried again"
        case .webPageInsteadOfFeed(let host, true):
            "a web page of \(host) came instead of the feed; perhaps this network wants you to log in first"
        case .webPageInsteadOfFeed(let host, false):
            "\(host) sent a web page, not a feed; `wiredesk feed add` on the page's address finds its feed"
        case .tooManyRedirects(let limit): "more than \(limit) redirects, one after the other; it was given up"
        case .redirectLoop(let url): "the redirects go round in a circle at \(Self.shown(url))"
        case .redirectToScheme(let scheme):
            "it redirects to a \(Self.shown(scheme)): address, and only http and https are followed"
        case .redirectWithoutTarget(let status): "it redirects (\(status)) without a usable address to go to"
        case .hostPaused(let until): "the host asked for a pause until \(until.iso8601); it will be asked after that"
        case .forbiddenByRobots:
            "the site's robots.txt asks programs not to fetch this page; the feed's own text is kept"
        case .interruptedBySleep: "this machine went to sleep in the middle of it; it is fetched again"
        case .cancelled: "stopped before it was done"
        case .other(let words): "could not be fetched: \(words)"
        }
    }
}

extension FetchFailure {
    private static func explanation(ofStatus code: Int) -> String {
        switch code {
        case 401: "the server wants a user name and password (401); give credentials for this feed, or new ones"
        case 402: "the server wants payment (402)"
        case 403: "the server refuses this program (403); another user-agent for this feed may help, or credentials"
        case 404: "there is nothing at this address (404); the feed may have moved, look at its site"
        case 405, 406: "the server does not serve this address as a feed (\(code)); look at its site"
        case 407: "the proxy wants a user name and password (407); give them in the proxy setting"
        case 408: "the server lost patience (408); will be tried again"
        case 429: "the server says we ask too often (429); the whole host is given a pause"
        case 451: "withheld for legal reasons (451)"
        case 511: "this network wants you to log in first (511)"
        case 400..<500: "the server does not accept the request (\(code)); look at the feed's site"
        case 500, 502, 504, 520..<530: "the server is broken at the moment (\(code)); will be tried again"
        case 503: "the server is overloaded or under maintenance (503); will be tried again"
        case 500..<600: "the server failed (\(code)); will be tried again"
        default: "the server gave an answer that means nothing here (\(code))"
        }
    }

    private static func shown(bytes: Int) -> String {
        switch bytes {
        case ..<1024: "\(bytes) bytes"
        case ..<(1 << 20): "\(bytes / 1024) KB"
        default: "\(bytes >> 20) MB"
        }
    }

    private static func shown(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return seconds > 0 ? "\(seconds) s" : "\(attoseconds / 1_000_000_000_000_000) ms"
    }

    /// What a server or a file wrote, shortened and without control characters: it goes to a terminal.
    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(200).filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension FetchFailure.Stage {
    fileprivate var words: String {
        switch self {
        case .resolving: "looking up the server's address"
        case .connecting: "trying to connect"
        case .answering: "waiting for an answer"
        case .downloading: "receiving the answer"
        }
    }
}

extension FetchFailure.TLSProblem {
    fileprivate func explanation(_ host: String) -> String {
        switch self {
        case .expired: "the certificate of \(host) has expired; its owner has to renew it, or this clock is wrong"
        case .notYetValid: "the certificate of \(host) is not valid yet; check this machine's clock"
        case .selfSigned:
            "\(host) shows a certificate that it signed itself; if it is yours, name it as ca-file for this feed"
        case .unknownIssuer:
            "the certificate of \(host) comes from an issuer that this machine does not trust, or its chain is incomplete"
        case .wrongHost: "the certificate of \(host) is for another name; check the address"
        case .pinMismatch: "the key of \(host) is not one that is pinned; if the site renewed it, renew the pin"
        case .revoked: "the certificate of \(host) was revoked"
        case .unreadableCAFile: "the ca-file for \(host) cannot be read or holds no certificate"
        case .handshake: "no secure connection with \(host) could be agreed; the server's TLS may be too old"
        case .untrusted(let code): "the certificate of \(host) cannot be verified (OpenSSL code \(code))"
        }
    }
}

extension FetchFailure.FileProblem {
    fileprivate var explanation: String {
        switch self {
        case .notLocalConfiguration: "file: addresses are allowed in the local configuration only"
        case .missing: "there is no such file"
        case .notReadable: "the file cannot be read; check its permissions"
        case .notRegular: "this is not a regular file"
        }
    }
}

extension NonPublicNetwork {
    fileprivate var words: String {
        switch self {
        case .loopback: "this machine itself"
        case .privateNetwork: "a private network"
        case .linkLocal: "the local link"
        case .carrierNAT: "a provider's inner network"
        case .multicast: "a multicast group"
        case .unspecified: "no real host"
        case .reserved: "a reserved network"
        }
    }
}
