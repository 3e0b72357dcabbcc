/// What bounds a connection in time and the listener in number. The defaults are what the daemon uses; tests shorten
/// times.
package struct TransportLimits: Sendable {
    /// TCP connect, per address. On a LAN it takes milliseconds; a laptop away from home tries several dead addresses.
    package var connectTimeout: Duration = .seconds(5)
    /// From accept or connect to the end of the TLS handshake. Two round trips and three signatures, on any line.
    package var handshakeTimeout: Duration = .seconds(10)
    /// From the end of the TLS handshake to the end of pairing: two round trips, nobody types in between.
    package var pairingTimeout: Duration = .seconds(15)
    /// Without a byte from the peer: three heartbeats of the session (25 s each).
    package var idleTimeout: Duration = .seconds(75)
    /// How long the other end may take to read what is left and say goodbye.
    package var closeTimeout: Duration = .seconds(5)

    /// Connections that have not proved a key yet, over all addresses listened on. Each holds about 40 KB.
    package var unprovenConnections = 64
    /// The same, from one remote address, so that one host cannot take all of them.
    package var unprovenConnectionsPerHost = 8
    /// Connections of peers: more than anyone's devices.
    package var connections = 256

    package init() {}
}
