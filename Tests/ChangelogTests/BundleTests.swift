import Changelog
import Model
import Testing

@Suite("A bundle")
struct BundleTests {
    /// Not a signature, but one that only who knows the name can make: the codec leaves the real one to its caller.
    static func key(_ name: String) -> BundleKey {
        BundleKey(publicKey: Array(name.utf8)) { signature(of: $0, by: name) }
    }

    static func signature(of bytes: [UInt8], by name: String) -> [UInt8] {
        ContentHash(of: Array(name.utf8) + bytes).bytes
    }

    static func trust(_ names: [String]) -> BundleTrust {
        BundleTrust(
            isPaired: { device in names.contains { DeviceID(publicKey: Array($0.utf8)) == device } },
            isGenuine: { signature, bytes, publicKey in
                signature == Self.signature(of: bytes, by: String(decoding: publicKey, as: UTF8.self))
            })
    }

    /// The file's frames.
    static func export(
        _ island: Island, base: VersionVector = VersionVector(), withChanges: Bool = true
    ) throws -> [[UInt8]] {
        var writer = BundleWriter(base: base, key: key("writer"), withChanges: withChanges)
        var frames: [[UInt8]] = []
        while let frame = try island.transact({ try writer.next(in: &$0) }) { frames.append(frame) }
        return frames
    }

    static func verify(_ frames: [[UInt8]]) throws -> VerifiedBundle {
        var verifier = BundleVerifier(trust: trust(["writer"]))
        try verifier.append(frames.flatMap { $0 })
        return try verifier.finish()
    }

    static func load(_ frames: [[UInt8]], into island: Island) throws {
        var bundle = BundleImport(try verify(frames))
        for frame in frames.dropLast() { _ = try island.transact { try bundle.receive(frame[...], in: &$0) } }
    }

    static func island(seed: UInt64, articles: Int) throws -> Island {
        let island = Island(seed: seed)
        try island.transact { replica in
            for index in 0..<articles { _ = try replica.write(.article(article("\(seed) \(index)"))) }
        }
        return island
    }

    @Test("carries a whole state, as often as it is imported, and counts as a meeting")
    func wholeState() throws {
        let one = try Self.island(seed: 1, articles: 5000)
        let two = Island(seed: 2)
        let frames = try Self.export(one)
        #expect(frames.count == 4)
        for _ in 0..<2 { try Self.load(frames, into: two) }
        #expect(two.state == one.state)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("from a base holds only what is new, and moves the vector only where the base is known")
    func deltas() throws {
        let one = try Self.island(seed: 1, articles: 30)
        let two = Island(seed: 2)
        try Self.load(try Self.export(one), into: two)
        let acknowledgement = try Self.verify(try Self.export(two, withChanges: false))
        try one.write(.starred(article("1 0").id, true))
        let delta = try Self.export(one, base: acknowledgement.hello.vector)
        #expect(delta.joined().count < 600)
        let stranger = Island(seed: 3)
        try Self.load(delta, into: stranger)
        #expect(stranger.state.count == 1 && stranger.store.contents.origins.isEmpty)
        try Self.load(delta, into: two)
        #expect(two.state == one.state)
        #expect(try meet(one, two).frames.count == 3)
    }

    @Test("cut at any byte is refused, and so is one with any byte changed")
    func damage() throws {
        let one = try Self.island(seed: 1, articles: 3)
        let file = try Self.export(one).flatMap { $0 }
        for length in file.indices {
            #expect(throws: BundleDefect.incomplete) { _ = try Self.verify([Array(file[..<length])]) }
            var damaged = file
            damaged[length] ^= 0x10
            #expect(throws: BundleDefect.self) { _ = try Self.verify([damaged]) }
        }
        #expect(throws: BundleDefect.trailing) { _ = try Self.verify([file + [0]]) }
    }

    @Test("that is another when it is merged than when it was verified is not merged")
    func exchanged() throws {
        let genuine = try Self.export(try Self.island(seed: 1, articles: 3))
        let other = try Self.export(try Self.island(seed: 2, articles: 3))
        let reader = Island(seed: 3)
        var bundle = BundleImport(try Self.verify(genuine))
        _ = try reader.transact { try bundle.receive(genuine[0][...], in: &$0) }
        #expect(throws: BundleDefect.exchanged(at: 1)) {
            _ = try reader.transact { try bundle.receive(other[1][...], in: &$0) }
        }
        #expect(reader.state.isEmpty)
    }

    @Test("from a stranger, or signed by another than its writer, is refused")
    func strangers() throws {
        let one = try Self.island(seed: 1, articles: 3)
        let file = try Self.export(one).flatMap { $0 }
        var verifier = BundleVerifier(trust: Self.trust(["someone else"]))
        #expect(throws: BundleDefect.unknownWriter(DeviceID(publicKey: Array("writer".utf8)))) {
            try verifier.append(file)
        }
        var deaf = BundleVerifier(trust: BundleTrust(isPaired: { _ in true }, isGenuine: { _, _, _ in false }))
        #expect(throws: BundleDefect.forged) { try deaf.append(file) }
    }

    @Test("years old, from before a rollback of its reader, loses nothing")
    func stale() throws {
        let one = try Self.island(seed: 1, articles: 3)
        let two = Island(seed: 2)
        try meet(one, two)
        let empty = Island(seed: 1)
        try empty.write(.hidden(article("x").id, true))
        // `empty` has the same origin as `one`: its database was put back to its first day.
        #expect(empty.store.contents.node?.origin == one.store.contents.node?.origin)
        try Self.load(try Self.export(two), into: empty)
        #expect(empty.state.count == 4)
        try meet(empty, two)
        #expect(empty.state == two.state && two.state.count == 4)
    }
}
