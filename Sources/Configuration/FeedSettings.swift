/// One feed of the configuration. What is `nil` or empty follows the settings for all feeds.
package struct FeedSettings: Hashable, Sendable {
    /// `http:`, `https:`, or an absolute `file:` URL, which only the local configuration may name.
    package var url: String
    package var title: String?
    package var tags: [String] = []
    package var interval: Duration?
    package var fullText: Bool?
    package var userAgent: String?
    /// Sent with every request to the feed's own origin, in this order.
    package var headers: [Header] = []
    /// A cookie jar in the Netscape format that curl and browsers export.
    package var cookiesFile: String?
    package var authentication: Authentication?
    package var proxy: String?
    package var http1Only = false
    /// Hashes of public keys, one of which the server must have, as curl writes them: `sha256//…`.
    package var tlsPins: [String] = []
    package var allowPrivateAddresses: Bool?
    /// Where the configuration names it.
    package var line: Int

    package init(url: String, line: Int = 0) {
        self.url = url
        self.line = line
    }

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package enum Authentication: Hashable, Sendable {
        case basic(user: String, password: SecretSource)
        case bearer(token: SecretSource)
    }
}

/// Where a secret is read from when it is needed. The configuration never holds the secret itself.
package enum SecretSource: Hashable, Sendable {
    /// An absolute path to a file that only its owner may read.
    case file(String)
    /// A systemd credential (`LoadCredential=`) by name.
    case credential(String)
}
