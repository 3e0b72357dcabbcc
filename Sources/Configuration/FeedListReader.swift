import Model
import Yams

/// The list under `feeds:`, each item an address alone or a mapping with `url:`.
struct FeedListReader {
    let document: YAMLDocument
    let file: ConfigurationFile
    let report: FaultReport

    func feeds(_ node: Node) -> [FeedSettings] {
        guard !node.isEmptyScalar else { return [] }
        guard case .sequence(let sequence) = node else {
            report.add(
                document.position(of: node), "“feeds” is \(node.kind)", "write a list: each feed on a line after “- ”")
            return []
        }
        var result: [FeedSettings] = []
        var firstLines: [String: Int] = [:]
        for item in sequence {
            guard let feed = feed(item) else { continue }
            let name = FeedURL.normalised(feed.url)
            if let line = firstLines[name] {
                report.add(
                    document.position(of: item), "“\(feed.url.shortened)” is the feed of line \(line) again",
                    "keep one of them")
                continue
            }
            firstLines[name] = feed.line
            result.append(feed)
        }
        return result
    }

    private func feed(_ node: Node) -> FeedSettings? {
        let position = document.position(of: node)
        guard case .mapping = node else {
            guard case .scalar(let scalar) = node, !node.isEmptyScalar else {
                report.add(
                    position, node.isEmptyScalar ? "an empty item in “feeds”" : "\(node.kind) in place of a feed",
                    "write an address, or a mapping with “url:”")
                return nil
            }
            do throws(ValueFault) {
                let url = try FeedAddress(file: file).url(scalar.string)
                return FeedSettings(url: url, line: position?.line ?? 0)
            } catch {
                report.add(position, "“\(scalar.string.shortened)”: \(error.problem)", error.remedy)
                return nil
            }
        }
        guard var reader = MappingReader(node, named: "a feed", in: document, report: report) else { return nil }
        let feed = settings(&reader, line: position?.line ?? 0)
        reader.reportUnknownKeys()
        return feed
    }

    private func settings(_ reader: inout MappingReader, line: Int) -> FeedSettings? {
        let address = FeedAddress(file: file)
        let kind = ValueKind<String>("an address such as https://example.org/feed.xml") {
            text, _ throws(ValueFault) in try address.url(text)
        }
        let url = reader.value("url", kind)
        if url == nil, reader.keyPosition(of: "url") == nil {
            report.add(reader.position, "a feed without “url”", "add “url: https://…”")
        }
        var feed = FeedSettings(url: url ?? "", line: line)
        feed.title = reader.value("title", .text)
        feed.tags = reader.list("tags", .tag).removingRepeats()
        feed.interval = reader.value("interval", .duration(RefreshSettings.intervalBounds))
        feed.fullText = reader.value("full-text", .yesOrNo)
        feed.userAgent = reader.value("user-agent", .headerValue)
        feed.headers = headers(&reader)
        feed.cookiesFile = reader.value("cookies-file", .path(in: file))
        if let cookies = feed.cookiesFile { judge(.file(cookies), as: "cookies-file", in: reader) }
        feed.authentication = authentication(&reader)
        feed.proxy = reader.value("proxy", .proxy)
        feed.http1Only = reader.value("http1-only", .yesOrNo) ?? false
        feed.tlsPins = reader.list("tls-pin", .publicKeyPin)
        feed.allowPrivateAddresses = reader.value("allow-private-addresses", .yesOrNo)
        return url == nil ? nil : feed
    }

