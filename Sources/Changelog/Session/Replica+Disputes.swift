extension Replica {
    /// The origins of which a peer's hello shows another history than this node's: `Limits.disputes` at most.
    ///
    /// Vectors are lower bounds, so a difference alone is nothing. A history is another one where the chains differ at
    /// the same sequence number, where the peer knows changes of this node's own origin that were never made, or
    /// where it stopped at a place of this node's own origin that nobody was ever shown.
    func disputes(with hello: Hello) throws -> [OriginID] {
        guard safeguards.chains else { return [] }
        var disputed: [OriginID] = hello.origin == node.origin ? [node.origin] : []
        let known = try vector()
        for theirs in hello.vector.states where !disputed.contains(theirs.origin) {
            let isOther =
                if theirs.origin == node.origin {
                    try contradictsOwn(theirs)
                } else if let mine = known[theirs.origin], mine.sequence >= theirs.sequence {
                    try chain(of: theirs.origin, at: theirs.sequence, known).map { $0 != theirs.chain } ?? false
                } else {
                    false
                }
            if isOther { disputed.append(theirs.origin) }
            if disputed.count == Limits.disputes { break }
        }
        return disputed
    }

    private func contradictsOwn(_ theirs: OriginState) throws -> Bool {
        if theirs.sequence > node.sequence { return true }
        if theirs.sequence == node.sequence { return theirs.chain != node.chain }
        if theirs.sequence == 0 { return false }
        let marks = try store.marks(of: node.origin)
        if let mark = marks.first(where: { $0.sequence == theirs.sequence }) { return mark.chain != theirs.chain }
        // Every place that was shown is marked, and the newest marks are all kept.
        return marks.count < ChainMark.kept || marks[marks.count - ChainMark.kept].sequence < theirs.sequence
    }

    private func chain(of origin: OriginID, at sequence: Int64, _ known: VersionVector) throws -> Chain? {
        if let head = known[origin], head.sequence == sequence { return head.chain }
        return try store.marks(of: origin).first { $0.sequence == sequence }?.chain
    }

    /// What this node remembers of an origin, its present place included.
    func allMarks(of origin: OriginID) throws -> [ChainMark] {
        var marks = try store.marks(of: origin)
        if let head = try vector()[origin], marks.last.map({ $0.sequence < head.sequence }) ?? true {
            marks.append(ChainMark(sequence: head.sequence, chain: head.chain))
        }
        return marks
    }

    /// Settles this node's part of a dispute: if the origin is its own it takes another one, and re-issues what it
    /// made after the last place where both histories agree.
    mutating func settle(dispute origin: OriginID, with marks: [ChainMark], of hello: Hello) throws {
        guard origin == node.origin else { return }
        let mine = Set(try allMarks(of: origin))
        let common = marks.filter(mine.contains).map(\.sequence).max() ?? 0
        let doubt: OriginDoubt =
            if hello.origin == origin {
                .sharedOrigin
            } else if (hello.vector[origin]?.sequence ?? 0) > node.sequence {
                .peerKnowsMore
            } else {
                .otherHistory
            }
        try mintOrigin(because: doubt)
        _ = try reissue(origin, after: common)
    }

    /// Takes over what a peer's vector says, but for this node's own origin and those in `excluded`.
    ///
    /// Where two histories of an origin meet at the same sequence number, both sides keep the smaller chain.
    mutating func join(_ vector: VersionVector, excluding excluded: Set<OriginID> = []) throws {
        let known = try self.vector()
        var count = known.count
        for theirs in vector.states where theirs.origin != node.origin && !excluded.contains(theirs.origin) {
            guard theirs.sequence > 0 else { continue }
            if let mine = known[theirs.origin] {
                let isAhead = theirs.sequence > mine.sequence
                let isSmaller = theirs.sequence == mine.sequence && theirs.chain < mine.chain
                guard isAhead || isSmaller else { continue }
            } else {
                guard count < Limits.origins - Limits.ownOrigins else { continue }
                count += 1
            }
            try store.setOrigin(theirs)
            try addMark(ChainMark(sequence: theirs.sequence, chain: theirs.chain), of: theirs.origin)
        }
    }

    /// This node's vector, marked as shown: from now on a peer may stop here.
    mutating func shownVector() throws -> VersionVector {
        if node.sequence > 0 { try addMark(ChainMark(sequence: node.sequence, chain: node.chain), of: node.origin) }
        return try vector()
    }
}
