extension Replica {
    /// What the books said otherwise than the registers.
    package struct Recount: Hashable, Sendable {
        package var digestDiffered = false
        /// Registers stand at positions, or at places in the log, that the counters had not reached: this node goes on
        /// under a new origin.
        package var countersDiffered = false
    }

    /// Makes digest and counters again from the registers, for a database that was damaged.
    package mutating func recount() throws -> Recount {
        var recount = Recount()
        var digest = StateDigest()
        var (sequence, lseq) = (node.sequence, node.lseq)
        let origin = node.origin
        try store.visitRegisters(after: .min) { register in
            digest.add(register.id, register.version)
            lseq = max(lseq, register.lseq)
            if register.position.origin == origin { sequence = max(sequence, register.position.sequence) }
            return true
        }
        for (index, group) in digest.groups.enumerated() where try replace(group: index, with: group) {
            recount.digestDiffered = true
        }
        if sequence > node.sequence || lseq > node.lseq {
            recount.countersDiffered = true
            node.lseq = lseq
            try mintOrigin(because: .repaired)
        }
        return recount
    }
}