    private func headers(_ reader: inout MappingReader) -> [FeedSettings.Header] {
        guard var section = reader.section("headers") else { return [] }
        return section.allValues(.headerValue).compactMap { name, position, value in
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte) else {
                report.add(position, "“\(name.shortened)” is no header name", "use letters, digits and hyphens")
                return nil
            }
            if Self.ownHeaders.contains(name.lowercased()) {
                report.add(position, "“\(name)” cannot be set here", Self.remedy(forOwnHeader: name.lowercased()))
                return nil
            }
            return FeedSettings.Header(name: name, value: value)
        }
    }

    /// Headers that the fetcher decides itself: its caching, framing and secrets depend on them.
    private static let ownHeaders: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "accept-encoding", "if-none-match",
        "if-modified-since", "range", "authorization", "proxy-authorization", "cookie", "user-agent",
    ]

    private static func remedy(forOwnHeader name: String) -> String {
        switch name {
        case "authorization": "use auth:, which keeps the secret out of this file"
        case "cookie": "use cookies-file:"
        case "user-agent": "use user-agent:"
        default: "remove it: the fetcher sets it"
        }
    }

    /// RFC 9110 §5.6.2, token.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: Array("!#$%&'*+-.^_`|~".utf8).contains(byte)
        }
    }

    private func authentication(_ reader: inout MappingReader) -> FeedSettings.Authentication? {
        guard var section = reader.section("auth") else { return nil }
        let user = section.value("user", .text)
        let password = secret("password", &section)
        let token = secret("token", &section)
        section.reportUnknownKeys()
        switch (user, password, token) {
        case (let user?, let password?, nil): return .basic(user: user, password: password)
        case (nil, nil, let token?): return .bearer(token: token)
        default:
            report.add(
                section.position, "“auth” needs a user and a password, or a token",
                "write user: with password-file: or password-credential:, or token-file: or token-credential: alone")
            return nil
        }
    }

    /// `password-file:` or `password-credential:`; the secret itself has no place in this file.
    private func secret(_ name: String, _ section: inout MappingReader) -> SecretSource? {
        let inFile = section.value("\(name)-file", .path(in: file)).map(SecretSource.file)
        let inCredential = section.value("\(name)-credential", .credentialName).map(SecretSource.credential)
        if section.node(name) != nil {
            section.complain(
                of: name, "a secret in the configuration",
                "put it into a file that only you may read, and write \(name)-file: with its path")
        }
        if inFile != nil, inCredential != nil {
            section.complain(
                of: "\(name)-credential", "“\(name)” from two places", "keep \(name)-file or \(name)-credential")
        }
        if let inFile { judge(inFile, as: "\(name)-file", in: section) }
        if let inCredential { judge(inCredential, as: "\(name)-credential", in: section) }
        return inFile ?? inCredential
    }

    private func judge(_ source: SecretSource, as key: String, in reader: MappingReader) {
        switch (file.inspectSecret(source), source) {
        case (.credential, _): break
        case (.file(let mode), .file(let path)) where mode & 0o077 != 0:
            reader.complain(
                of: key, "others may read \(path) (mode \(String(mode, radix: 8)))", "run: chmod 600 \(path)")
        case (.file, _): break
        case (.missing, .file(let path)):
            reader.complain(of: key, "there is no file \(path)", "create it, readable by you alone")
        case (.missing, .credential(let name)):
            reader.complain(
                of: key, "systemd passed no credential “\(name)”", "add LoadCredential=\(name):/path to the unit")
        case (.unreadable(let reason), .file(let path)):
            reader.complain(of: key, "\(path) cannot be read: \(reason)", "mend its owner and mode")
        case (.unreadable(let reason), .credential(let name)):
            reader.complain(of: key, "the credential “\(name)” cannot be read: \(reason)", "look at the unit")
        }
    }
}

extension ValueKind<String> {
    /// A tag: what the query language can name without quotes, and no sign that `+tag -tag` would misread.
    static let tag = ValueKind("a tag: letters, digits, “-”, “_”, “/” and “.”, not beginning with “-”") { text, _ in
        let isAllowed = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || ["-", "_", "/", "."].contains(scalar)
        }
        return isAllowed && !text.isEmpty && text.utf8.count <= 64 && !text.hasPrefix("-") ? text : nil
    }

    static let credentialName = ValueKind("a credential's name, without slashes") { text, _ in
        text.isEmpty || text.utf8.contains(UInt8(ascii: "/")) || text == "." || text == ".." ? nil : text
    }
}

extension [String] {
    fileprivate func removingRepeats() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
