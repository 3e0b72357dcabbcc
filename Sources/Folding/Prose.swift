package import Model

/// The words of a text that count: distinct paragraphs of prose, without furniture.
package struct Prose {
    /// The words of the body, and where in the UTF-8 form of the canonical text they stand.
    private(set) var words = Words()
    /// The paragraphs of the body.
    private(set) var paragraphs: [Paragraph] = []

    /// Where a paragraph of the body stands.
    struct Paragraph {
        /// Its number among all paragraphs of the canonical text.
        var index: Int
        /// Its words in the body.
        var words: Range<Int>
    }

    /// For each word of the body, whether it states a fact.
    private var facts: [Bool] = []
    private(set) var form = Fingerprint.Form.story
    /// Words of the lines that are too short for prose, and of captions: what there is to compare where there is no
    /// prose.
    private var otherWords: [UInt64] = []
    /// Whether the line before is part of the body.
    private var followsBody = false

    /// Works through `text` once, up to `FoldingRules.mostWords`.
    package init(_ text: CanonicalText) {
        var text = text.text
        var signs = FormSigns()
        var seen: Set<UInt64> = []
        var line = Words()
        text.withUTF8 { bytes in
            var start = 0
            var lineIndex = 0
            while start < bytes.count, words.count < FoldingRules.mostWords {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                if end > start {
                    line.removeAll(keepingCapacity: true)
                    line.append(from: bytes, in: start..<min(end, start + FoldingRules.longestParagraph))
                    if line.isEmpty { signs.look(atRule: bytes[start..<end]) }
                    take(line, number: lineIndex, endsSentence: Self.endsSentence(bytes[start..<end]), &signs, &seen)
                    lineIndex += 1
                }
                start = end + 1
            }
        }
        truncate()
        form = signs.form
    }

    /// All words but notices: captions and headlines, then the body.
    var allWords: [UInt64] { Array((otherWords + words.hashes).prefix(FoldingRules.mostWords)) }

    var bodyWords: [BodyWord] {
        words.hashes.indices.map { BodyWord(hash: words.hashes[$0], isFact: facts[$0]) }
    }

    private mutating func take(
        _ line: Words, number lineIndex: Int, endsSentence: Bool, _ signs: inout FormSigns, _ seen: inout Set<UInt64>
    ) {
        guard !line.isEmpty else { return }
        signs.look(at: line)
        guard Furniture.notices.rule(matching: line) == nil else { return }
        let isCaption = Furniture.captions.rule(matching: line) != nil
        let isBody = !isCaption && (isProse(line, endsSentence) || followsBody && isRow(line))
        followsBody = isBody
        guard isBody else {
            if otherWords.count < FoldingRules.fewestWordsForPassages * 4 { otherWords += line.hashes }
            return
        }
        var hash: UInt64 = 0
        for word in line.hashes { hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31 }
        guard seen.insert(hash).inserted else { return }
        let first = words.count
        words.append(line)
        appendFacts(of: line)
        paragraphs.append(Paragraph(index: lineIndex, words: first..<words.count))
    }

    /// Headlines, labels and lists end without a full stop; a paragraph without one is long.
    private func isProse(_ line: Words, _ endsSentence: Bool) -> Bool {
        line.count >= (endsSentence ? FoldingRules.shortestParagraph : FoldingRules.shortestUnendedParagraph)
    }

    /// A row of figures belongs to the prose above it, and is all that sets one day's report off from the next. A line
    /// that gives a time of day is the page's own.
    private func isRow(_ line: Words) -> Bool {
        var figures = 0
        for index in 0..<line.count {
            if line.kinds[index] == .number || FactWords.contains(line.hashes[index]) { figures += 1 }
            if FormSigns.timeSuffixes.contains(line.hashes[index]) { return false }
        }
        return figures >= FoldingRules.fewestFiguresOfRow && figures * 3 >= line.count
    }

    /// Whether the last character ends a sentence or a quotation, in Latin or CJK punctuation.
    private static func endsSentence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let last = line.last { $0 != 0x20 && $0 != 0xA0 && $0 != 0xC2 } ?? 0
        if last < 0x80 { return asciiEnds.contains(last) || endsWithSignature(line) }
        let mark = String(decoding: line.suffix(3), as: UTF8.self).last
        return mark.map(otherEnds.contains) ?? false
    }

    /// `… said. Reuter`: one or two words behind the full stop of a word, not of `U.S.` or `Mr.`
    private static func endsWithSignature(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let tail = Array(line.suffix(24))
        guard let stop = tail.lastIndex(of: UInt8(ascii: ".")), stop >= 3, stop + 1 < tail.count else { return false }
        let isWord = tail[stop - 3..<stop].allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        return isWord && tail[stop + 1] == 0x20 && tail[(stop + 2)...].count { $0 == 0x20 } <= 1
    }

    private static let asciiEnds = Array(".!?\":;)]'".utf8)
    private static let otherEnds = Set<Character>("”’»…。！？」』）")

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
            facts.append(
                isName && !FactWords.agencies.contains(line.hashes[index]) || FactWords.contains(line.hashes[index]))
        }
    }

    private mutating func truncate() {
        guard words.count > FoldingRules.mostWords else { return }
        words.truncate(to: FoldingRules.mostWords)
        facts.removeLast(facts.count - words.count)
        if let last = paragraphs.indices.last {
            paragraphs[last].words = paragraphs[last].words.clamped(to: 0..<words.count)
        }
    }
}
