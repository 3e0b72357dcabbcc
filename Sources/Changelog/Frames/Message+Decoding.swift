import FoundationEssentials
import Model
import SwiftProtobuf

extension Message {
    /// The message in one whole frame.
    package init(frame: ArraySlice<UInt8>) throws(MessageDefect) {
        let payload: [UInt8]
        do throws(Frame.Defect) {
            payload = try Frame.decode(frame)
        } catch {
            throw .frame(error)
        }
        try self.init(payload: payload)
    }

    init(payload: [UInt8]) throws(MessageDefect) {
        // Nothing in the protocol nests deeper than five messages.
        var options = BinaryDecodingOptions()
        options.messageDepthLimit = 8
        guard let proto = try? ProtoMessage(serializedBytes: payload, options: options) else { throw .unreadable }
        guard let body = proto.body else { throw .unknownMessage }
        self = try Self.message(body)
    }

    private static func message(_ body: ProtoMessage.OneOf_Body) throws(MessageDefect) -> Message {
        switch body {
        case .hello(let proto): return .hello(try proto.value())
        case .glance(let proto): return .glance(try proto.value())
        case .answer(let proto): return .answer(try proto.value())
        case .refuse(let proto):
            return .refuse(Refusal(proto.code.reason, String(proto.detail.prefix(Limits.detailCharacters))))
        case .pull(let proto): return .pull(try ProtoCursor.values(proto.cursors))
        case .changes(let proto): return .changes(try proto.batch())
        case .received(let proto):
            guard proto.frames <= Limits.window else { throw .field("frames") }
            return .received(frames: Int(proto.frames))
        case .compare(let proto):
            guard let digest = try Columns.sums(proto.digest, "digest").first else { throw .field("digest") }
            return .compare(
                Comparison(vector: try proto.vector.value(), digest: digest, reconcile: proto.reconcile))
        case .compared(let proto):
            let groups = try Columns.sums(proto.groups, "groups")
            guard groups.isEmpty || groups.count == StateDigest.groupCount else { throw .field("groups") }
            return .compared(try proto.vector.value(), groups: groups.isEmpty ? nil : groups)
        case .probeGroups(let proto):
            return .probeGroups(try indices(proto.groups, below: StateDigest.groupCount, "groups"))
        case .bucketSums(let proto):
            let sums = try Columns.sums(proto.sums, "sums")
            guard sums.count <= StateDigest.bucketCount else { throw .field("sums") }
            return .bucketSums(sums)
        case .probeBuckets(let proto): return .probeBuckets(try proto.value())
        case .bucketRows(let proto):
            return .bucketRows(
                BucketRows(
                    changes: try proto.changes.changes(), wanted: try Columns.sums(proto.wanted, "wanted"),
                    more: proto.more))
        case .repair(let proto): return .repair(try proto.changes.changes())
        case .settle: return .settle
        case .tail: return .tail
        case .heartbeat(let proto): return .heartbeat(wall: Timestamp(milliseconds: proto.wall))
        case .wantBodies(let proto):
            return .wantBodies(try Columns.hashes(proto.hashes, "hashes", limit: Limits.bodiesWanted))
        case .bodies(let proto): return try proto.message()
        case .sweep(let proto): return .sweep(try proto.step())
        case .pack(let proto):
            guard let name = try Columns.words(proto.dictionary, "dictionary", limit: 1).first else {
                throw .field("dictionary")
            }
            let pack = BodyPack(packed: [UInt8](proto.packed), dictionary: BodyDictionary.Name(name))
            return .pack(pack, place: proto.place)
        case .dictionary(let proto): return .dictionary([UInt8](proto.packed))
        case .sweepEnd: return .sweepEnd
        case .bundleHead(let proto):
            guard proto.publicKey.count <= Limits.textBytes else { throw .field("public_key") }
            return .bundleHead(
                BundleHead(
                    version: proto.protocol, hello: try proto.hello.value(), base: try proto.base.value(),
                    publicKey: [UInt8](proto.publicKey)))
        case .bundleTail(let proto):
            guard let hash = ContentHash(bytes: proto.hash) else { throw .field("hash") }
            guard proto.signature.count <= Limits.textBytes else { throw .field("signature") }
            return .bundleTail(
                BundleTail(frames: Int(proto.frames), hash: hash, signature: [UInt8](proto.signature)))
        }
    }

