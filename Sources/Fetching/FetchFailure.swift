package import Model

/// Why a fetch brought nothing. `FetchFailure.explanation` turns it into words; nothing in it is a secret.
package enum FetchFailure: Error, Hashable, Sendable {
    // The request itself.
    case badURL
    case unsupportedScheme(String)
    case badHeader(name: String)
    case file(FileProblem)

    // Reaching the server.
    case noNetwork
    case unknownHost(String)
    case proxyUnreachable
    case refusedConnection(host: String)
    case unreachable(host: String)
    case addressRefused(host: String, address: String, NonPublicNetwork)
    case timedOut(Stage, after: Duration)
    case tls(TLSProblem, host: String)

    // The answer.
    case status(Int, retryAt: Timestamp?)
    case gone
    case connectionLost
    case truncated(received: Int)
    case badEncoding
    case notHTTP
    case protocolError
    case tooSlow(bytesPerSecond: Int)
    case tooLarge(limit: Int)
    case decompressionBomb(ratio: Int)
    case headersTooLarge(limit: Int)
    case memoryBudget
    case webPageInsteadOfFeed(host: String, strayed: Bool)

    // Redirects.
    case tooManyRedirects(limit: Int)
    case redirectLoop(url: String)
    case redirectToScheme(String)
    case redirectWithoutTarget(status: Int)

    // Ourselves.
    case hostPaused(until: Timestamp)
    case forbiddenByRobots
    /// The machine slept during the fetch, and the connection did not live through it.
    case interruptedBySleep
    case cancelled
    /// libcurl's own words for a code that none of the above covers.
    case other(String)
}

extension FetchFailure {
    package enum Stage: Hashable, Sendable {
        case resolving, connecting, answering, downloading
    }

    package enum TLSProblem: Hashable, Sendable {
        case expired, notYetValid, selfSigned, unknownIssuer, wrongHost, pinMismatch, revoked
        case unreadableCAFile
        case handshake
        /// OpenSSL's verification code (openssl-verification-options(1)).
        case untrusted(code: Int)
    }

    package enum FileProblem: Hashable, Sendable {
        case notLocalConfiguration, missing, notReadable, notRegular
    }
}

/// What a failure means for the next poll.
package enum FailureClass: Hashable, Sendable {
    /// May work the next time.
    case transient
    /// The host could not be found or reached. That may be our own network, which `Connectivity` judges; what it is
    /// judged to be is then not counted against the feed.
    case offline
    /// Will not work until somebody changes something; asked seldom.
    case permanent
    /// 410: not asked again.
    case gone
    /// Asked again no sooner than this, if the server named a time.
    case rateLimited(retryAt: Timestamp?)
    /// Ended by ourselves: says nothing about the feed.
    case cancelled
}

extension FetchFailure {
    package var failureClass: FailureClass {
        switch self {
        case .gone: .gone
        case .cancelled, .interruptedBySleep: .cancelled
        case .status(429, let retryAt): .rateLimited(retryAt: retryAt)
        case .status(503, .some(let retryAt)): .rateLimited(retryAt: retryAt)
        case .hostPaused(let until): .rateLimited(retryAt: until)
        case .status(511, _): .offline
        case .status(let code, _): [408, 421, 425].contains(code) || code >= 500 ? .transient : .permanent
        case .noNetwork, .unknownHost, .unreachable: .offline
        case .webPageInsteadOfFeed(_, let strayed): strayed ? .transient : .permanent
        case .badURL, .unsupportedScheme, .badHeader, .file, .addressRefused, .tls, .notHTTP, .tooLarge,
            .decompressionBomb, .headersTooLarge, .tooManyRedirects, .redirectLoop, .redirectToScheme,
            .redirectWithoutTarget, .forbiddenByRobots:
            .permanent
        case .proxyUnreachable, .refusedConnection, .timedOut, .connectionLost, .truncated, .badEncoding,
            .protocolError,
            .tooSlow, .memoryBudget, .other:
            .transient
        }
    }
}
