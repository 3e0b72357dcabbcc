package import Model

/// What folding knows about a text: enough to find its copies among millions and to judge each of them.
///
/// Derived from the canonical text and the rules alone, so equal on every peer. Around 1.3 bytes a word when encoded.
package struct Fingerprint: Hashable, Sendable {
    /// The `FoldingRules.version` it was made under.
    package let rulesVersion: UInt16
    /// The first 8 bytes of a SHA-256 over the words of the body.
    package let textHash: UInt64
    /// Words of the body: prose without furniture.
    package let wordCount: Int
    /// Whether the text is a running log of short items under times of day.
    package let isLiveBlog: Bool
    /// Every fourth shingle or so, in the order of the text; empty where the text is too short to judge by overlap.
    package let sketch: Sketch
    /// Where numbers and days stand, and which, ascending.
    package let slots: [Slot]

    init(
        rulesVersion: UInt16, textHash: UInt64, wordCount: Int, isLiveBlog: Bool, sketch: Sketch, slots: [Slot]
    ) {
        self.rulesVersion = rulesVersion
        self.textHash = textHash
        self.wordCount = wordCount
        self.isLiveBlog = isLiveBlog
        self.sketch = sketch
        self.slots = slots
    }

    /// How a text can be compared.
    package enum Evidence: Hashable, Sendable {
        /// So few words that equal texts say nothing: "Comments", "Watch the video". It is nobody's copy.
        case none
        /// Too few words for overlap: a copy has the same words, all of them.
        case wholeText
        /// Enough words for shared passages to count.
        case passages
    }

    package var evidence: Evidence {
        switch wordCount {
        case ..<FoldingRules.fewestWords: .none
        case ..<FoldingRules.fewestWordsForPassages: .wholeText
        default: .passages
        }
    }

    /// What the text is looked up by: any passage of `FoldingRules.anchorWindow` + 5 words that two texts share gives
    /// them a common anchor. Distinct, ascending; empty where nothing is to be found.
    package var anchors: [Anchor] {
        switch evidence {
        case .none: []
        case .wholeText: [Anchor(truncatingIfNeeded: textHash)]
        case .passages: sketch.anchors
        }
    }
}

/// A word that often differs between two fillings of one template, and its surroundings.
package struct Slot: Hashable, Comparable, Sendable {
    /// A hash of the words before, with numbers and days masked.
    package var context: UInt16
    /// A hash of the number or day.
    package var value: UInt16

    package init(context: UInt16, value: UInt16) {
        self.context = context
        self.value = value
    }

    package static func < (left: Slot, right: Slot) -> Bool {
        (left.context, left.value) < (right.context, right.value)
    }
}

extension Fingerprint {
    package init(of text: CanonicalText) { self.init(of: Prose(text)) }

    package init(of prose: Prose) {
        let identifying = prose.identifyingWords
        var bytes: [UInt8] = []
        bytes.reserveCapacity(identifying.count * 8)
        for word in identifying { bytes.append(bigEndian: word) }
        let hasPassages = prose.words.count >= FoldingRules.fewestWordsForPassages
        self.init(
            rulesVersion: FoldingRules.version, textHash: ContentHash(of: bytes).prefix,
            wordCount: hasPassages
                ? prose.words.count : min(identifying.count, FoldingRules.fewestWordsForPassages - 1),
            isLiveBlog: prose.isLiveBlog,
            sketch: hasPassages ? Sketch(ofWords: prose.words.hashes) : .empty, slots: prose.slots)
    }
}
