import Model
import Platform

/// Which bodies are being asked for, over all sessions, so that no two peers send the same one.
final class BodyClaims: Sendable {
    private let claimed = Locked<Set<ContentHash>>([])

    /// Those of `hashes` that nobody has asked for yet, at most `limit`; they are the caller's until released.
    func claim(_ hashes: [ContentHash], limit: Int) -> [ContentHash] {
        claimed.withLock { claimed in
            let free = Array(hashes.filter { !claimed.contains($0) }.prefix(limit))
            claimed.formUnion(free)
            return free
        }
    }

    var count: Int { claimed.withLock { $0.count } }
    var isEmpty: Bool { count == 0 }

    func release(_ hashes: some Sequence<ContentHash>) {
        claimed.withLock { $0.subtract(hashes) }
    }
}
