import Folding

/// Which anchors may be in their table. Most of a new text's anchors are those of no other, and to look each of them up
/// would be most of what finding its neighbours costs: a Bloom filter (Bloom, 1970) of one hash, which an anchor is.
struct AnchorFilter {
    private var bits: [UInt64]
    private let mask: Anchor
    /// How many it is made for: until then, one anchor in eight at most is taken for one of the table's that is not.
    let capacity: Int
    private var count = 0

    /// - Parameter count: anchors that are to go in; there is room for some at least.
    init(count: Int) {
        var size = Self.smallest
        while size < count * Self.bitsEach, size < Self.largest { size *= 2 }
        bits = [UInt64](repeating: 0, count: size / UInt64.bitWidth)
        mask = Anchor(size - 1)
        capacity = size / Self.bitsEach
    }

    private static let bitsEach = 8
    private static let smallest = 1 << 19
    /// With a bit for each anchor that there can be, 256 MiB, nothing is taken for what it is not.
    private static let largest = 1 << 31

    mutating func insert(_ anchor: Anchor) {
        guard !mayContain(anchor) else { return }
        bits[word(anchor)] |= bit(anchor)
        count += 1
    }

    /// Whether a larger one would be of use.
    var isFull: Bool { count >= capacity && bits.count < Self.largest / UInt64.bitWidth }

    /// True for all that went in.
    func mayContain(_ anchor: Anchor) -> Bool { bits[word(anchor)] & bit(anchor) != 0 }

    private func word(_ anchor: Anchor) -> Int { Int((anchor & mask) >> 6) }
    private func bit(_ anchor: Anchor) -> UInt64 { 1 << UInt64(anchor & 63) }
}
