/// A URL or a relative reference in its five parts (RFC 3986 §3), read as tolerantly as the web writes them.
///
/// White space around it and line breaks in it are dropped, spaces are escaped, and a backslash is a slash, as browsers
/// do. Letters outside ASCII stay. Resolving is pure and idempotent: what was resolved resolves to itself.
package struct URLReference: Hashable, Sendable {
    /// Lower case, without the colon.
    package var scheme: [UInt8]?
    /// Host and port, and credentials if there are any; the host of a web address in lower case.
    package var authority: [UInt8]?
    package var path: [UInt8] = []
    /// Without the question mark.
    package var query: [UInt8]?
    /// Without the number sign.
    package var fragment: [UInt8]?

    package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    package init(bytes: [UInt8]) {
        let clean = Self.cleaned(bytes)
        var rest = clean[...]
        if let colon = Self.schemeEnd(rest) {
            scheme = rest[..<colon].map(\.asciiLowercased)
            rest = rest[(colon + 1)...]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = Array(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = Array(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        var path = Array(rest)
        if isWeb || scheme == nil {
            for index in path.indices where path[index] == UInt8(ascii: "\\") { path[index] = UInt8(ascii: "/") }
        }
        let slashes = path.prefix { $0 == UInt8(ascii: "/") }.count
        if slashes >= 2, isWeb || slashes == 2 {
            let start = slashes
            let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            // Two slashes and no host, in a reference without a scheme, are a path: so they resolve to it once and twice.
            if end > start || scheme != nil {
                authority = path[start..<end].map { isWeb || scheme == nil ? $0.asciiLowercased : $0 }
                path = Array(path[end...])
            }
        }
        self.path = path
    }

    /// `http` or `https`.
    package var isWeb: Bool { scheme == Self.http || scheme == Self.https }

    /// The host without credentials and port, in lower case.
    package var host: String? {
        guard var rest = authority?[...] else { return nil }
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
        if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
            rest = rest[...close]
        } else if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[..<colon]
        }
        return String(decoding: rest, as: UTF8.self)
    }

    package var bytes: [UInt8] {
        var result: [UInt8] = []
        if let scheme {
            result += scheme
            result.append(UInt8(ascii: ":"))
        }
        if let authority {
            result += [UInt8(ascii: "/"), UInt8(ascii: "/")]
            result += authority
        }
        result += path
        if let query {
            result.append(UInt8(ascii: "?"))
            result += query
        }
        if let fragment {
            result.append(UInt8(ascii: "#"))
            result += fragment
        }
        return result
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The reference resolved against `base` (RFC 3986 §5.2.2); without a base, only tidied.
    package func resolved(against base: URLReference?) -> URLReference {
        var target = self
        if scheme == nil || isSchemeOfRelative(base) {
            guard let base else { return target.normalised() }
            target.scheme = base.scheme
            if authority == nil {
                target.authority = base.authority
                if path.isEmpty {
                    target.path = base.path
                    if query == nil { target.query = base.query }
                } else if path[0] != UInt8(ascii: "/") {
                    target.path = Self.merged(base, path)
                }
            }
        }
        return target.normalised()
    }

    /// `text` resolved against `base`.
    package static func resolve(_ text: String, against base: String?) -> String {
        URLReference(text).resolved(against: base.map { URLReference($0) }).string
    }

    /// `http:page.html`, which old pages write for `page.html`.
    private func isSchemeOfRelative(_ base: URLReference?) -> Bool {
        isWeb && authority == nil && scheme == base?.scheme
    }

    private func normalised() -> URLReference {
        guard isWeb || scheme == nil else { return self }
        var result = self
        if authority != nil, path.isEmpty { result.path = [UInt8(ascii: "/")] }
        if authority != nil || path.first == UInt8(ascii: "/") {
            result.path = Self.withoutDotSegments(result.path)
            // Without an authority, a path that starts with two slashes would be read as one.
            if authority == nil {
                let slashes = result.path.prefix { $0 == UInt8(ascii: "/") }.count
                if slashes > 1 { result.path.removeFirst(slashes - 1) }
            }
        }
        return result
    }

    private static func merged(_ base: URLReference, _ path: [UInt8]) -> [UInt8] {
        guard let slash = base.path.lastIndex(of: UInt8(ascii: "/")) else {
            return base.authority == nil ? path : [UInt8(ascii: "/")] + path
        }
        return base.path[...slash] + path
    }

    /// RFC 3986 §5.2.4, for a path that starts with a slash.
    private static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
        guard hasDotSegment(path) else { return path }
        var segments: [ArraySlice<UInt8>] = []
        let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part.elementsEqual([UInt8(ascii: ".")]) ? 1 : part.elementsEqual(Array("..".utf8)) ? 2 : 0 {
            case 1: if isLast { segments.append([]) }
            case 2:
                _ = segments.popLast()
                if isLast { segments.append([]) }
            default: segments.append(part)
            }
        }
        return [UInt8(ascii: "/")] + Array(segments.joined(separator: [UInt8(ascii: "/")]))
    }

    private static func hasDotSegment(_ path: [UInt8]) -> Bool {
        var index = 0
        while index < path.count {
            if path[index] == UInt8(ascii: "/"), index + 1 < path.count, path[index + 1] == UInt8(ascii: ".") {
                return true
            }
            index += 1
        }
        return false
    }

    /// Without white space around it, line breaks, tabs and other controls; spaces become `%20`.
    private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return [] }
        var result: [UInt8] = []
        result.reserveCapacity(last - first + 1)
        for byte in bytes[first...last] {
            switch byte {
            case 0x20: result += [UInt8(ascii: "%"), UInt8(ascii: "2"), UInt8(ascii: "0")]
            case 0x00..<0x20, 0x7F: break
            default: result.append(byte)
            }
        }
        return result
    }

    /// The index of the colon after a scheme, if there is one (RFC 3986 §3.1).
    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first, first.isASCIILetter else { return nil }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index }
            let isAllowed =
                byte.isASCIILetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            if !isAllowed { return nil }
        }
        return nil
    }

    private static let http = Array("http".utf8)
    private static let https = Array("https".utf8)
}

/// Which schemes may stand where. What is not listed here (`javascript`, `data`, `file`, `blob`…) is dropped.
package enum SchemePolicy: Sendable {
    /// Where a reader may be led.
    case link
    /// What may be loaded to be shown.
    case media

    package func allows(_ url: URLReference) -> Bool {
        guard let scheme = url.scheme else { return !url.hasColonBeforeSlash }
        switch self {
        case .media: return url.isWeb
        case .link: return url.isWeb || Self.linkSchemes.contains { scheme.elementsEqual($0.utf8) }
        }
    }

    private static let linkSchemes = [
        "mailto", "tel", "sms", "ftp", "ftps", "sftp", "xmpp", "irc", "ircs", "magnet", "gemini", "gopher", "news",
        "nntp",
        "matrix", "geo", "webcal", "feed",
    ]
}

extension URLReference {
    /// `\u{1}javascript:` and other spellings in which some program could see a scheme where this one sees none.
    fileprivate var hasColonBeforeSlash: Bool {
        guard scheme == nil, authority == nil else { return false }
        for byte in path {
            if byte == UInt8(ascii: "/") { return false }
            if byte == UInt8(ascii: ":") { return true }
        }
        return false
    }
}
