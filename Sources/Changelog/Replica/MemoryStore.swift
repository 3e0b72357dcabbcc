package import Model

/// The reference store: what each method of `RegisterStore` means, in a few lines. Other stores are tested against it,
/// and the simulation crashes, copies and rolls it back by its `contents`.
///
/// For small states: visits sort what they visit.
package final class MemoryStore: RegisterStore {
    /// Everything, as a value: keeping one is a backup, putting it back a restore.
    package struct Contents: Hashable, Sendable {
        package var node: NodeState?
        package var registers: [RegisterID: Register] = [:]
        package var origins: [OriginID: OriginState] = [:]
        package var marks: [OriginID: [Int64: Chain]] = [:]
        package var digest = StateDigest()
        package var cursorsIn: [DeviceID: CursorsIn] = [:]
        package var cursorsOut: [DeviceID: [LogCursor]] = [:]
        package var quarantine: [QuarantinedChange] = []

        package init() {}
    }

    package struct CursorsIn: Hashable, Sendable {
        var log: LogID
        var cursors: [LogCursor]
    }

    package var contents: Contents

    package init(_ contents: Contents = Contents()) { self.contents = contents }

    package func node() -> NodeState? { contents.node }
    package func setNode(_ node: NodeState) { contents.node = node }

    package func register(_ id: RegisterID) -> Register? { contents.registers[id] }

    package func insert(_ registers: [Register]) -> [Bool] {
        registers.map { register in
            guard contents.registers[register.id] == nil else { return false }
            put(register)
            return true
        }
    }

    package func put(_ register: Register) { contents.registers[register.id] = register }

    package func visitLog(after lseq: Int64, _ body: (LogPlace, () throws -> Register) throws -> Bool) throws {
        let found = contents.registers.values.filter { $0.lseq > lseq }
        try Self.visit(found.sorted { $0.lseq < $1.lseq }) { register in
            try body(LogPlace(lseq: register.lseq, position: register.position)) { register }
        }
    }

    package func visitRegisters(
        of origin: OriginID, after sequence: Int64, _ body: (Register) throws -> Bool
    ) throws {
        let found = contents.registers.values.filter {
            $0.position.origin == origin && $0.position.sequence > sequence
        }
        try Self.visit(found.sorted { ($0.position.sequence, $0.lseq) < ($1.position.sequence, $1.lseq) }, body)
    }

    package func visitRegisters(keys: ClosedRange<RecordKey>, _ body: (Register) throws -> Bool) throws {
        let found = contents.registers.values.filter { keys.contains($0.id.key) }
        try Self.visit(found.sorted { $0.id < $1.id }, body)
    }

    package func origins() -> [OriginState] { Array(contents.origins.values) }
    package func setOrigin(_ state: OriginState) { contents.origins[state.origin] = state }

    package func marks(of origin: OriginID) -> [ChainMark] {
        (contents.marks[origin] ?? [:]).map { ChainMark(sequence: $0.key, chain: $0.value) }
            .sorted { $0.sequence < $1.sequence }
    }

    package func setMark(_ mark: ChainMark, of origin: OriginID) {
        contents.marks[origin, default: [:]][mark.sequence] = mark.chain
    }

    package func removeMarks(of origin: OriginID, at sequences: [Int64]) {
        for sequence in sequences { contents.marks[origin]?[sequence] = nil }
    }

    package func digestGroup(_ index: Int) -> DigestGroup { contents.digest.groups[index] }
    package func setDigestGroup(_ index: Int, _ group: DigestGroup) { contents.digest.setGroup(index, group) }

    package func cursorsIn(of peer: DeviceID, log: LogID) -> [LogCursor] {
        guard let kept = contents.cursorsIn[peer], kept.log == log else { return [] }
        return kept.cursors
    }

    package func setCursorsIn(_ cursors: [LogCursor], of peer: DeviceID, log: LogID) {
        contents.cursorsIn[peer] = CursorsIn(log: log, cursors: cursors)
    }

    package func cursorsOut(of peer: DeviceID) -> [LogCursor] { contents.cursorsOut[peer] ?? [] }
    package func setCursorsOut(_ cursors: [LogCursor], of peer: DeviceID) { contents.cursorsOut[peer] = cursors }

    package func quarantine(_ item: QuarantinedChange) {
        if contents.quarantine.count < 1000 { contents.quarantine.append(item) }
    }

    private static func visit(_ registers: [Register], _ body: (Register) throws -> Bool) throws {
        for register in registers where !(try body(register)) { return }
    }
}
