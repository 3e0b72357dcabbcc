import Folding

/// Which anchors may be in their table. Most of a new text's anchors are those of no other, and to look each of them up
/// would be most of what finding its neighbours costs. An anchor is its own hash.
struct SettledAnchors {
    private var filter: BloomFilter

    /// - Parameter count: anchors that are to go in; there is room for some at least, and at most, in 256 MiB, for a bit of
    ///   each that there can be.
    init(count: Int) { filter = BloomFilter(count: count, fewest: 1 << 16, most: 1 << 28) }

    var capacity: Int { filter.capacity }
    var isFull: Bool { filter.isFull }

    mutating func insert(_ anchor: Anchor) { filter.insert(UInt64(anchor), UInt64(anchor)) }

    /// True for all that went in.
    func mayContain(_ anchor: Anchor) -> Bool { filter.mayContain(UInt64(anchor), UInt64(anchor)) }
}
