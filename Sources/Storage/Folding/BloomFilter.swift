/// What may be in a set: true for all that is, and for few others (Bloom, 1970). An element is known by one or two hashes.
struct BloomFilter {
    private var bits: [UInt64]
    private let mask: UInt64
    private let most: Int
    /// How many elements it is made for: until then it takes one stranger in twenty for an element, with one hash one in eight.
    let capacity: Int
    private var count = 0

    /// - Parameters:
    ///   - count: elements that are to go in.
    ///   - fewest, most: bounds of the capacity, powers of two.
    init(count: Int, fewest: Int, most: Int = 1 << 48) {
        var capacity = fewest
        while capacity < count, capacity < most { capacity *= 2 }
        let size = capacity * Self.bitsEach
        bits = [UInt64](repeating: 0, count: size / UInt64.bitWidth)
        mask = UInt64(size - 1)
        self.capacity = capacity
        self.most = most
    }

    private static let bitsEach = 8

    /// Whether a larger one would be of use.
    var isFull: Bool { count >= capacity && capacity < most }

    mutating func insert(_ first: UInt64, _ second: UInt64) {
        guard !mayContain(first, second) else { return }
        bits[word(first)] |= bit(first)
        bits[word(second)] |= bit(second)
        count += 1
    }

    func mayContain(_ first: UInt64, _ second: UInt64) -> Bool {
        bits[word(first)] & bit(first) != 0 && bits[word(second)] & bit(second) != 0
    }

    private func word(_ hash: UInt64) -> Int { Int((hash & mask) >> 6) }
    private func bit(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) }
}
