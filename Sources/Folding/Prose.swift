package import Model

/// The words of a text that count: distinct paragraphs of prose, without furniture.
package struct Prose {
    /// The words of the body, and where in the UTF-8 form of the canonical text they stand.
    private(set) var words = Words()
    /// For each paragraph of the body, its words.
    private(set) var paragraphs: [Range<Int>] = []
    /// For each word of the body, whether it states a fact.
    private var facts: [Bool] = []
    private(set) var slots: [Slot] = []
    /// Where in the UTF-8 form of the canonical text the values of `slots` stand.
    private(set) var slotPlaces: [Slot: Range<Int>] = [:]
    private(set) var form = Fingerprint.Form.story
    /// Words of the lines that are too short for prose, and of captions: what there is to compare where there is no
    /// prose.
    private var otherWords: [UInt64] = []

    /// Works through `text` once, up to `FoldingRules.mostWords`.
    package init(_ text: CanonicalText) {
        var text = text.text
        var slotReader = SlotReader()
        var signs = FormSigns()
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
                    if line.isEmpty { signs.look(atRule: bytes[start..<end]) }
                    take(line, &slotReader, &signs, &seen)
                }
                start = end + 1
            }
        }
        words.truncate(to: FoldingRules.mostWords)
        slots = slotReader.slots
        slotPlaces = slotReader.places
        form = signs.form
    }

    /// Everything but notices, captions and headlines before the body.
    var allWords: [UInt64] { otherWords + words.hashes }

    var bodyWords: [BodyWord] {
        words.hashes.indices.map { BodyWord(hash: words.hashes[$0], isFact: facts[$0]) }
    }

    private mutating func take(
        _ line: Words, _ slotReader: inout SlotReader, _ signs: inout FormSigns, _ seen: inout Set<UInt64>
    ) {
        guard !line.isEmpty else { return }
        signs.look(at: line)
        guard Furniture.notices.rule(matching: line) == nil else { return }
        let isCaption = Furniture.captions.rule(matching: line) != nil
        if !isCaption { slotReader.read(line) }
        guard !isCaption, line.count >= FoldingRules.shortestParagraph else {
            if otherWords.count < FoldingRules.fewestWordsForPassages * 4 { otherWords += line.hashes }
            return
        }
        var hash: UInt64 = 0
        for word in line.hashes { hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31 }
        guard seen.insert(hash).inserted else { return }
        let first = words.count
        words.append(line)
        appendFacts(of: line)
        paragraphs.append(first..<words.count)
    }

    /// Numbers, days and months; names, unless the line is all in capitals.
    private mutating func appendFacts(of line: Words) {
        let hasLowerCase = line.kinds.contains(.lowerCase)
        for index in 0..<line.count {
            let isName =
                switch line.kinds[index] {
                case .number: true
                case .capital: hasLowerCase
                case .capitalAtStart: hasLowerCase && index + 1 < line.count && line.kinds[index + 1] == .capital
                case .lowerCase: false
                }
            facts.append(isName || SlotReader.valueWords.contains(line.hashes[index]))
        }
    }
}
