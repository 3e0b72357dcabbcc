import Changelog
import Model

/// A node whose disk, clock and luck are given.
final class SimulatedNode {
    let index: Int
    let identity: DeviceID
    private(set) var disk: any SimulatedDisk
    private let surroundings: Surroundings
    var clockOffset = Duration.zero
    var backup: DiskImage?
    /// The power fails at this transaction, counted from now; before or after it is durable.
    var powerCut: (atCommit: Int, isDurable: Bool)?
    private var known: MemoryStore.Contents?

    init(index: Int, seed: UInt64, disk: (Surroundings) throws -> any SimulatedDisk) rethrows {
        self.index = index
        identity = DeviceID(publicKey: Array("node \(index)".utf8))
        surroundings = Surroundings(seed: seed &+ UInt64(index) &* 7919)
        self.disk = try disk(surroundings)
    }

    struct PowerCut: Error {}

    /// One transaction.
    func transact<Result>(at now: Timestamp, _ body: (any SimulatedDisk) throws -> Result) throws -> Result {
        surroundings.now = now + clockOffset
        known = nil
        let cut = powerCut.map { $0.atCommit == 0 ? $0.isDurable : nil } ?? nil
        if let left = powerCut { powerCut = (left.atCommit - 1, left.isDurable) }
        guard let cut else { return try body(disk) }
        powerCut = nil
        try disk.cutPower(isDurable: cut) { _ = try body(disk) }
        throw PowerCut()
    }

    /// Without a power cut.
    func settled<Result>(at now: Timestamp, _ body: (any SimulatedDisk) throws -> Result) throws -> Result {
        powerCut = nil
        return try transact(at: now, body)
    }

    /// What is on the disk.
    var contents: MemoryStore.Contents {
        if let known { return known }
        let contents = disk.contents
        known = contents
        return contents
    }

    var registers: [RegisterID: Register] { contents.registers }
    var state: NodeState? { disk.state }
    func registers(after lseq: Int64) -> [Register] { disk.registers(after: lseq) }

    /// What all nodes must agree on in the end.
    var versions: [RegisterID: Version] { registers.mapValues(\.version) }

    func vector(at now: Timestamp) throws -> VersionVector { try settled(at: now) { try $0.vector() } }
}

extension MemoryStore.Contents {
    /// Everything that a node with these contents covers, as it would say in a hello.
    var vector: VersionVector {
        var vector = VersionVector()
        for state in origins.values { vector[state.origin] = .init(sequence: state.sequence, chain: state.chain) }
        if let node, node.sequence > 0 { vector[node.origin] = .init(sequence: node.sequence, chain: node.chain) }
        return vector
    }
}
