import Model

/// Merges a verified bundle, frame by frame, each in a transaction of its own: in any order with other bundles, any
/// number of times, years late.
///
/// An interrupted import may go on after the last frame that was merged, or begin again.
package struct BundleImport {
    private let bundle: VerifiedBundle
    private var inflow: Inflow
    /// Frames that were taken, the head included.
    package private(set) var frames = 0
    private var disputed: Set<OriginID> = []

    package init(_ bundle: VerifiedBundle) {
        self.bundle = bundle
        inflow = Inflow(log: bundle.hello.log)
    }

    /// Takes the next frame of the file. What it returns is for the same transaction, as in a session.
    package mutating func receive<Store: RegisterStore>(
        _ frame: ArraySlice<UInt8>, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        let known = replica.doubts.count
        // All that is left is the tail.
        guard frames < bundle.frames.count else { return [] }
        guard ContentHash(of: frame) == bundle.frames[frames] else { throw BundleDefect.exchanged(at: frames) }
        let message: Message
        do throws(MessageDefect) {
            message = try Message(frame: frame)
        } catch {
            throw BundleDefect.malformed(at: frames, error)
        }
        frames += 1
        switch message {
        case .bundleHead(let head):
            try compare(head.hello, in: &replica)
            return replica.doubts[known...].map { .event(.reborn($0)) }
        case .changes(var batch):
            // Without what lies before its base the file is merged, and completes nothing.
            if try !hasBase(in: replica) { batch.vector = nil }
            let outcome = try inflow.receive(batch, from: bundle.writer, disputed: disputed, in: &replica)
            return replica.doubts[known...].map { .event(.reborn($0)) } + [.applied(outcome)]
        case .bodies(let bodies, _): return [.bodies(bodies, missing: [])]
        default: return []
        }
    }

    /// A file cannot be asked for its marks: where it shows another history of this node's own origin, all that was
    /// made under that origin and is not surely in the file is re-issued.
    private mutating func compare<Store: RegisterStore>(
        _ hello: Hello, in replica: inout Replica<Store>
    ) throws {
        for origin in try replica.disputes(with: hello) {
            disputed.insert(origin)
            let head = hello.vector[origin].map { [ChainMark(sequence: $0.sequence, chain: $0.chain)] } ?? []
            try replica.settle(dispute: origin, with: head, of: hello)
        }
    }

    private func hasBase<Store: RegisterStore>(in replica: borrowing Replica<Store>) throws -> Bool {
        let known = try replica.vector()
        return bundle.base.states.allSatisfy { known.covers(Position(origin: $0.origin, sequence: $0.sequence)) }
    }
}
