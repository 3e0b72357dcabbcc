import Folding

/// What is kept in memory between transactions. It belongs to the writer; a transaction that is rolled back must clear it.
final class WriterMemory {
    /// As last read or written: an article is compared with dozens of others, and they with many articles of a batch. Two
    /// bytes a word, so some 6 MB.
    var fingerprints = RecentlyUsed<TextKey, Fingerprint>(limit: 8192)
    /// `nil` until it is read from the table of edges.
    var linkedTexts: LinkedTexts?
    /// Whether the reader has ruled on any pair; `nil` until it is looked up.
    var hasRulings: Bool?
    let anchors: RecentAnchors
    /// Pages of the full-text index that are to be merged, for what was added to it.
    var unmergedPages = 0

    /// - Parameter anchorsInMemory: how many wait for their table. With 131,072, two megabytes, each page of the table of a
    ///   million articles gets five when they go into it.
    init(anchorsInMemory: Int = 1 << 17) { anchors = RecentAnchors(limit: anchorsInMemory) }

    func clear() {
        fingerprints.removeAll()
        linkedTexts = nil
        hasRulings = nil
        anchors.clear()
        unmergedPages = 0
    }
}
