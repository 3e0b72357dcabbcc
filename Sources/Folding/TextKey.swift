package import Model

/// Names one text among all that are folded.
///
/// All articles with the same fingerprint share one key, so a feed that publishes one text a thousand times adds
/// one text. An article that the reader has split from or joined to another is told apart from its equals: it stands
/// alone under a key of its own, for as long as such a ruling exists.
///
/// Keys come from SHA-256, are the same on every peer, are never negative as `Int64`, and order like integers. The two
/// lowest bits say what kind of text it is, so that most texts that share an anchor need not be looked at.
package struct TextKey: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    /// For stores that read back what they wrote.
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// The key that articles with `fingerprint` share: of all of it, so that a key never stands for two.
    package init(of fingerprint: Fingerprint) {
        self.init(named: Array("text".utf8), fingerprint, standsAlone: false)
    }

    /// The key of `article` alone, whose text has `fingerprint`.
    package init(of fingerprint: Fingerprint, standingAlone article: ArticleID) {
        self.init(named: Array("article".utf8) + article.key.bytes, fingerprint, standsAlone: true)
    }

    private init(named name: [UInt8], _ fingerprint: Fingerprint, standsAlone: Bool) {
        let hash = Self.positive(ContentHash(of: name + fingerprint.encoded).prefix)
        let isBrief = fingerprint.words.count < FoldingRules.fewestWordsOfLong
        rawValue = hash & ~3 | (isBrief ? 2 : 0) | (standsAlone ? 1 : 0)
    }

    package var standsAlone: Bool { rawValue & 1 == 1 }

    /// It has so few anchors that any one is enough to be compared.
    package var isBrief: Bool { rawValue & 2 == 2 }

    package static func < (left: TextKey, right: TextKey) -> Bool { left.rawValue < right.rawValue }

    private static func positive(_ bits: UInt64) -> Int64 { Int64(bits >> 1) }
}
