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

    /// The entries that go further than in `other`, or on another chain.
    func changes(since other: VersionVector) -> VersionVector {
        var result = VersionVector()
        result.entries = entries.filter { origin, entry in
            guard let known = other.entries[origin] else { return true }
            return known.sequence < entry.sequence
                || known.sequence == entry.sequence && known.chain != entry.chain
        }
        return result
    }

    /// What becomes of the entries on which changes follow without a gap, each with the chain that they make.
    func continued(by changes: [Change]) -> VersionVector {
        var result = VersionVector()
        for change in changes {
            let origin = change.position.origin
            let entry = result[origin] ?? self[origin] ?? Entry(sequence: 0, chain: Chain(startOf: origin))
            guard change.position.sequence == entry.sequence + 1 else { continue }
            result[origin] = Entry(
                sequence: entry.sequence + 1, chain: entry.chain.followed(by: change.id, change.version))
        }
        return result
    }

    /// Whether the change at `position` is held, or one that superseded it.
    package func covers(_ position: Position) -> Bool {
        (entries[position.origin]?.sequence ?? 0) >= position.sequence
    }
}
