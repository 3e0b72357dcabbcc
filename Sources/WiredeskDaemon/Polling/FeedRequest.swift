import Configuration
import Fetching
import Platform
import Storage

/// Builds the requests of a feed: what the settings say for all feeds, then what they say for this one.
struct FeedRequest: Sendable {
    let fetch: FetchSettings
    let secrets: SecretFiles

    /// - Throws: `SecretFileError` if a credential cannot be read, rather than asking without it.
    func request(for plan: FeedPlan) throws(SecretFileError) -> FetchRequest {
        var request = FetchRequest(url: plan.address, purpose: .feed, trust: plan.trust)
        apply(to: &request)
        request.validators = plan.validators
        request.userAgent = plan.local?.userAgent ?? plan.subscription.userAgent ?? fetch.userAgent
        if plan.subscription.http1Only == true { request.httpVersion = .http1 }
        if let proxy = plan.subscription.proxy { request.proxy = .use(Secret(proxy)) }
        guard let local = plan.local else { return request }
        request.headers = local.headers.map { FetchRequest.Header(name: $0.name, value: Secret($0.value)) }
        request.cookieFile = local.cookiesFile
        if let proxy = local.proxy { request.proxy = .use(Secret(proxy)) }
        if local.http1Only { request.httpVersion = .http1 }
        request.tls.pins = local.tlsPins
        if local.allowPrivateAddresses == false { request.trust = .derived }
        switch local.authentication {
        case .basic(let user, let password):
            request.credentials = .basic(user: user, password: try secrets.read(password))
        case .bearer(let token): request.credentials = .bearer(try secrets.read(token))
        case nil: break
        }
        return request
    }

    /// A request for something that a feed or a page names: an article's page, a robots file, a picture.
    func request(derived url: String, purpose: FetchPurpose, for plan: FeedPlan) -> FetchRequest {
        var request = FetchRequest(url: url, purpose: purpose, trust: .derived)
        apply(to: &request)
        request.userAgent = plan.local?.userAgent ?? plan.subscription.userAgent ?? fetch.userAgent
        if plan.local?.allowPrivateAddresses == true { request.trust = .localConfiguration }
        return request
    }

    private func apply(to request: inout FetchRequest) {
        request.userAgent = fetch.userAgent
        if let proxy = fetch.proxy { request.proxy = .use(Secret(proxy)) }
        request.limits.totalTime = fetch.timeout
        request.limits.connectTime = fetch.connectTimeout
        request.limits.decodedBytes = min(request.limits.decodedBytes, fetch.maximumBody)
        request.limits.redirects = fetch.maximumRedirects
    }
}

/// Reads secrets from where the configuration says they are, each time anew, so that a changed token needs no reload.
struct SecretFiles: Sendable {
    let directories: Directories

    /// No password or token is longer.
    private static let mostBytes = 64 << 10

    func read(_ source: SecretSource) throws(SecretFileError) -> Secret {
        let path: String
        switch source {
        case .file(let file): path = file
        case .credential(let name):
            guard let file = directories.credentialFile(named: name) else { throw .noCredential(name) }
            path = file
        }
        do throws(FileContents.Failure) {
            let bytes = try FileContents.read(path, limit: Self.mostBytes)
            let text = String(decoding: bytes, as: UTF8.self)
            return Secret(String(text.prefix { !$0.isNewline }))
        } catch {
            throw .unreadable(path, error)
        }
    }
}

/// Why a secret is not to be had. It never holds the secret.
enum SecretFileError: Error, CustomStringConvertible {
    case noCredential(String)
    case unreadable(String, FileContents.Failure)

    var description: String {
        switch self {
        case .noCredential(let name):
            "there is no credential “\(name)”; pass it to the service with LoadCredential=\(name):PATH"
        case .unreadable(let path, let error):
            "the secret in \(path) cannot be read (\(error)); check its path, owner and mode"
        }
    }
}
