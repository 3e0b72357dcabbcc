/// What folding keeps in memory between transactions. It belongs to the writer; a transaction that is rolled back must
/// clear it.
final class WriterMemory {
    let fingerprints = FingerprintCache()
    let anchors: RecentAnchors

    /// - Parameter anchorsInMemory: how many wait for their table. With 131,072, two megabytes, each page of the table of a
    ///   million articles gets five when they go into it.
    init(anchorsInMemory: Int = 1 << 17) { anchors = RecentAnchors(limit: anchorsInMemory) }

    func clear() {
        fingerprints.clear()
        anchors.clear()
    }
}
