/// What two fingerprints say about each other, and what follows. Symmetric, and a function of the two alone.
package struct Comparison: Hashable, Sendable {
    /// Which of the two is the shorter; of two with as many shingles, the one with fewer words, then the first.
    package let firstIsShorter: Bool
    package let overlap: Overlap
    /// Shingles in both.
    package let sharedShingles: Int
    /// Where in the longer text the shared part begins, in thousandths of its words.
    package let beginsAt: Int
    /// Contexts of numbers and days in both, and those of them in which the two have none in common.
    package let commonSlots: Int
    package let differingSlots: Int
    package let verdict: Verdict

    package enum Verdict: Hashable, Sendable {
        /// Both are mostly the same text.
        case core
        /// The shorter is a trimmed copy of the longer.
        case trimmed
        case apart(Reason)
    }

    package enum Reason: Hashable, Sendable {
        /// One has so few words that only equal texts are copies.
        case tooShort
        case tooLittleShared
        /// The shared part begins late in the longer text: a quote, background, an item of a digest.
        case sharedPartIsNotTheLede
        /// The words agree and the numbers do not: two fillings of one template.
        case otherFacts
        /// A running log or a digest, and a story: the story is at most one of its items.
        case otherForm
    }
}

extension Comparison {
    package init(_ first: Fingerprint, _ second: Fingerprint) {
        let firstIsShorter = (first.shingles.count, first.wordCount) <= (second.shingles.count, second.wordCount)
        let (shorter, longer) = firstIsShorter ? (first, second) : (second, first)
        let shared = Shingles.shared(shorter.shingles, longer.shingles)
        let slots = Slot.agreement(first.slots, second.slots)
        let sameText = first.textHash == second.textHash && first.wordCount == second.wordCount
        let overlap =
            sameText
            ? Overlap(ofShorter: 1000, ofLonger: 1000)
            : Overlap(
                ofShorter: Self.thousandths(shared.count, of: shorter.shingles.count),
                ofLonger: Self.thousandths(shared.count, of: longer.shingles.count))
        let beginsAt = shared.count == 0 ? 1000 : Int(Self.thousandths(shared.firstPlaceInSecond, of: longer.wordCount))
        self.firstIsShorter = firstIsShorter
        self.overlap = overlap
        self.beginsAt = beginsAt
        sharedShingles = shared.count
        commonSlots = slots.common
        differingSlots = slots.differing
        verdict = Self.verdict(
            first, second, sameText: sameText, overlap: overlap, shared: shared.count, beginsAt: beginsAt, slots: slots)
    }

    /// What the first is to the second, `nil` if they are not copies.
    package var relation: Relation? {
        switch verdict {
        case .core: .core(overlap)
        case .trimmed: firstIsShorter ? .trimmedFrom(overlap) : .trimmedTo(overlap)
        case .apart: nil
        }
    }

    private static func verdict(
        _ first: Fingerprint, _ second: Fingerprint, sameText: Bool, overlap: Overlap, shared: Int, beginsAt: Int,
        slots: (common: Int, differing: Int)
    ) -> Verdict {
        guard first.evidence != .none, second.evidence != .none else { return .apart(.tooShort) }
        if first.form != second.form, overlap.ofLonger < FoldingRules.shareAcrossForms { return .apart(.otherForm) }
        if sameText { return .core }
        guard first.evidence == .passages, second.evidence == .passages else { return .apart(.tooShort) }
        guard shared >= FoldingRules.fewestSharedShingles else { return .apart(.tooLittleShared) }
        let isCore =
            overlap.ofShorter >= FoldingRules.coreShareOfShorter && overlap.ofLonger >= FoldingRules.coreShareOfLonger
        let isContained = overlap.ofShorter >= FoldingRules.trimmedShareOfShorter
        guard isCore || isContained else { return .apart(.tooLittleShared) }
        if slots.common >= FoldingRules.fewestCommonSlots,
            slots.differing * 1000 > slots.common * FoldingRules.mostDifferingSlots
        {
            return .apart(.otherFacts)
        }
        if isCore { return .core }
        return beginsAt <= FoldingRules.latestBeginning ? .trimmed : .apart(.sharedPartIsNotTheLede)
    }

    private static func thousandths(_ part: Int, of whole: Int) -> UInt16 {
        whole == 0 ? 0 : UInt16(min(1000, part * 1000 / whole))
    }
}

extension Slot {
    /// How many contexts both texts have, and in how many of these no value is common. Both ascending.
    static func agreement(_ first: [Slot], _ second: [Slot]) -> (common: Int, differing: Int) {
        var common = 0
        var differing = 0
        var left = 0
        var right = 0
        while left < first.count, right < second.count {
            let context = first[left].context
            if context < second[right].context {
                left += 1
            } else if context > second[right].context {
                right += 1
            } else {
                var agrees = false
                while left < first.count, first[left].context == context,
                    right < second.count, second[right].context == context
                {
                    if first[left].value == second[right].value { agrees = true }
                    if first[left].value <= second[right].value { left += 1 } else { right += 1 }
                }
                while left < first.count, first[left].context == context { left += 1 }
                while right < second.count, second[right].context == context { right += 1 }
                common += 1
                if !agrees { differing += 1 }
            }
        }
        return (common, differing)
    }
}
