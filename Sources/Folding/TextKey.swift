package import Model

/// Names one text among all that are folded.
///
/// All articles with the same fingerprint share one key, so a feed that publishes one text a thousand times adds
/// one text. An article that the reader has split from or joined to another is told apart from its equals: it stands
/// alone under a key of its own, for as long as such a ruling exists.
///
/// Keys come from SHA-256, are the same on every peer, are never negative as `Int64`, and order like integers.
package struct TextKey: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    /// For stores that read back what they wrote.
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// The key that articles with `fingerprint` share: of all of it, so that a key never stands for two.
    package init(of fingerprint: Fingerprint) {
        let bytes = Array("text".utf8) + fingerprint.encoded
        rawValue = Self.positive(ContentHash(of: bytes).prefix) & ~1
    }

    /// The key of `article` alone, whose text has `fingerprint`.
    package init(of fingerprint: Fingerprint, standingAlone article: ArticleID) {
        let bytes = Array("article".utf8) + article.key.bytes + fingerprint.encoded
        rawValue = Self.positive(ContentHash(of: bytes).prefix) | 1
    }

    package var standsAlone: Bool { rawValue & 1 == 1 }

    package static func < (left: TextKey, right: TextKey) -> Bool { left.rawValue < right.rawValue }

    private static func positive(_ bits: UInt64) -> Int64 { Int64(bits >> 1) }
}
