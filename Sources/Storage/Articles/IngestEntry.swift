import Model

/// An entry with what is worked out once about it: its revision, and the names by which its article may be known.
struct PreparedEntry {
    let entry: IngestEntry
    let revision: Revision
    /// 63 bits over all that could make a difference to what is stored: equal means that there is nothing to do.
    let entryHash: Int64
    /// `nil` if there is no link, or one that could be that of any entry.
    let linkAlias: Alias?
    /// `nil` if the text is so short that it could be that of any entry.
    let contentAlias: Alias?

    /// Shorter texts ("Comments", "Watch the video") are those of many entries.
    private static let fewestBytesOfContent = 200

    init(_ entry: IngestEntry) {
        self.entry = entry
        revision = Revision(
            link: entry.link, title: entry.title, authors: entry.authors, agency: entry.agency,
            dateline: entry.dateline, language: entry.language, imageURL: entry.imageURL,
            categories: entry.categories, enclosures: entry.enclosures, published: entry.published,
            updated: entry.updated, bodyHash: ContentHash(of: entry.bodyHTML), contentHash: entry.text.hash)
        linkAlias = entry.link.flatMap { Alias(link: $0) }
        contentAlias =
            entry.text.text.utf8.count < Self.fewestBytesOfContent ? nil : Alias(.content, revision.contentHash)
        entryHash = Self.hash(entry, revision)
    }

    private static func hash(_ entry: IngestEntry, _ revision: Revision) -> Int64 {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        for text in [entry.entryID, entry.title, entry.link ?? ""] {
            bytes.append(bigEndian: UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(contentsOf: revision.bodyHash.bytes)
        return Int64(ContentHash(of: bytes).prefix >> 1)
    }
}
