import Folding

/// Which texts may have edges: most have none, and to look each of them up would be most of what edges cost. What is known of
/// too many is rather than of too few.
struct LinkedTexts {
    private var filter: BloomFilter

    /// - Parameter count: texts that are to go in now; there is room for as many again, and for some at least.
    init(count: Int) { filter = BloomFilter(count: 2 * count, fewest: 1 << 17) }

    var isFull: Bool { filter.isFull }

    mutating func insert(_ text: TextKey) {
        let (first, second) = Self.hashes(of: text)
        filter.insert(first, second)
    }

    /// True for all that went in.
    func mayContain(_ text: TextKey) -> Bool {
        let (first, second) = Self.hashes(of: text)
        return filter.mayContain(first, second)
    }

    /// The lowest two bits of a key say what kind of text it is.
    private static func hashes(of text: TextKey) -> (UInt64, UInt64) {
        let key = UInt64(bitPattern: text.rawValue)
        return (key >> 2, key >> 32)
    }
}