    /// Ascending, each once.
    fileprivate static func indices(
        _ numbers: [UInt32], below limit: Int, _ field: String
    ) throws(MessageDefect) -> [Int] {
        var result: [Int] = []
        for number in numbers {
            guard number < limit, result.last.map({ $0 < number }) ?? true else { throw .field(field) }
            result.append(Int(number))
        }
        return result
    }
}

extension ProtoAnswer {
    fileprivate func value() throws(MessageDefect) -> Answer {
        switch outcome {
        case .greet: return .greet
        case .inSync:
            return .inSync(
                wall: Timestamp(milliseconds: wall), log: LogID(log),
                capabilities: try Capabilities.checked(capabilities))
        case .exchange:
            return .exchange(try hello.value(), cursors: try ProtoCursor.values(cursors), reconcile: reconcile)
        case .fork:
            guard !disputed.isEmpty, disputed.count <= Limits.disputes else { throw .field("disputed") }
            return .fork(try hello.value(), disputed: disputed.map { OriginID($0) })
        case .none, .UNRECOGNIZED: throw .field("outcome")
        }
    }
}

extension ProtoGlance {
    fileprivate func value() throws(MessageDefect) -> Glance {
        guard lowestProtocol >= 1, lowestProtocol <= highestProtocol else { throw .field("protocols") }
        guard let vector = try Columns.sums(vectorHash, "vector_hash").first,
            let digest = try Columns.sums(digest, "digest").first
        else { throw .field("digest") }
        return Glance(
            protocols: lowestProtocol...highestProtocol, origin: OriginID(origin), log: LogID(log),
            wall: Timestamp(milliseconds: wall), vector: vector, digest: digest,
            capabilities: try Capabilities.checked(capabilities))
    }
}

extension ProtoProbeBuckets {
    fileprivate func value() throws(MessageDefect) -> BucketProbe {
        let indices = try Message.indices(buckets, below: StateDigest.bucketCount, "buckets")
        let sums = try Columns.sums(elements, "elements")
        guard counts.count == indices.count else { throw .field("counts") }
        var probe = BucketProbe(buckets: [], resume: try resume())
        var offset = 0
        for (index, count) in zip(indices, counts) {
            guard Int(count) <= sums.count - offset else { throw .field("counts") }
            probe.buckets.append(.init(index: index, elements: Array(sums[offset..<offset + Int(count)])))
            offset += Int(count)
        }
        guard offset == sums.count else { throw .field("elements") }
        return probe
    }
}

extension ProtoProbeBuckets {
    private func resume() throws(MessageDefect) -> RegisterID? {
        if afterKey.isEmpty { return nil }
        guard let key = RecordKey(bytes: afterKey), let kind = ChangeKind(code: afterKind) else {
            throw .field("after_key")
        }
        return RegisterID(kind: kind, key: key)
    }
}

extension ProtoSweep {
    fileprivate func step() throws(MessageDefect) -> SweepStep {
        guard (1...SweepStep.mostPacks).contains(Int(packs)) else { throw .field("packs") }
        guard starts else { return SweepStep(packs: Int(packs)) }
        let names = try Columns.words(dictionaries, "dictionaries", limit: BodyDictionary.mostKept)
        return SweepStep(
            packs: Int(packs),
            start: .init(before: before == 0 ? nil : before, dictionaries: names.map(BodyDictionary.Name.init)))
    }
}

extension ProtoBodies {
    fileprivate func message() throws(MessageDefect) -> Message {
        guard bodies.count <= Limits.bodiesWanted else { throw .field("bodies") }
        var result: [Body] = []
        for proto in bodies {
            guard let hash = ContentHash(bytes: proto.hash) else { throw .field("hash") }
            result.append(Body(hash: hash, bytes: [UInt8](proto.bytes)))
        }
        return .bodies(result, missing: try Columns.hashes(missing, "missing", limit: Limits.bodiesWanted))
    }
}
