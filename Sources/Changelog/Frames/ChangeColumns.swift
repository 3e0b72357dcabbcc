import FoundationEssentials
import Model

extension ProtoChanges {
    init(_ batch: ChangeBatch) {
        self.init(batch.changes)
        if let cursor = batch.cursor { self.cursor = ProtoCursor(cursor) }
        remaining = UInt64(max(batch.remaining, 0))
        if let vector = batch.vector { self.vector = ProtoVector(vector) }
    }

    func batch() throws(MessageDefect) -> ChangeBatch {
        guard remaining <= UInt64(Int64.max) else { throw .field("remaining") }
        return ChangeBatch(
            changes: try changes(), cursor: hasCursor ? try cursor.value() : nil, remaining: Int64(remaining),
            vector: hasVector ? try vector.value() : nil)
    }

    init(_ changes: [Change]) {
        self.init()
        var indices: [OriginID: UInt32] = [:]
        var names: [UInt64] = []
        func index(of origin: OriginID) -> UInt32 {
            if let index = indices[origin] { return index }
            let index = UInt32(names.count)
            indices[origin] = index
            names.append(origin.rawValue)
            return index
        }
        var keyBytes: [UInt8] = []
        var valueBytes: [UInt8] = []
        keyBytes.reserveCapacity(changes.count * RecordKey.byteCount)
        valueBytes.reserveCapacity(changes.reduce(0) { $0 + $1.value.count })
        for change in changes {
            keyBytes.append(bigEndian: change.id.key.high)
            keyBytes.append(bigEndian: change.id.key.low)
            valueBytes.append(contentsOf: change.value)
        }
        kinds = Self.constantOnce(changes.map(\.id.kind.code))
        lengths = Self.constantOnce(changes.map { UInt32($0.value.count) })
        times = Self.differences(changes.map { $0.version.clock >> 16 })
        counters = Self.zerosLeftOut(changes.map { UInt32($0.version.clock & 0xFFFF) })
        sequences = Self.differences(changes.map(\.position.sequence))
        let senders = changes.map { index(of: $0.position.origin) }
        let authors = changes.map { index(of: $0.version.author) }
        self.senders = Self.zerosLeftOut(senders)
        self.authors = authors == senders ? [] : authors
        origins = Columns.words(names)
        keys = Data(keyBytes)
        values = Data(valueBytes)
    }

    private static func constantOnce(_ column: [UInt32]) -> [UInt32] {
        column.allSatisfy { $0 == column[0] } ? Array(column.prefix(1)) : column
    }

    private static func zerosLeftOut(_ column: [UInt32]) -> [UInt32] { column.allSatisfy { $0 == 0 } ? [] : column }

    private static func differences(_ column: [Int64]) -> [Int64] {
        zip(column, [0] + column).map { $0 - $1 }
    }

    func changes() throws(MessageDefect) -> [Change] {
        let names = try Columns.words(origins, "origins")
        let count = keys.count / RecordKey.byteCount
        guard keys.count.isMultiple(of: RecordKey.byteCount), count <= Limits.frameChanges else { throw .field("keys") }
        guard count > 0 else { return [] }
        guard kinds.count == count || kinds.count == 1 else { throw .field("kinds") }
        guard lengths.count == count || lengths.count == 1 else { throw .field("lengths") }
        guard times.count == count else { throw .field("times") }
        guard sequences.count == count else { throw .field("sequences") }
        guard counters.isEmpty || counters.count == count else { throw .field("counters") }
        guard authors.isEmpty || authors.count == count else { throw .field("authors") }
        guard senders.isEmpty || senders.count == count else { throw .field("senders") }
        func origin(_ index: UInt32, _ field: String) throws(MessageDefect) -> OriginID {
            guard index < names.count else { throw .field(field) }
            return OriginID(names[Int(index)])
        }
        let keyBytes = [UInt8](keys)
        let valueBytes = [UInt8](values)
        var result: [Change] = []
        result.reserveCapacity(count)
        var time: Int64 = 0
        var sequence: Int64 = 0
        var offset = 0
        for row in 0..<count {
            guard let kind = ChangeKind(code: kinds.count == 1 ? kinds[0] : kinds[row]) else { throw .field("kinds") }
            // Wrapping: an impossible number is no reason to lose the frame, but to set that change aside.
            time &+= times[row]
            sequence &+= sequences[row]
            let counter = counters.isEmpty ? 0 : counters[row]
            guard counter <= 0xFFFF else { throw .field("counters") }
            let isPossible = (0...HybridClock.highest >> 16).contains(time)
            let clock = isPossible ? time << 16 | Int64(counter) : HybridClock.impossible
            let sender = try origin(senders.isEmpty ? 0 : senders[row], "senders")
            let author = authors.isEmpty ? sender : try origin(authors[row], "authors")
            let length = Int(lengths.count == 1 ? lengths[0] : lengths[row])
            guard length <= Limits.valueBytes, length <= valueBytes.count - offset else { throw .field("lengths") }
            let value = Array(valueBytes[offset..<offset + length])
            offset += length
            guard let key = RecordKey(bytes: keyBytes[row * 16..<row * 16 + 16]) else { throw .field("keys") }
            result.append(
                Change(
                    id: RegisterID(kind: kind, key: key),
                    version: Version(clock: clock, author: author, value: value),
                    position: Position(origin: sender, sequence: sequence), value: value))
        }
        guard offset == valueBytes.count else { throw .field("values") }
        return result
    }
}
