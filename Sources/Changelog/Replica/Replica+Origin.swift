/// Why a node took a new origin.
package enum OriginDoubt: Hashable, Sendable {
    /// The file is not where or what it was: restored, copied or moved.
    case fileIdentity
    /// The reader restored a backup.
    case restored
    /// The database was damaged, and its books were made again from what could be read.
    case repaired
    /// A peer knows more of this node's origin than the node does: the database was rolled back.
    case peerKnowsMore
    /// A peer knows another history of this node's origin: the database was copied or rolled back.
    case otherHistory
    /// A peer writes under the same origin: one database is a copy of the other.
    case sharedOrigin
    /// A change came in that this node would have to have made.
    case ownChangeFromElsewhere
}

extension Replica {
    /// Retires this node's origin and log, and goes on under new ones. Costs one entry of the version vector.
    ///
    /// What was written under the old origin stays where it is: an origin like any other from now on.
    package mutating func mintOrigin(because doubt: OriginDoubt) throws {
        if node.sequence > 0 {
            try store.setOrigin(OriginState(origin: node.origin, sequence: node.sequence, chain: node.chain))
            try addMark(ChainMark(sequence: node.sequence, chain: node.chain), of: node.origin)
        }
        node.origin = OriginID(random())
        node.log = LogID(random())
        node.sequence = 0
        node.chain = Chain(startOf: node.origin)
        doubts.append(doubt)
    }

    /// Gives the changes that stand at positions of `origin` after `sequence` new positions under the present origin.
    /// Their versions stay, so nobody's state changes; but those who think they know all of `origin` get them.
    ///
    /// Returns how many there were.
    package mutating func reissue(_ origin: OriginID, after sequence: Int64) throws -> Int {
        guard origin != node.origin else { return 0 }
        var count = 0
        while true {
            var page: [Register] = []
            var bytes = 0
            try store.visitRegisters(of: origin, after: sequence) { register in
                page.append(register)
                bytes += register.value.count
                return page.count < 512 && bytes < Limits.frameBytes
            }
            if page.isEmpty { return count }
            for register in page {
                var change = register.change
                change.position = Position(origin: node.origin, sequence: node.sequence + 1)
                advance(with: change)
                _ = try replace(register, with: change)
            }
            count += page.count
        }
    }

    /// Everything this node knows, its own origin included, in order of origin.
    package func vector() throws -> VersionVector {
        var vector = VersionVector()
        for state in try store.origins() { vector[state.origin] = .init(sequence: state.sequence, chain: state.chain) }
        if node.sequence > 0 { vector[node.origin] = .init(sequence: node.sequence, chain: node.chain) }
        return vector
    }

    /// Remembers a chain, and forgets all but the newest 256 and the first in each doubling of the sequence.
    func addMark(_ mark: ChainMark, of origin: OriginID) throws {
        var marks = try store.marks(of: origin)
        guard !marks.contains(where: { $0.sequence == mark.sequence && $0.chain == mark.chain }) else { return }
        try store.setMark(mark, of: origin)
        marks.removeAll { $0.sequence == mark.sequence }
        marks.append(mark)
        marks.sort { $0.sequence < $1.sequence }
        var doublings: Set<Int> = []
        var forgotten: [Int64] = []
        for (index, mark) in marks.enumerated() {
            let isFirst = doublings.insert(mark.sequence.leadingZeroBitCount).inserted
            if !isFirst, index < marks.count - ChainMark.kept { forgotten.append(mark.sequence) }
        }
        if !forgotten.isEmpty { try store.removeMarks(of: origin, at: forgotten) }
    }
}
