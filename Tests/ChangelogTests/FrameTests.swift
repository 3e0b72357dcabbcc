import Changelog
import Model
import Testing

@Suite("A frame")
struct FrameTests {
    static let samples: [Message] = {
        var vector = VersionVector()
        for index in 1...5 {
            vector[OriginID(UInt64(index) << 40)] = .init(sequence: Int64(index), chain: Chain(UInt64(index)))
        }
        let hello = Hello(
            protocols: 1...1, capabilities: ["tail"], device: device("a"), origin: OriginID(1), log: LogID(2),
            wall: noon,
            vector: vector, digest: 99, marks: [OriginID(1): [ChainMark(sequence: 3, chain: Chain(4))]])
        let island = Island(seed: 3)
        for index in 0..<30 { _ = try? island.write(.article(article("a \(index)"))) }
        let changes = island.changes
        let cursor = LogCursor(lseq: 5, nonce: 6)
        let hash = ContentHash(of: "x")
        return [
            .hello(hello), .answer(.inSync(wall: noon, log: LogID(4), capabilities: ["chain"])), .answer(.greet),
            .answer(.exchange(hello, cursors: [cursor], reconcile: true)),
            .answer(.fork(hello, disputed: [OriginID(1)])), .refuse(Refusal(.quota, "too much")), .pull([cursor]),
            .changes(ChangeBatch(changes: changes, cursor: cursor, remaining: 7, vector: vector)),
            .changes(ChangeBatch(changes: [], cursor: nil, remaining: 0, vector: nil)), .received(frames: 1),
            .compared(vector, groups: Array(repeating: 7, count: 64)), .compared(vector, groups: nil),
            .probeGroups([0, 63]), .bucketSums(Array(repeating: 1, count: 64)), .repair(changes), .settle, .tail,
            .heartbeat(wall: noon), .wantBodies([hash]),
            .sweep(SweepStep(packs: 1)),
            .sweep(SweepStep(packs: 2, start: .init(before: 7, dictionaries: [.init(8), .init(9)]))),
            .pack(BodyPack(packed: [1, 2, 3], dictionary: .init(10)), place: 11), .dictionary([4, 5]), .sweepEnd,
            .bodies([Body(hash: hash, bytes: Array("x".utf8))], missing: [hash]),
        ]
    }()

    @Test("comes back as it was, in whatever pieces it arrives")
    func roundTrip() throws {
        let bytes = Self.samples.flatMap(\.frame)
        for piece in [1, 7, 4096, bytes.count] {
            var reader = FrameReader()
            var messages: [Message] = []
            for start in stride(from: 0, to: bytes.count, by: piece) {
                reader.append(bytes[start..<min(start + piece, bytes.count)])
                while let frame = try reader.next() { messages.append(try Message(frame: frame)) }
            }
            #expect(messages == Self.samples)
        }
    }

    @Test("cut, or with any bit turned, is refused or is another message: never a crash")
    func damage() {
        var generator = SeededGenerator(seed: 4)
        for message in Self.samples {
            let frame = message.frame
            for length in stride(from: 0, to: frame.count, by: 1 + frame.count / 200) {
                _ = try? Message(frame: frame[..<length])
            }
            for _ in 0..<400 {
                var damaged = frame
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let index = damaged.indices.randomElement(using: &generator) ?? 0
                    damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
                _ = try? Message(frame: damaged[...])
            }
        }
    }

