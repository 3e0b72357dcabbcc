/// The version of the requests, results and events on the local socket.
///
/// It grows when something that a client may rely on changes its meaning or goes away. New methods, new optional
/// parameters and new keys in results do not change it: a client ignores keys it does not know.
package enum ProtocolVersion {
    package static let current = 1
}

/// The release that this daemon and this command belong to.
package enum ReleaseVersion {
    package static let current = "0.1.0"
}

/// The bounds of one line on the socket, either way.
package enum LineLimit {
    /// Bytes of a request: room for an OPML file of ten thousand feeds.
    package static let request = 4 << 20
    /// Bytes of a reply: room for the longest article that is stored.
    package static let reply = 64 << 20
}
