import Changelog
import Model

/// A node that is only what decides: its store is a value, its clock and its luck are given.
final class SimulatedNode {
    let index: Int
    let identity: DeviceID
    let store = MemoryStore()
    var clockOffset = Duration.zero
    var backup: MemoryStore.Contents?
    /// The power fails at this transaction, counted from now; before or after it is durable.
    var powerCut: (atCommit: Int, isDurable: Bool)?
    private let safeguards: Safeguards
    private var generator: SeededGenerator

    init(index: Int, seed: UInt64, safeguards: Safeguards) {
        self.index = index
        identity = DeviceID(publicKey: Array("node \(index)".utf8))
        self.safeguards = safeguards
        generator = SeededGenerator(seed: seed &+ UInt64(index) &* 7919)
    }

    struct PowerCut: Error {}

    func transact<Result>(
        at now: Timestamp, _ body: (inout Replica<MemoryStore>) throws -> Result
    ) throws -> Result {
        let before = store.contents
        let cut = powerCut.map { $0.atCommit == 0 ? $0.isDurable : nil } ?? nil
        if let left = powerCut { powerCut = (left.atCommit - 1, left.isDurable) }
        let result = try Replica.transact(
            on: store, at: now + clockOffset, safeguards: safeguards, random: { self.generator.next() }, body)
        guard let cut else { return result }
        if !cut { store.contents = before }
        powerCut = nil
        throw PowerCut()
    }

    /// Without a power cut.
    func settled<Result>(
        at now: Timestamp, _ body: (inout Replica<MemoryStore>) throws -> Result
    ) throws -> Result {
        powerCut = nil
        return try transact(at: now, body)
    }

    var registers: [RegisterID: Register] { store.contents.registers }

    /// What all nodes must agree on in the end.
    var state: [RegisterID: Version] { store.contents.registers.mapValues(\.version) }

    func vector(at now: Timestamp) throws -> VersionVector { try settled(at: now) { try $0.vector() } }
}
