import Model
import Platform

/// Which bodies are being asked for, over all sessions, so that no two peers send the same one.
///
/// While one session takes the packs of its peer, nobody asks for single bodies: they may be in the next pack.
final class BodyClaims: Sendable {
    private let claimed = Locked<Set<ContentHash>>([])
    private let sweeping = Locked(false)

    /// Those of `hashes` that nobody has asked for yet, at most `limit`; they are the caller's until released.
    func claim(_ hashes: [ContentHash], limit: Int) -> [ContentHash] {
        claimed.withLock { claimed in
            let free = Array(hashes.filter { !claimed.contains($0) }.prefix(limit))
            claimed.formUnion(free)
            return free
        }
    }

    var count: Int { claimed.withLock { $0.count } }
    var isEmpty: Bool { count == 0 && !isSweeping }
    var isSweeping: Bool { sweeping.withLock { $0 } }

    /// False if another session does.
    func beginSweep() -> Bool {
        sweeping.withLock { sweeping in
            defer { sweeping = true }
            return !sweeping
        }
    }

    func endSweep() { sweeping.withLock { $0 = false } }

    func release(_ hashes: some Sequence<ContentHash>) {
        claimed.withLock { $0.subtract(hashes) }
    }
}
