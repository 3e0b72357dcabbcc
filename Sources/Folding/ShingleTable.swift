/// The shingles of one text, ready to be met with those of many others: a table by hash, with a filter before it that
/// turns most strangers away without a look into the table.
struct ShingleTable {
    /// What two texts share, from either side. A shingle that stands in several places counts at each.
    struct Shared: Hashable {
        /// Places of the table's text whose shingle the other text has, and the first of them.
        var ours = 0
        var firstOfOurs = 0
        var theirs = 0
        var firstOfTheirs = 0
    }

    private struct Slot {
        var hash: UInt32 = 0
        /// Places in our text with this hash; 0 where the slot is free.
        var count: UInt32 = 0
        var firstPlace: UInt32 = 0
        /// The meeting in which it was last seen.
        var meeting: UInt32 = 0
    }

    private var slots: [Slot]
    private let mask: Int
    /// A bit for each value of the lowest bits of a hash that occurs.
    private var filter: [UInt64]
    private let filterMask: UInt32
    private var meeting: UInt32 = 0

    init(_ words: [BodyWord]) {
        let shingles = Shingles(of: words)
        var size = 16
        while size < shingles.count * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
        filter = [UInt64](repeating: 0, count: size / 8)
        filterMask = UInt32(size * 8 - 1)
        shingles.visit { shingle, place in
            let hash = Self.hash(of: shingle)
            filter[Int((hash & filterMask) >> 6)] |= 1 << UInt64(hash & 63)
            var index = Int(hash >> 7) & mask
            while slots[index].count > 0, slots[index].hash != hash { index = (index + 1) & mask }
            if slots[index].count == 0 { slots[index] = Slot(hash: hash, firstPlace: UInt32(place)) }
            slots[index].count += 1
        }
    }

    /// What the table's text shares with a text of these words.
    mutating func shared(with words: [BodyWord]) -> Shared {
        meeting += 1
        let (meeting, mask, filterMask) = (meeting, mask, filterMask)
        var shared = Shared(firstOfOurs: .max)
        filter.withUnsafeBufferPointer { filter in
            slots.withUnsafeMutableBufferPointer { slots in
                Shingles(of: words).visit { shingle, place in
                    let hash = Self.hash(of: shingle)
                    guard filter[Int((hash & filterMask) >> 6)] >> UInt64(hash & 63) & 1 == 1 else { return }
                    var index = Int(hash >> 7) & mask
                    while slots[index].count > 0, slots[index].hash != hash { index = (index + 1) & mask }
                    guard slots[index].count > 0 else { return }
                    if shared.theirs == 0 { shared.firstOfTheirs = place }
                    shared.theirs += 1
                    guard slots[index].meeting != meeting else { return }
                    slots[index].meeting = meeting
                    shared.ours += Int(slots[index].count)
                    shared.firstOfOurs = min(shared.firstOfOurs, Int(slots[index].firstPlace))
                }
            }
        }
        if shared.ours == 0 { shared.firstOfOurs = 0 }
        return shared
    }

    /// The half of a shingle that is better mixed.
    private static func hash(of shingle: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: shingle >> 32) }
}
