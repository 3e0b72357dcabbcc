import Changelog
import Model

/// A small generator whose whole sequence follows from its seed (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

let noon = Timestamp(year: 2026, month: 3, day: 1, hour: 12)

func device(_ name: String) -> DeviceID { DeviceID(publicKey: Array(name.utf8)) }

func article(_ name: String, title: String = "Ferry resumes after storm", firstSeen: Timestamp = noon) -> Article {
    let feed = "https://harbour.example/feed.xml"
    return Article(
        id: ArticleID(feedURL: feed, entryID: name), feedURL: feed, entryID: name, firstSeen: firstSeen,
        revision: Revision(
            link: "https://harbour.example/\(name)", title: title, authors: ["Ada Lind"], agency: .ap,
            dateline: "Turku", language: "en", imageURL: nil, categories: ["ports"],
            enclosures: [Enclosure(url: "https://harbour.example/a.mp3", mediaType: "audio/mpeg", length: 12)],
            published: noon, updated: nil, bodyHash: ContentHash(of: "<p>\(title)</p>"),
            contentHash: ContentHash(of: title)))
}

/// Nodes that write by themselves, without a session between them.
final class Island {
    let store = MemoryStore()
    private var generator: SeededGenerator

    /// Who it is to its peers.
    let identity: DeviceID

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        identity = device("node \(seed)")
    }

    func transact<Result>(
        at now: Timestamp = noon, _ body: (inout Replica<MemoryStore>) throws -> Result
    ) throws -> Result {
        try Replica.transact(on: store, at: now, random: { self.generator.next() }, body)
    }

    @discardableResult
    func write(_ value: ChangeValue, at now: Timestamp = noon) throws -> AppliedChange? {
        try transact(at: now) { try $0.write(value) }
    }

    var changes: [Change] { store.contents.registers.values.sorted { $0.lseq < $1.lseq }.map(\.change) }

    /// Register by register, without what is this node's own: what two nodes must agree on.
    var state: [RegisterID: Version] { store.contents.registers.mapValues(\.version) }

    var recomputedDigest: StateDigest {
        var digest = StateDigest()
        for register in store.contents.registers.values { digest.add(register.id, register.version) }
        return digest
    }
}

/// What crossed the wire in one meeting.
struct Traffic {
    /// Whole frames, in order, with their direction.
    var frames: [(fromInitiator: Bool, message: Message, bytes: Int)] = []
    var outputs: [SessionOutput] = []

    var bytes: Int { frames.reduce(0) { $0 + $1.bytes } }
    /// Changes in either direction.
    var changes: Int {
        frames.reduce(0) { sum, frame in
            switch frame.message {
            case .changes(let batch): sum + batch.changes.count
            case .repair(let changes): sum + changes.count
            case .bucketRows(let rows): sum + rows.changes.count
            default: sum
            }
        }
    }
    var events: [SessionEvent] {
        outputs.compactMap { if case .event(let event) = $0 { event } else { nil } }
    }
}

/// Two islands on one wire: every message goes through its frame.
struct Meeting {
    let initiator: Island
    let responder: Island
    var near: Session
    var far: Session

    init(_ initiator: Island, _ responder: Island, changesPerFrame: Int = Limits.frameChanges) {
        self.initiator = initiator
        self.responder = responder
        near = Session(role: .initiator, peer: responder.identity, changesPerFrame: changesPerFrame)
        far = Session(role: .responder, peer: initiator.identity, changesPerFrame: changesPerFrame)
    }

    /// Until both have nothing more to say, or the connection breaks after so many frames of changes.
    mutating func run(at now: Timestamp = noon, stoppingAfterBatches limit: Int? = nil) throws -> Traffic {
        let first = try initiator.transact(at: now) { try near.start(in: &$0) }
        return try carry(first.map { (true, $0) }, at: now, batches: limit)
    }

    /// Both sides send what has changed.
    mutating func pump(at now: Timestamp = noon) throws -> Traffic {
        let fromNear = try initiator.transact(at: now) { try near.pump(in: &$0) }
        let fromFar = try responder.transact(at: now) { try far.pump(in: &$0) }
        return try carry(fromNear.map { (true, $0) } + fromFar.map { (false, $0) }, at: now)
    }

    private mutating func carry(
        _ outputs: [(fromInitiator: Bool, output: SessionOutput)], at now: Timestamp, batches limit: Int? = nil
    ) throws -> Traffic {
        var traffic = Traffic()
        var batches = 0
        var queue = outputs[...]
        while let (fromInitiator, output) = queue.popFirst() {
            guard case .send(let message) = output else {
                traffic.outputs.append(output)
                continue
            }
            if case .changes = message {
                if batches == limit { return traffic }
                batches += 1
            }
            let frame = message.frame
            traffic.frames.append((fromInitiator, message, frame.count))
            let arrived = try Message(frame: frame[...])
            let next =
                fromInitiator
                ? try responder.transact(at: now) { try far.receive(arrived, in: &$0) }
                : try initiator.transact(at: now) { try near.receive(arrived, in: &$0) }
            queue += next.map { (!fromInitiator, $0) }
        }
        return traffic
    }
}

@discardableResult
func meet(_ initiator: Island, _ responder: Island, at now: Timestamp = noon) throws -> Traffic {
    var meeting = Meeting(initiator, responder)
    return try meeting.run(at: now)
}
