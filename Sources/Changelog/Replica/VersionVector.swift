import Model

/// For each origin, up to which of its changes everything is held, and the origin's chain there.
package struct VersionVector: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var sequence: Int64
        package var chain: Chain

        package init(sequence: Int64, chain: Chain) {
            self.sequence = sequence
            self.chain = chain
        }
    }

    private var entries: [OriginID: Entry] = [:]

    package init() {}

    package subscript(origin: OriginID) -> Entry? {
        get { entries[origin] }
        set { entries[origin] = newValue }
    }

    package var count: Int { entries.count }

    /// In order of origin.
    package var states: [OriginState] {
        entries.sorted { $0.key < $1.key }
            .map { OriginState(origin: $0.key, sequence: $0.value.sequence, chain: $0.value.chain) }
    }

    /// The first 16 bytes of SHA-256 over origin, sequence and chain (8 bytes each, big-endian) of each entry, in
    /// order of origin.
    var fingerprint: UInt128 {
        var bytes: [UInt8] = []
        for state in states {
            bytes.append(bigEndian: state.origin.rawValue)
            bytes.append(bigEndian: UInt64(bitPattern: state.sequence))
            bytes.append(bigEndian: state.chain.rawValue)
        }
        return ContentHash(of: bytes).bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// Takes the higher entry of each origin.
    package mutating func raise(to other: VersionVector) {
        entries.merge(other.entries) { $0.sequence >= $1.sequence ? $0 : $1 }
    }

    /// The entries that are not in `other` as they are here.
    func changes(since other: VersionVector) -> VersionVector {
        var result = VersionVector()
        result.entries = entries.filter { other.entries[$0.key] != $0.value }
        return result
    }

    /// Whether the change at `position` is held, or one that superseded it.
    package func covers(_ position: Position) -> Bool {
        (entries[position.origin]?.sequence ?? 0) >= position.sequence
    }
}
