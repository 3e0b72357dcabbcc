import Model

/// Judges the address of a feed.
struct FeedAddress {
    /// Relative `file:` addresses begin at its directory.
    let file: ConfigurationFile

    /// The address to poll: as written, but for `file:`, which becomes absolute.
    func url(_ text: String) throws(ValueFault) -> String {
        if text.hasPrefix("file:") { return try fileURL(text) }
        guard let parts = AddressParts(text) else {
            let bare = text.split(separator: "/").first ?? ""
            guard HostText.isHost(bare), bare.contains(".") else {
                throw ValueFault(problem: "not an address", remedy: "write one such as https://example.org/feed.xml")
            }
            throw ValueFault(problem: "an address without a scheme", remedy: "write https://\(text)")
        }
        if parts.scheme == "feed" {
            throw ValueFault(problem: "a feed: address", remedy: "write https:// in place of feed://")
        }
        guard parts.scheme == "http" || parts.scheme == "https" else {
            throw ValueFault(problem: "\(parts.scheme): is not fetched", remedy: "write an http, https or file address")
        }
        guard HostText.isHost(parts.host) || HostText.isBracketedIPv6(parts.host) else {
            let problem = parts.host.isEmpty ? "an address without a host" : "“\(parts.host)” is no host name"
            throw ValueFault(problem: problem, remedy: "write one such as https://example.org/feed.xml")
        }
        if let port = parts.port, UInt16(port) ?? 0 == 0 {
            throw ValueFault(problem: "“\(port)” is no port", remedy: "write a number from 1 to 65535 after the colon")
        }
        guard parts.userInfo == nil else {
            throw ValueFault(
                problem: "a name or password inside the address",
                remedy: "take it out, and use auth: with the password in a file of its own")
        }
        guard parts.rest.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
            throw ValueFault(problem: "white space in the address", remedy: "write %20 for a space")
        }
        return text
    }

    private func fileURL(_ text: String) throws(ValueFault) -> String {
        var path = text.dropFirst("file:".count)
        if path.hasPrefix("//") {
            path = path.dropFirst(2)
            if path.hasPrefix("localhost/") { path = path.dropFirst("localhost".count) }
            guard path.hasPrefix("/") else {
                throw ValueFault(problem: "a file on another host", remedy: "write file:///path, with three slashes")
            }
        }
        guard !path.isEmpty, path.utf8.allSatisfy({ $0 >= 0x20 }), let absolute = file.resolve(String(path)) else {
            throw ValueFault(problem: "a file: address without a path", remedy: "write file:///path/to/feed.xml")
        }
        return "file://" + absolute
    }
}
