/// Words as often as newspapers have them: the ten most frequent make 22 % of a text, a hundred half, ten thousand
/// all but 2 %; and half of them follow from the word before. So they compress and fill an index as news does: in pieces
/// of 1 MiB, zstd at level 3 makes 0.35 of them, of the Reuters-21578 articles 0.34.
struct MadeUpWords {
    private let words: [[UInt8]]
    /// For each hundredth of a text, the ranks among which its words are.
    private let ranks: [Range<Int>]

    /// How many words may follow one.
    private static let followers = 4

    static let shared = MadeUpWords()

    private init() {
        let bands = [
            (22, 0..<10, 2), (25, 10..<100, 4), (30, 100..<1000, 5), (19, 1000..<10_000, 7), (4, 10_000..<45_000, 8),
        ]
        words = bands.flatMap { _, ranks, letters in ranks.map { Self.word($0, letters) } }
        ranks = bands.flatMap { share, ranks, _ in Array(repeating: ranks, count: share) }
    }

    subscript(rank: Int) -> [UInt8] { words[rank] }

    /// The rank of the next word.
    func next(after rank: Int, _ random: (Int) -> Int) -> Int {
        random(2) == 0
            ? self.rank(Self.mixed(UInt64(rank * Self.followers + random(Self.followers))))
            : self.rank(UInt64(random(1 << 30)))
    }

    private func rank(_ number: UInt64) -> Int {
        let band = ranks[Int(number % 100)]
        return band.lowerBound + Int(number / 100 % UInt64(band.count))
    }

    /// Consonants and vowels in turn.
    private static func word(_ rank: Int, _ letters: Int) -> [UInt8] {
        var number = mixed(UInt64(rank))
        return (0..<letters).map { place in
            let letters = place.isMultiple(of: 2) ? consonants : vowels
            defer { number /= UInt64(letters.count) }
            return letters[Int(number % UInt64(letters.count))]
        }
    }

    /// SplitMix64's last step (Steele, Lea & Flood 2014).
    private static func mixed(_ number: UInt64) -> UInt64 {
        var result = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
        result = (result ^ result >> 30) &* 0xBF58_476D_1CE4_E5B9
        result = (result ^ result >> 27) &* 0x94D0_49BB_1331_11EB
        return result ^ result >> 31
    }

    private static let consonants = Array("bdfghklmnprstvwz".utf8)
    private static let vowels = Array("aeiou".utf8)
}
