/// What two fingerprints say about each other, and what follows. Symmetric, and a function of the two alone.
package struct Comparison: Hashable, Sendable {
    /// Which of the two is the shorter; of two with as many words, that of the smaller hash.
    package let firstIsShorter: Bool
    /// Shingles of the shorter text that the longer has too.
    package let sharedShingles: Int
    /// How much the texts share, by shingles or, where that is more, by aligned words: an edit of one word costs nine
    /// shingles, and moved paragraphs cost the alignment.
    package let overlap: Overlap
    /// Where in the longer text the shared part begins, in thousandths of its words.
    package let beginsAt: Int
    /// Words that both have in the same order.
    package let alignedWords: Int
    /// Small gaps between aligned words with facts in both texts and none in common.
    package let differingFacts: Int
    package let verdict: Verdict

    package enum Verdict: Hashable, Sendable {
        /// Both are mostly the same text.
        case core
        /// The shorter is a trimmed copy of the longer.
        case trimmed
        case apart(Reason)
    }

    package enum Reason: Hashable, Sendable {
        /// One has so few words that only equal texts are copies, or none are.
        case tooShort
        case tooLittleShared
        /// The shared part begins late in the longer text: a quote, background, an item of a digest.
        case sharedPartIsNotTheLede
        /// The words agree, and the numbers and names do not: two fillings of one template.
        case otherFacts
        /// The words agree, and the datelines name other places: two items, of which one took up the other.
        case otherDateline
        /// One is a running log or a digest and the other a story, which is at most one of its items.
        case otherForm
    }
}

/// Compares one fingerprint with many: what can be worked out about the one is worked out once.
struct Comparer {
    let fingerprint: Fingerprint
    private var shingles: ShingleTable

    init(_ fingerprint: Fingerprint) {
        self.fingerprint = fingerprint
        shingles = ShingleTable(fingerprint.words)
    }

    /// The comparison of the one, as the first, with `other`.
    mutating func compare(with other: Fingerprint) -> Comparison {
        Comparison(fingerprint, other, sharing: shingles.shared(with: other.words))
    }
}

extension Comparison {
    package init(_ first: Fingerprint, _ second: Fingerprint) {
        var comparer = Comparer(first)
        self = comparer.compare(with: second)
    }

    fileprivate init(_ first: Fingerprint, _ second: Fingerprint, sharing shared: ShingleTable.Shared) {
        firstIsShorter = (first.wordCount, first.textHash) <= (second.wordCount, second.textHash)
        let (shorter, longer) = firstIsShorter ? (first, second) : (second, first)
        let (ofShorter, ofLonger) = firstIsShorter ? (shared.ours, shared.theirs) : (shared.theirs, shared.ours)
        let byShingles = Overlap(
            ofShorter: Overlap.thousandths(ofShorter, of: Shingles(of: shorter.words).count),
            ofLonger: Overlap.thousandths(ofLonger, of: Shingles(of: longer.words).count))
        sharedShingles = ofShorter
        let firstOfLonger = firstIsShorter ? shared.firstOfTheirs : shared.firstOfOurs
        beginsAt = ofLonger == 0 ? 1000 : firstOfLonger * 1000 / max(1, longer.wordCount)
        guard first.evidence == .passages, second.evidence == .passages else {
            let isSame = first.evidence == .wholeText && first.isSameText(as: second)
            overlap = isSame ? .whole : byShingles
            alignedWords = 0
            differingFacts = 0
            verdict = isSame ? .core : .apart(.tooShort)
            return
        }
        // Most pairs that meet share a passage of background: they need no alignment.
        guard ofShorter >= FoldingRules.fewestSharedShingles,
            byShingles.ofShorter >= FoldingRules.leastShareOfShorter
        else {
            overlap = byShingles
            alignedWords = 0
            differingFacts = 0
            verdict = .apart(.tooLittleShared)
            return
        }
        let alignment = Alignment(shorter.words, longer.words)
        let byWords = Overlap(
            part: alignment.matchedWords, ofShorter: shorter.words.count, ofLonger: longer.words.count)
        alignedWords = alignment.matchedWords
        differingFacts = alignment.differingFacts
        overlap = byWords.strength > byShingles.strength ? byWords : byShingles
        verdict = Self.verdict(
            byShingles, byWords, alignment, beginsAt: beginsAt, sameForm: first.form == second.form)
    }

    /// What the first is to the second, `nil` if they are not copies.
    package var relation: Relation? {
        switch verdict {
        case .core: .core(overlap)
        case .trimmed: firstIsShorter ? .trimmedFrom(overlap) : .trimmedTo(overlap)
        case .apart(.otherDateline): .rival
        case .apart: nil
        }
    }

    private static func factsThatMayDiffer(amongWords words: Int) -> Int {
        let further = words - FoldingRules.wordsForOneDifferingFact
        return further < 0 ? 0 : 1 + further / FoldingRules.wordsPerFurtherDifference
    }

    private static func verdict(
        _ byShingles: Overlap, _ byWords: Overlap, _ alignment: Alignment, beginsAt: Int, sameForm: Bool
    ) -> Verdict {
        let isCore = byShingles.reaches(FoldingRules.coreByShingles) || byWords.reaches(FoldingRules.coreByWords)
        let isContained =
            byShingles.ofShorter >= FoldingRules.trimmedByShingles || byWords.ofShorter >= FoldingRules.trimmedByWords
        guard isCore || isContained else { return .apart(.tooLittleShared) }
        if !sameForm, byShingles.ofLonger < FoldingRules.shareAcrossForms { return .apart(.otherForm) }
        if alignment.hasOtherDateline { return .apart(.otherDateline) }
        if alignment.differingFacts > Self.factsThatMayDiffer(amongWords: alignment.matchedWords) {
            return .apart(.otherFacts)
        }
        if isCore { return .core }
        return beginsAt <= FoldingRules.latestBeginning ? .trimmed : .apart(.sharedPartIsNotTheLede)
    }
}

extension Fingerprint {
    func isSameText(as other: Fingerprint) -> Bool {
        rulesVersion == other.rulesVersion && textHash == other.textHash && wordCount == other.wordCount
    }
}

extension Overlap {
    fileprivate static let whole = Overlap(ofShorter: 1000, ofLonger: 1000)

    fileprivate init(part: Int, ofShorter shorter: Int, ofLonger longer: Int) {
        self.init(ofShorter: Self.thousandths(part, of: shorter), ofLonger: Self.thousandths(part, of: longer))
    }

    fileprivate func reaches(_ limit: Overlap) -> Bool {
        ofShorter >= limit.ofShorter && ofLonger >= limit.ofLonger
    }

    fileprivate static func thousandths(_ part: Int, of whole: Int) -> UInt16 {
        whole == 0 ? 0 : UInt16(min(1000, part * 1000 / whole))
    }
}
