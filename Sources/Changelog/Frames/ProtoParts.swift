import FoundationEssentials
import Model

extension ProtoVector {
    init(_ vector: VersionVector) {
        let states = vector.states
        origins = Columns.words(states.map(\.origin.rawValue))
        sequences = states.map { UInt64($0.sequence) }
        chains = Columns.words(states.map(\.chain.rawValue))
    }

    func value() throws(MessageDefect) -> VersionVector {
        let names = try Columns.words(origins, "vector")
        let links = try Columns.words(chains, "vector")
        guard names.count == sequences.count, names.count == links.count else { throw .field("vector") }
        var vector = VersionVector()
        for (index, name) in names.enumerated() {
            let sequence = try Columns.sequence(sequences[index], "vector")
            vector[OriginID(name)] = VersionVector.Entry(sequence: sequence, chain: Chain(links[index]))
        }
        return vector
    }
}

extension ProtoCursor {
    init(_ cursor: LogCursor) {
        lseq = UInt64(cursor.lseq)
        nonce = cursor.nonce
    }

    func value() throws(MessageDefect) -> LogCursor {
        LogCursor(lseq: try Columns.sequence(lseq, "cursor"), nonce: nonce)
    }

    static func values(_ cursors: [ProtoCursor]) throws(MessageDefect) -> [LogCursor] {
        guard cursors.count <= LogCursor.kept else { throw .field("cursors") }
        var result: [LogCursor] = []
        for cursor in cursors { result.append(try cursor.value()) }
        return result
    }
}

extension ProtoMarks {
    init(_ origin: OriginID, _ marks: [ChainMark]) {
        self.origin = origin.rawValue
        sequences = marks.map { UInt64($0.sequence) }
        chains = Columns.words(marks.map(\.chain.rawValue))
    }

    func value() throws(MessageDefect) -> [ChainMark] {
        let links = try Columns.words(chains, "marks", limit: ChainMark.kept + 64)
        guard links.count == sequences.count else { throw .field("marks") }
        var marks: [ChainMark] = []
        for (index, link) in links.enumerated() {
            marks.append(
                ChainMark(sequence: try Columns.sequence(sequences[index], "marks"), chain: Chain(link)))
        }
        return marks
    }
}

extension ProtoHello {
    init(_ hello: Hello) {
        lowestProtocol = hello.protocols.lowerBound
        highestProtocol = hello.protocols.upperBound
        capabilities = hello.capabilities
        if let device = hello.device { self.device = Data(device.hash.bytes) }
        origin = hello.origin.rawValue
        log = hello.log.rawValue
        wall = hello.wall.milliseconds
        vector = ProtoVector(hello.vector)
        digest = Columns.sums([hello.digest])
        marks = hello.marks.sorted { $0.key < $1.key }.map { ProtoMarks($0.key, $0.value) }
    }

    func value() throws(MessageDefect) -> Hello {
        guard lowestProtocol >= 1, lowestProtocol <= highestProtocol else { throw .field("protocols") }
        var identity: DeviceID?
        if !device.isEmpty {
            guard let hash = ContentHash(bytes: device) else { throw .field("device") }
            identity = DeviceID(hash)
        }
        guard let digest = try Columns.sums(digest, "digest").first else { throw .field("digest") }
        guard marks.count <= Limits.disputes else { throw .field("marks") }
        var disputed: [OriginID: [ChainMark]] = [:]
        for mark in marks { disputed[OriginID(mark.origin)] = try mark.value() }
        return Hello(
            protocols: lowestProtocol...highestProtocol, capabilities: try Capabilities.checked(capabilities),
            device: identity, origin: OriginID(origin), log: LogID(log), wall: Timestamp(milliseconds: wall),
            vector: try vector.value(), digest: digest, marks: disputed)
    }
}

extension ProtoRefusalCode {
    init(_ reason: Refusal.Reason) {
        switch reason {
        case .noCommonProtocol: self = .noCommonProtocol
        case .malformed: self = .malformed
        case .unexpected: self = .unexpected
        case .quota: self = .quota
        case .busy: self = .busy
        case .revoked: self = .revoked
        case .unsettled: self = .unsettled
        case .other: self = .refusalNone
        }
    }

    var reason: Refusal.Reason {
        switch self {
        case .noCommonProtocol: .noCommonProtocol
        case .malformed: .malformed
        case .unexpected: .unexpected
        case .quota: .quota
        case .busy: .busy
        case .revoked: .revoked
        case .unsettled: .unsettled
        case .refusalNone, .UNRECOGNIZED: .other
        }
    }
}