    @Test("of random bytes is refused or is a message: never a crash")
    func noise() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5000 {
            let payload = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            _ = try? Message(frame: Frame.encode(payload)[...])
            _ = try? Message(frame: payload[...])
        }
    }

    @Test("that would inflate beyond its limit is refused before it is inflated")
    func bomb() {
        let frame = Frame.encode(Array(repeating: 0, count: Limits.frameBytes + 1))
        #expect(frame.count < 1000)
        #expect(throws: Frame.Defect.unreadable) { _ = try Frame.decode(frame[...]) }
        #expect(throws: Frame.Defect.tooLong) { _ = try Frame.length(at: [0x7F, 0xFF, 0xFF, 0xFF]) }
    }

    @Test("holds what a frame of changes may hold at most")
    func largest() throws {
        var generator = SeededGenerator(seed: 6)
        let id = RegisterID(kind: .note, key: RecordKey(high: 1, low: 2))
        let value = (0..<Limits.valueBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let change = Change(
            id: id, version: Version(clock: 1, author: OriginID(1), value: value),
            position: Position(origin: OriginID(1), sequence: 1), value: value)
        let message = Message.changes(ChangeBatch(changes: [change], cursor: nil, remaining: 0, vector: nil))
        #expect(try Message(frame: message.frame[...]) == message)
    }

    // MARK: That continue one another

    /// Messages of bodies, whose texts have much in common.
    private static let bodies: [Message] = (0..<20).map { number in
        .bodies(
            (0..<10).map { place in
                let lines = (0..<40).map { "line \(($0 &* 7 &+ number &* place) % 97) of a story" }
                let text = lines.joined(separator: "\n")
                return Body(hash: ContentHash(of: text), bytes: Array(text.utf8))
            }, missing: [])
    }

    @Test("that continue others come back as they were, among others that stand alone, and are smaller")
    func continuedRoundTrip() throws {
        let (packer, unpacker) = (FramePacker(), FrameUnpacker())
        var (continued, alone) = (0, 0)
        for (message, other) in zip(Self.bodies, Self.samples + Self.samples) {
            let frame = packer.frame(of: message)
            #expect(try unpacker.message(in: other.frame[...]) == other)
            #expect(try Frame.length(at: frame[...]) == frame.count)
            #expect(try unpacker.message(in: frame[...]) == message)
            continued += frame.count
            alone += message.frame.count
        }
        #expect(continued < alone)
    }

    @Test("that continues another is refused without it, out of turn, and by who reads only those that stand alone")
    func continuedOutOfTurn() throws {
        let packer = FramePacker()
        let frames = Self.bodies.prefix(3).map { packer.frame(of: $0) }
        #expect(throws: MessageDefect.frame(.unreadable)) { try FrameUnpacker().message(in: frames[1][...]) }
        #expect(throws: MessageDefect.frame(.unreadable)) { try Message(frame: frames[0][...]) }
        let unpacker = FrameUnpacker()
        _ = try unpacker.message(in: frames[0][...])
        #expect(throws: MessageDefect.self) { try unpacker.message(in: frames[2][...]) }
    }

    @Test("that continues others, cut, or with any bit turned, is refused or is another message: never a crash")
    func continuedDamage() throws {
        var generator = SeededGenerator(seed: 7)
        let packer = FramePacker()
        let frames = Self.bodies.prefix(2).map { packer.frame(of: $0) }
        for round in 0..<600 {
            let unpacker = FrameUnpacker()
            var damaged = frames[round % 2]
            if round % 2 == 1 { _ = try unpacker.message(in: frames[0][...]) }
            if round % 3 == 0 {
                damaged.removeLast(Int.random(in: 1..<damaged.count, using: &generator))
            } else {
                let index = Int.random(in: damaged.indices, using: &generator)
                damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            _ = try? unpacker.message(in: damaged[...])
            _ = try? unpacker.message(in: frames[1][...])
        }
    }

    @Test("that continues others makes no more than it says and no more than a frame may")
    func continuedBomb() throws {
        let zeros = Body(hash: ContentHash(of: "zeros"), bytes: Array(repeating: 0, count: Limits.bodyBytes))
        let bomb = FramePacker().frame(of: .bodies([zeros, zeros, zeros, zeros, zeros], missing: []))
        #expect(bomb.count < 4000)
        for size in [nil, 0, 1, Limits.bodyBytes, Limits.frameBytes, 1 << 31] {
            var frame = bomb
            if let size { frame.replaceSubrange(4..<8, with: Self.bigEndian(size)) }
            #expect(throws: MessageDefect.frame(.unreadable)) { try FrameUnpacker().message(in: frame[...]) }
        }
    }

    @Test(
        "that continues others may point back 2 MiB and no further",
        arguments: [(21, true), (22, false), (31, false)])
    func continuedWindow(log: UInt8, isRead: Bool) {
        // RFC 8878 §3.1.1: magic number, descriptor, window, and a last block of one raw byte.
        let piece: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, (log - 10) << 3, 9, 0, 0, 0xFF]
        let frame = Self.bigEndian(3 << 30 | 4 + piece.count) + Self.bigEndian(1) + piece
        #expect(throws: isRead ? MessageDefect.unreadable : .frame(.unreadable)) {
            try FrameUnpacker().message(in: frame[...])
        }
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
