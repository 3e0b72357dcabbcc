import Folding

/// Fingerprints as the writer last read or wrote them: an article is compared with dozens of others, and they with
/// many articles of a batch.
final class FingerprintCache {
    /// Two bytes a word, so some 6 MB.
    private static let limit = 8192

    private var known: [TextKey: Fingerprint] = [:]

    subscript(text: TextKey) -> Fingerprint? {
        get { known[text] }
        set {
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[text] = newValue
        }
    }

    func clear() { known.removeAll() }
}
