/// How many may be in the handshake at once: those that have cost this node memory and proved nothing yet.
actor UnprovenQuota {
    private let limit: Int
    private let limitPerHost: Int
    private var count = 0
    private var countByHost: [String: Int] = [:]

    init(_ limits: TransportLimits) {
        limit = limits.unprovenConnections
        limitPerHost = limits.unprovenConnectionsPerHost
    }

    /// `false` if there is no room; otherwise `leave` must follow.
    func enter(from host: String) -> Bool {
        let fromHost = countByHost[host] ?? 0
        guard count < limit, fromHost < limitPerHost else { return false }
        count += 1
        countByHost[host] = fromHost + 1
        return true
    }

    func leave(from host: String) {
        count -= 1
        let fromHost = (countByHost[host] ?? 1) - 1
        countByHost[host] = fromHost > 0 ? fromHost : nil
    }
}
