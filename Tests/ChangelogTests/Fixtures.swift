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

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

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
