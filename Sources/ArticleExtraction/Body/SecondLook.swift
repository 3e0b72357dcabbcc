/// What the first judgement of all blocks says about each: blocks of an article stand together and are shaped alike.
///
/// Scores are logits in hundredths. Where there is nothing to compare with, the score is one that no article has.
struct SecondLook {
    private let page: PageBlocks
    private let scores: [Int]
    private var averages: [[Int]] = []
    private var sinceKept: [Int] = []
    private var untilKept: [Int] = []
    private var keptLettersBefore: [Int] = [0]
    private var headingScore: [Int] = []
    private var runLength: [Int] = []
    /// Of each block's long words the share that other kept blocks have.
    private var inKept: [Int]

    private static let nothing = -650
    private static let outsidePage = -700
    /// Beyond this a score says nothing more.
    private static let surest = 600
    /// No block counts for more letters than this in an average.
    private static let mostLetters = 300

    init(_ survey: BlockSurvey, first: [Int]) {
        page = survey.page
        scores = first.map { max(-Self.surest, min(Self.surest, $0)) }
        var subject = SubjectWords(survey.texts, kept: first.indices.filter { first[$0] > 0 })
        inKept = first.indices.map { subject.share($0, isKept: first[$0] > 0) }
        let groups = page.blocks.indices.map(survey.groups)
        averages = (0..<3).map { kind in averagesOfOthers(groups.map { $0[kind] }) }
        surveyOrder()
    }

    /// For each block the average over the others of its group, by their letters.
    private func averagesOfOthers(_ groups: [Int]) -> [Int] {
        var sums: [Int: (score: Int, letters: Int)] = [:]
        func weight(_ index: Int) -> Int { max(1, min(Self.mostLetters, page.blocks[index].letters)) }
        for (index, group) in groups.enumerated() {
            let sum = sums[group] ?? (0, 0)
            sums[group] = (sum.score + scores[index] * weight(index), sum.letters + weight(index))
        }
        return groups.enumerated().map { index, group in
            guard let sum = sums[group], sum.letters > weight(index) else { return Self.nothing }
            return (sum.score - scores[index] * weight(index)) / (sum.letters - weight(index))
        }
    }

    private mutating func surveyOrder() {
        var last = -100
        var heading = Self.nothing
        var runStart = 0
        for (index, score) in scores.enumerated() {
            sinceKept.append(min(50, index - last))
            headingScore.append(heading)
            if page.blocks[index].isHeading { heading = score }
            if score > 0 { last = index }
            let letters = score > 0 ? max(1, min(3000, page.blocks[index].letters)) : 0
            keptLettersBefore.append(keptLettersBefore[index] + letters)
            let isLastOfRun = index + 1 == scores.count || (scores[index + 1] > 0) != (score > 0)
            if isLastOfRun {
                let length = min(60, index + 1 - runStart)
                runLength += [Int](repeating: length, count: index + 1 - runStart)
                runStart = index + 1
            }
        }
        var next = scores.count + 100
        untilKept = [Int](repeating: 0, count: scores.count)
        for index in scores.indices.reversed() {
            untilKept[index] = min(50, next - index)
            if scores[index] > 0 { next = index }
        }
    }

    func describe(_ index: Int, _ traits: inout BlockTraits) {
        traits[.inKept] = inKept[index]
        func score(_ offset: Int) -> Int {
            scores.indices.contains(index + offset) ? scores[index + offset] : Self.outsidePage
        }
        traits[.first] = scores[index]
        traits[.first3Before] = score(-3)
        traits[.first2Before] = score(-2)
        traits[.first1Before] = score(-1)
        traits[.first1After] = score(1)
        traits[.first2After] = score(2)
        traits[.first3After] = score(3)
        traits[.shapeFirst] = averages[0][index]
        traits[.parentFirst] = averages[1][index]
        traits[.outerFirst] = averages[2][index]
        traits[.fiveBefore] = average(max(0, index - 5)..<index)
        traits[.fiveAfter] = average(index + 1..<max(index + 1, min(scores.count, index + 6)))
        traits[.sinceKept] = sinceKept[index]
        traits[.untilKept] = untilKept[index]
        let total = keptLettersBefore[scores.count]
        traits[.keptBefore] = keptLettersBefore[index] * 100 / max(1, total)
        traits[.keptLetters] = min(20_000, total)
        traits[.underFirst] = headingScore[index]
        traits[.runLength] = runLength[index]
    }

    private func average(_ range: Range<Int>) -> Int {
        range.isEmpty ? Self.nothing : scores[range].reduce(0, +) / range.count
    }
}

/// The long words of the kept blocks: what belongs to an article shares its words.
///
/// Words are told apart by fifteen bits: a few strangers pass.
private struct SubjectWords {
    private let texts: BlockTexts
    /// In how many kept blocks each word stands.
    private var blocks = [UInt16](repeating: 0, count: 1 << 15)
    /// The block that each word was seen in last.
    private var seen = [Int32](repeating: -1, count: 1 << 15)

    init(_ texts: BlockTexts, kept: [Int]) {
        self.texts = texts
        for index in kept {
            for word in texts.words(of: index) where isNew(word, in: index) {
                let place = Self.place(word)
                if blocks[place] < .max { blocks[place] += 1 }
            }
        }
        for place in seen.indices { seen[place] = -1 }
    }

    private static func place(_ word: UInt32) -> Int { Int(word >> 1 & 0x7FFF) }

    /// Whether a word is long and stands in a block for the first time.
    private mutating func isNew(_ word: UInt32, in index: Int) -> Bool {
        guard word & 1 == 1, seen[Self.place(word)] != Int32(index) else { return false }
        seen[Self.place(word)] = Int32(index)
        return true
    }

    /// Of the long words of a block, those that also stand in another kept block, in hundredths; -1 if it has none.
    mutating func share(_ index: Int, isKept: Bool) -> Int {
        var all = 0
        var shared = 0
        for word in texts.words(of: index) where isNew(word, in: index) {
            all += 1
            if blocks[Self.place(word)] > (isKept ? 1 : 0) { shared += 1 }
        }
        return all == 0 ? -1 : shared * 100 / all
    }
}
