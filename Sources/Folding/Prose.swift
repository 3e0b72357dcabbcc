import Model

/// The words of a text that count: distinct paragraphs of prose, without furniture.
struct Prose {
    /// The words of the body, and where in the UTF-8 form of the canonical text they stand.
    private(set) var words = Words()
    /// For each paragraph of the body, its words.
    private(set) var paragraphs: [Range<Int>] = []
    private(set) var slots: [Slot] = []
    private(set) var isLiveBlog = false

    /// Works through `text` once, up to `FoldingRules.mostWords`.
    init(_ text: CanonicalText) {
        var text = text.text
        var slotReader = SlotReader()
        var liveBlog = LiveBlogSigns()
        var seen: Set<UInt64> = []
        var line = Words()
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count, words.count < FoldingRules.mostWords {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                if end > start {
                    line.removeAll(keepingCapacity: true)
                    line.append(from: bytes, in: start..<min(end, start + FoldingRules.longestParagraph))
                    take(line, &slotReader, &liveBlog, &seen)
                }
                start = end + 1
            }
        }
        slots = slotReader.slots
        isLiveBlog = liveBlog.decision
    }

    private mutating func take(
        _ line: Words, _ slotReader: inout SlotReader, _ liveBlog: inout LiveBlogSigns, _ seen: inout Set<UInt64>
    ) {
        guard !line.isEmpty else { return }
        liveBlog.look(at: line)
        guard Furniture.current.rule(matching: line, in: 0..<line.count) == nil else { return }
        slotReader.read(line)
        guard line.count >= FoldingRules.shortestParagraph else { return }
        var hash: UInt64 = 0
        for word in line.hashes { hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31 }
        guard seen.insert(hash).inserted else { return }
        let first = words.count
        words.append(line)
        paragraphs.append(first..<words.count)
    }
}
