/// The search for registers in which two states differ, bucket by bucket of the digest.
struct Reconciliation: Hashable, Sendable {
    /// Elements that one probe carries, unless a single bucket has more: 1 MiB.
    private static let elementsPerProbe = 65_536

    /// Buckets that differ and are still to be compared, in ascending order.
    private var buckets: ArraySlice<Int>
    /// The buckets of the present probe.
    private(set) var probed: [Int] = []
    /// The last register that the answerer sent of them.
    private(set) var resume: RegisterID?
    /// How often these buckets were probed again.
    private var resumptions = 0
    /// Of one probe: four million rows, if they are small. More is an answerer that makes them up.
    private static let resumptionsPerProbe = 1024
    /// Frames of repairs that are not acknowledged.
    var unacknowledged = 0
    var received = 0
    var sent = 0

    init(buckets: [Int]) { self.buckets = buckets[...] }

    /// The next probe; `nil` when all buckets were compared.
    mutating func next<Store: RegisterStore>(in replica: borrowing Replica<Store>) throws -> BucketProbe? {
        probed = []
        resume = nil
        resumptions = 0
        var probe = BucketProbe(buckets: [], resume: nil)
        var count = 0
        while count < Self.elementsPerProbe, let bucket = buckets.popFirst() {
            let elements = try replica.elements(inBucket: bucket)
            probe.buckets.append(.init(index: bucket, elements: elements))
            probed.append(bucket)
            count += elements.count
        }
        return probed.isEmpty ? nil : probe
    }

    /// The same buckets again, from where the answerer's frame was full; `nil` if it did not get further.
    mutating func again<Store: RegisterStore>(
        after last: RegisterID?, in replica: borrowing Replica<Store>
    ) throws -> BucketProbe? {
        guard let last, resume.map({ $0 < last }) ?? true, resumptions < Self.resumptionsPerProbe else { return nil }
        resumptions += 1
        resume = last
        var probe = BucketProbe(buckets: [], resume: last)
        for bucket in probed {
            probe.buckets.append(.init(index: bucket, elements: try replica.elements(inBucket: bucket)))
        }
        return probe
    }
}

extension Replica {
    func elements(inBucket bucket: Int) throws -> [UInt128] {
        var elements: [UInt128] = []
        try store.visitRegisters(keys: StateDigest.keys(inBucket: bucket)) { register in
            elements.append(StateDigest.element(register.id, register.version))
            return true
        }
        return elements
    }

    /// What a prober lacks, and what it has that this node lacks.
    func rows(for probe: BucketProbe, changesPerFrame: Int) throws -> BucketRows {
        var rows = BucketRows(changes: [], wanted: [], more: false)
        var wanted: Set<UInt128> = []
        var bytes = 0
        for bucket in probe.buckets {
            var theirs = Set(bucket.elements)
            try store.visitRegisters(keys: StateDigest.keys(inBucket: bucket.index)) { register in
                if theirs.remove(StateDigest.element(register.id, register.version)) != nil { return true }
                if let resume = probe.resume, register.id <= resume { return true }
                let isFull = rows.changes.count >= changesPerFrame
                if isFull || (bytes + register.value.count > Limits.frameValueBytes && !rows.changes.isEmpty) {
                    rows.more = true
                    return false
                }
                rows.changes.append(register.change)
                bytes += register.value.count
                return true
            }
            if rows.more { return rows }
            wanted.formUnion(theirs)
        }
        rows.wanted = wanted.sorted()
        return rows
    }

    /// The registers of some buckets that a peer asked for by element, in frames.
    func repairs(
        of wanted: Set<UInt128>, inBuckets buckets: [Int], changesPerFrame: Int
    ) throws -> [[Change]] {
        var frames: [[Change]] = []
        var frame: [Change] = []
        var bytes = 0
        guard !wanted.isEmpty else { return [] }
        for bucket in buckets {
            try store.visitRegisters(keys: StateDigest.keys(inBucket: bucket)) { register in
                guard wanted.contains(StateDigest.element(register.id, register.version)) else { return true }
                let isFull = frame.count >= changesPerFrame || bytes + register.value.count > Limits.frameValueBytes
                if isFull, !frame.isEmpty {
                    frames.append(frame)
                    frame = []
                    bytes = 0
                }
                frame.append(register.change)
                bytes += register.value.count
                return true
            }
        }
        return frame.isEmpty ? frames : frames + [frame]
    }
}
