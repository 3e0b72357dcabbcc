package import Model

/// What folding knows about a text: enough to find its copies among millions and to judge each of them.
///
/// Derived from the canonical text and the rules alone, so equal on every peer. Two bytes a word when encoded.
package struct Fingerprint: Hashable, Sendable {
    /// The `FoldingRules.version` it was made under.
    package let rulesVersion: UInt16
    package let form: Form
    /// The first 8 bytes of a SHA-256 over the words that count.
    package let textHash: UInt64
    /// Words of the body: prose without furniture. A text without enough of it: all its words but notices.
    package let wordCount: Int
    /// The body, word by word; empty where there is too little of it.
    package let words: [BodyWord]
    init(
        rulesVersion: UInt16, form: Form, textHash: UInt64, wordCount: Int, words: [BodyWord]
    ) {
        self.rulesVersion = rulesVersion
        self.form = form
        self.textHash = textHash
        self.wordCount = wordCount
        self.words = words
    }

    /// How a text is built.
    package enum Form: UInt8, Hashable, Sendable {
        case story = 0
        /// A running log of short items under times of day.
        case liveBlog = 1
        /// The beginnings of several stories, one after the other.
        case digest = 2
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
        guard words.isEmpty else { return .passages }
        return wordCount < FoldingRules.fewestWords ? .none : .wholeText
    }

    /// What the text is looked up by: any passage of `FoldingRules.anchorWindow` + 5 words that two texts share gives
    /// them a common anchor. Distinct, ascending; empty where nothing is to be found.
    package var anchors: [Anchor] {
        switch evidence {
        case .none: []
        case .wholeText: [Anchor(hash: textHash)]
        case .passages: Shingles(of: words).anchors
        }
    }
}

extension Fingerprint {
    package init(of text: CanonicalText) { self.init(of: Prose(text)) }

    package init(of prose: Prose) {
        let hasPassages = prose.words.count >= FoldingRules.fewestWordsForPassages
        let identifying = hasPassages ? prose.words.hashes : prose.allWords
        var bytes: [UInt8] = []
        bytes.reserveCapacity(identifying.count * 8)
        for word in identifying { bytes.append(bigEndian: word) }
        self.init(
            rulesVersion: FoldingRules.version, form: prose.form, textHash: ContentHash(of: bytes).prefix,
            wordCount: identifying.count,
            words: hasPassages ? prose.bodyWords : [])
    }
}
