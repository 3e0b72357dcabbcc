import Changelog
import Model
import Testing

@Suite("A pack of bodies")
struct BodyPackTests {
    private static let dictionary = BodyDictionary(content: Array(text(0, words: 4000).utf8))

    private static func text(_ seed: UInt64, words: Int) -> String {
        var random = SeededGenerator(seed: seed)
        let syllables = ["ka", "ro", "min", "tel", "vas", "dor", "lu", "pen", "sha", "gri"]
        func word() -> String {
            let length = Int.random(in: 1...3, using: &random)
            return (0..<length).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
        }
        return (0..<words).map { _ in word() }.joined(separator: " ")
    }

    private static func bodies(_ seed: UInt64) -> [ArraySlice<UInt8>] {
        var random = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 1...BodyPack.mostBodies, using: &random)).map { number in
            let words = number == 3 ? 0 : Int.random(in: 0...300, using: &random)
            return Array(text(seed &* 100 &+ UInt64(number), words: words).utf8)[...]
        }
    }

    @Test("gives back what was packed", arguments: 1...12)
    func roundTrip(seed: UInt64) throws {
        let dictionary = try #require(Self.dictionary)
        let bodies = Self.bodies(seed)
        let pack = try #require(BodyPacker(dictionary)?.pack(bodies))
        #expect(pack.bodies(with: dictionary)?.map { Array($0) } == bodies.map { Array($0) })
        let sent = try #require(dictionary.packed.flatMap { BodyDictionary(packed: $0) })
        #expect(sent.name == dictionary.name)
        #expect(pack.bodies(with: sent)?.count == bodies.count)
    }

    @Test("is smaller than its bodies are by themselves, and than without a dictionary")
    func size() throws {
        let dictionary = try #require(Self.dictionary)
        let bodies = (0..<20).map { Array(Self.text(UInt64(40 + $0), words: 200).utf8)[...] }
        let pack = try #require(BodyPacker(dictionary)?.pack(bodies))
        let alone = bodies.reduce(0) { $0 + (BodyPacker(dictionary)?.pack([$1])?.packed.count ?? 0) }
        #expect(pack.packed.count < alone)
        #expect(pack.packed.count < bodies.joined().count / 2)
    }

    @Test("is refused where it is cut, damaged, of another dictionary or too large, without a crash")
    func hostile() throws {
        let dictionary = try #require(Self.dictionary)
        let other = try #require(BodyDictionary(content: Array(Self.text(99, words: 500).utf8)))
        let packer = try #require(BodyPacker(dictionary))
        let bodies = Self.bodies(5)
        let pack = try #require(packer.pack(bodies))
        #expect(pack.bodies(with: other) == nil)
        for length in stride(from: 0, to: pack.packed.count, by: 1 + pack.packed.count / 300) {
            let cut = BodyPack(packed: Array(pack.packed.prefix(length)), dictionary: dictionary.name)
            #expect(cut.bodies(with: dictionary) == nil)
        }
        var random = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            var damaged = pack.packed
            let place = damaged.indices.randomElement(using: &random) ?? 0
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            _ = BodyPack(packed: damaged, dictionary: dictionary.name).bodies(with: dictionary)
        }
        let many = Array(repeating: Array("x".utf8)[...], count: BodyPack.mostBodies + 1)
        #expect(try #require(packer.pack(many)).bodies(with: dictionary) == nil)
        let large = Array(repeating: [UInt8](repeating: 32, count: BodyPack.mostBytes / 2)[...], count: 3)
        #expect(try #require(packer.pack(large)).bodies(with: dictionary) == nil)
        #expect(BodyDictionary(content: [UInt8](repeating: 32, count: BodyDictionary.mostBytes + 1)) == nil)
        #expect(BodyDictionary(packed: [1, 2, 3]) == nil)
        #expect(BodyDictionary(content: []) == nil)
    }
}

@Suite("A sweep of a peer's packs")
struct PackSweepTests {
    @Test("goes on where it was cut off, a pack at a time once some are under way")
    func steps() {
        var sweep = PackSweep()
        #expect(sweep.state == .possible)
        let name = BodyDictionary.Name(7)
        let first = sweep.begin(before: 9, dictionaries: [name], at: .zero)
        #expect(first == .sweep(SweepStep(packs: 2, start: .init(before: 9, dictionaries: [name]))))
        #expect(sweep.took(wanted: 64, of: 64, at: .zero) == .sweep(SweepStep(packs: 1)))
        #expect(sweep.state == .underWay)
    }

    @Test("goes through what both have fetched, but not for long")
    func useless() {
        var sweep = PackSweep()
        _ = sweep.begin(before: nil, dictionaries: [], at: .zero)
        for _ in 0..<3 {
            for _ in 0..<7 { #expect(sweep.took(wanted: 31, of: 64, at: .zero) != nil) }
            #expect(sweep.took(wanted: 32, of: 64, at: .zero) != nil)
        }
        for _ in 0..<7 { #expect(sweep.took(wanted: 0, of: 64, at: .zero) != nil) }
        #expect(sweep.took(wanted: 0, of: 64, at: .zero) == nil)
        #expect(sweep.state == .over)
    }

    @Test("stalls where no pack comes, and not between packs")
    func stalled() {
        var sweep = PackSweep()
        #expect(!sweep.hasStalled(at: .seconds(1000)))
        _ = sweep.begin(before: nil, dictionaries: [], at: .seconds(1000))
        #expect(!sweep.hasStalled(at: .seconds(1070)))
        #expect(sweep.took(wanted: 64, of: 64, at: .seconds(1070)) != nil)
        #expect(!sweep.hasStalled(at: .seconds(1140)))
        #expect(sweep.hasStalled(at: .seconds(1150)))
        sweep.end()
        #expect(!sweep.hasStalled(at: .seconds(9000)))
    }
}
