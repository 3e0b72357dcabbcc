/// A text with what folding can work out of it before it meets others: many can be made at one time, where stories are
/// formed by one writer.
package struct FoldableText: Sendable {
    package let fingerprint: Fingerprint
    /// The key that articles with this text share.
    package let key: TextKey
    /// `Fingerprint.anchors`.
    package let anchors: [Anchor]

    package init(_ fingerprint: Fingerprint) {
        self.fingerprint = fingerprint
        key = TextKey(of: fingerprint)
        anchors = fingerprint.anchors
    }
}
