import Folding

/// Which texts may have edges: most have none, and to look each of them up would be most of what edges cost. What is known of
/// too many is rather than of too few: a Bloom filter (Bloom, 1970) of two hashes, both of which lie in a text's key.
struct LinkedTexts {
    private var bits: [UInt64]
    private let mask: UInt64
    /// How many more it can take while one text in twenty at most is taken for linked that is not.
    private var room: Int

    /// - Parameter count: texts that are to go in now; there is room for as many again, and for some at least.
    init(count: Int) {
        var size = Self.smallest
        while size < 2 * count * Self.bitsEach { size *= 2 }
        bits = [UInt64](repeating: 0, count: size / UInt64.bitWidth)
        mask = UInt64(size - 1)
        room = size / Self.bitsEach
    }

    private static let smallest = 1 << 20
    private static let bitsEach = 8

    var isFull: Bool { room <= 0 }

    mutating func insert(_ text: TextKey) {
        guard !mayContain(text) else { return }
        let (first, second) = places(of: text)
        bits[first.word] |= first.bit
        bits[second.word] |= second.bit
        room -= 1
    }

    /// True for all that went in.
    func mayContain(_ text: TextKey) -> Bool {
        let (first, second) = places(of: text)
        return bits[first.word] & first.bit != 0 && bits[second.word] & second.bit != 0
    }

    private typealias Place = (word: Int, bit: UInt64)

    /// The lowest two bits of a key say what kind of text it is.
    private func places(of text: TextKey) -> (Place, Place) {
        let key = UInt64(bitPattern: text.rawValue)
        return (place(key >> 2), place(key >> 32))
    }

    private func place(_ hash: UInt64) -> Place { (Int((hash & mask) >> 6), 1 << (hash & 63)) }
}
