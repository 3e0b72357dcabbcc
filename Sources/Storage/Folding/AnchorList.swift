import Folding

/// An anchor, and a text that has it.
struct AnchorEntry: Hashable, Comparable {
    var anchor: Anchor
    var text: TextKey

    static func < (left: AnchorEntry, right: AnchorEntry) -> Bool {
        left.anchor == right.anchor ? left.text < right.text : left.anchor < right.anchor
    }
}

/// Anchors in the order of their table, kept in memory: a list of sorted blocks, none of them empty.
struct AnchorList {
    private var blocks: [[AnchorEntry]] = []
    /// That of each block or one before it, but behind the block before: side by side, as each search looks at a dozen.
    private var beginnings: [AnchorEntry] = []
    private(set) var count = 0

    private static let largestBlock = 512

    init() {}

    /// Any entries, each of them once.
    init(_ entries: [AnchorEntry]) {
        let sorted = entries.sorted()
        count = sorted.count
        blocks = stride(from: 0, to: count, by: Self.largestBlock / 2).map {
            Array(sorted[$0..<min($0 + Self.largestBlock / 2, sorted.count)])
        }
        beginnings = blocks.map { $0[0] }
    }

    /// A place among the entries.
    private struct Place {
        var block: Int
        var index: Int
    }

    /// Harmless if it is there.
    mutating func insert(_ entry: AnchorEntry) {
        guard !blocks.isEmpty else {
            blocks = [[entry]]
            beginnings = [entry]
            count = 1
            return
        }
        let place = place(of: entry)
        guard !isThere(entry, at: place) else { return }
        blocks[place.block].insert(entry, at: place.index)
        if place.index == 0 { beginnings[place.block] = entry }
        count += 1
        guard blocks[place.block].count > Self.largestBlock else { return }
        let upper = Array(blocks[place.block][(Self.largestBlock / 2)...])
        blocks[place.block].removeSubrange((Self.largestBlock / 2)...)
        blocks.insert(upper, at: place.block + 1)
        beginnings.insert(upper[0], at: place.block + 1)
    }

    /// Harmless if it is not there.
    mutating func remove(_ entry: AnchorEntry) {
        let place = place(of: entry)
        guard isThere(entry, at: place) else { return }
        blocks[place.block].remove(at: place.index)
        count -= 1
        if blocks[place.block].isEmpty { removeBlock(place.block) }
    }

    private mutating func removeBlock(_ block: Int) {
        blocks.remove(at: block)
        beginnings.remove(at: block)
    }

    /// Takes out the first `limit` entries from `start` on, or fewer where the list ends.
    mutating func take(_ limit: Int, from start: AnchorEntry) -> [AnchorEntry] {
        var taken: [AnchorEntry] = []
        var place = place(of: start)
        while taken.count < limit, place.block < blocks.count {
            let end = min(blocks[place.block].count, place.index + limit - taken.count)
            taken += blocks[place.block][place.index..<end]
            if place.index == 0, end == blocks[place.block].count {
                removeBlock(place.block)
            } else {
                blocks[place.block].removeSubrange(place.index..<end)
                place.block += 1
            }
            place.index = 0
        }
        count -= taken.count
        return taken
    }

    /// The texts with this anchor that stand beside `text`, nearest first, at most `limit` on each side.
    func texts(sharing anchor: Anchor, beside text: TextKey, limit: Int) -> BesideTexts {
        var beside = BesideTexts()
        let start = place(of: AnchorEntry(anchor: anchor, text: text))
        var place = start
        while beside.after.count < limit, place.block < blocks.count {
            guard place.index < blocks[place.block].count else {
                place = Place(block: place.block + 1, index: 0)
                continue
            }
            let entry = blocks[place.block][place.index]
            guard entry.anchor == anchor else { break }
            if entry.text != text { beside.after.append(entry.text) }
            place.index += 1
        }
        place = start
        while beside.before.count < limit {
            guard place.index > 0 else {
                guard place.block > 0 else { break }
                place = Place(block: place.block - 1, index: blocks[place.block - 1].count)
                continue
            }
            place.index -= 1
            let entry = blocks[place.block][place.index]
            guard entry.anchor == anchor else { break }
            beside.before.append(entry.text)
        }
        return beside
    }

    private func isThere(_ entry: AnchorEntry, at place: Place) -> Bool {
        place.block < blocks.count && place.index < blocks[place.block].count
            && blocks[place.block][place.index] == entry
    }

    /// Where `entry` is or would be: in the last block that begins no later.
    private func place(of entry: AnchorEntry) -> Place {
        let block = max(0, beginnings.partition { $0 <= entry } - 1)
        return Place(block: block, index: block < blocks.count ? blocks[block].partition { $0 < entry } : 0)
    }
}

extension Array {
    /// How many elements come before the first one that `isBefore` is false for; it is true for none behind that.
    fileprivate func partition(isBefore: (Element) -> Bool) -> Int {
        withUnsafeBufferPointer { elements in
            var (low, high) = (0, elements.count)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}
