import FoundationEssentials
import Model
import SwiftProtobuf

extension Message {
    /// The whole frame. A message within its limits never exceeds a frame's.
    package var frame: [UInt8] { Frame.encode(payload, compressing: !isCompressed) }

    /// Its content would not become smaller.
    private var isCompressed: Bool {
        switch self {
        case .pack, .dictionary: true
        default: false
        }
    }

    var payload: [UInt8] { ProtoMessage.with { $0.body = Self.body(of: self) }.deterministicBytes }

    private static func body(of message: Message) -> ProtoMessage.OneOf_Body {
        switch message {
        case .hello(let hello): .hello(ProtoHello(hello))
        case .glance(let glance):
            .glance(
                .with {
                    $0.lowestProtocol = glance.protocols.lowerBound
                    $0.highestProtocol = glance.protocols.upperBound
                    $0.origin = glance.origin.rawValue
                    $0.log = glance.log.rawValue
                    $0.wall = glance.wall.milliseconds
                    $0.vectorHash = Columns.sums([glance.vector])
                    $0.digest = Columns.sums([glance.digest])
                    $0.capabilities = glance.capabilities
                })
        case .answer(let answer): .answer(ProtoAnswer(answer))
        case .refuse(let refusal):
            .refuse(
                .with {
                    $0.code = ProtoRefusalCode(refusal.reason)
                    $0.detail = refusal.detail
                })
        case .pull(let cursors): .pull(.with { $0.cursors = cursors.map(ProtoCursor.init) })
        case .changes(let batch): .changes(ProtoChanges(batch))
        case .received(let frames): .received(.with { $0.frames = UInt32(frames) })
        case .compare(let comparison):
            .compare(
                .with {
                    $0.vector = ProtoVector(comparison.vector)
                    $0.digest = Columns.sums([comparison.digest])
                    $0.reconcile = comparison.reconcile
                })
        case .compared(let vector, let groups):
            .compared(
                .with {
                    $0.vector = ProtoVector(vector)
                    if let groups { $0.groups = Columns.sums(groups) }
                })
        case .probeGroups(let groups): .probeGroups(.with { $0.groups = groups.map { UInt32($0) } })
        case .bucketSums(let sums): .bucketSums(.with { $0.sums = Columns.sums(sums) })
        case .probeBuckets(let probe):
            .probeBuckets(
                .with {
                    $0.buckets = probe.buckets.map { UInt32($0.index) }
                    $0.counts = probe.buckets.map { UInt32($0.elements.count) }
                    $0.elements = Columns.sums(probe.buckets.flatMap(\.elements))
                    if let resume = probe.resume {
                        $0.afterKey = Data(resume.key.bytes)
                        $0.afterKind = resume.kind.code
                    }
                })
        case .bucketRows(let rows):
            .bucketRows(
                .with {
                    $0.changes = ProtoChanges(rows.changes)
                    $0.wanted = Columns.sums(rows.wanted)
                    $0.more = rows.more
                })
        case .repair(let changes): .repair(.with { $0.changes = ProtoChanges(changes) })
        case .settle: .settle(ProtoSettle())
        case .tail: .tail(ProtoTail())
        case .heartbeat(let wall): .heartbeat(.with { $0.wall = wall.milliseconds })
        case .wantBodies(let hashes): .wantBodies(.with { $0.hashes = Data(hashes.flatMap(\.bytes)) })
        case .bodies(let bodies, let missing):
            .bodies(
                .with {
                    $0.bodies = bodies.map { body in
                        .with {
                            $0.hash = Data(body.hash.bytes)
                            $0.bytes = Data(body.bytes)
                        }
                    }
                    $0.missing = Data(missing.flatMap(\.bytes))
                })
        case .sweep(let step):
            .sweep(
                .with {
                    $0.packs = UInt32(step.packs)
                    $0.starts = step.start != nil
                    $0.before = step.start?.before ?? 0
                    $0.dictionaries = Columns.words(step.start?.dictionaries.map(\.rawValue) ?? [])
                })
        case .pack(let pack, let place):
            .pack(
                .with {
                    $0.packed = Data(pack.packed)
                    $0.dictionary = Columns.words([pack.dictionary.rawValue])
                    $0.place = place
                })
        case .dictionary(let packed): .dictionary(.with { $0.packed = Data(packed) })
        case .sweepEnd: .sweepEnd(ProtoSweepEnd())
        case .bundleHead(let head):
            .bundleHead(
                .with {
                    $0.protocol = head.version
                    $0.hello = ProtoHello(head.hello)
                    $0.base = ProtoVector(head.base)
                    $0.publicKey = Data(head.publicKey)
                })
        case .bundleTail(let tail):
            .bundleTail(
                .with {
                    $0.frames = UInt32(tail.frames)
                    $0.hash = Data(tail.hash.bytes)
                    $0.signature = Data(tail.signature)
                })
        }
    }
}

extension ProtoAnswer {
    fileprivate init(_ answer: Answer) {
        switch answer {
        case .greet: outcome = .greet
        case .inSync(let wall, let log, let capabilities):
            outcome = .inSync
            self.wall = wall.milliseconds
            self.log = log.rawValue
            self.capabilities = capabilities
        case .exchange(let hello, let cursors, let reconcile):
            outcome = .exchange
            self.hello = ProtoHello(hello)
            self.cursors = cursors.map(ProtoCursor.init)
            self.reconcile = reconcile
        case .fork(let hello, let disputed):
            outcome = .fork
            self.hello = ProtoHello(hello)
            self.disputed = disputed.map(\.rawValue)
        }
    }
}
