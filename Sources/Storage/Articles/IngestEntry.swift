import Folding
package import Model

/// One entry, ready to be stored, with all that can be worked out about it without the database: its revision, the names
/// by which its article may be known, its body as it is kept, and what folding knows of its text.
///
/// Making one takes up to a third of the time that the one writer then needs, and many can be made at one time.
package struct IngestEntry: Sendable {
    /// The publisher's id, or the canonical link where it has none; not empty.
    package let entryID: String
    /// Addresses of the pictures to keep, in order; none unless pictures are wanted.
    package let pictures: [String]
    let revision: Revision
    let body: PackedBody
    let text: CanonicalText
    let foldable: FoldableText
    /// 63 bits over all that could make a difference to what is stored: equal means that there is nothing to do.
    let entryHash: Int64
    let link: ArticleLink?
    /// `nil` if there is no link, or one that could be that of any entry.
    let linkAlias: Alias?
    /// Whether the text is long enough not to be that of any entry: the article may be known by it.
    let isTelling: Bool

    /// Shorter texts ("Comments", "Watch the video") are those of many entries.
    private static let fewestTellingBytes = 200

    /// - Parameters:
    ///   - bodyHTML: sanitised.
    ///   - text: the canonical text of `bodyHTML`, as the store's `textOf` gives it.
    package init(
        entryID: String, link: String? = nil, title: String, authors: [String] = [], agency: Agency? = nil,
        dateline: String? = nil, language: String? = nil, imageURL: String? = nil, pictures: [String] = [],
        categories: [String] = [], enclosures: [Enclosure] = [], published: Timestamp? = nil, updated: Timestamp? = nil,
        bodyHTML: String, text: CanonicalText
    ) {
        self.entryID = entryID
        self.pictures = pictures
        self.text = text
        revision = Revision(
            link: link, title: title, authors: authors, agency: agency, dateline: dateline, language: language,
            imageURL: imageURL, categories: categories, enclosures: enclosures, published: published,
            updated: updated, bodyHash: ContentHash(of: bodyHTML), contentHash: text.hash)
        body = PackedBody(bodyHTML, hash: revision.bodyHash)
        foldable = FoldableText(Fingerprint(of: text))
        self.link = link.map(ArticleLink.init)
        linkAlias = self.link.flatMap(Alias.init)
        isTelling = text.text.utf8.count >= Self.fewestTellingBytes
        entryHash = Self.hash(entryID, revision)
    }

    private static func hash(_ entryID: String, _ revision: Revision) -> Int64 {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        for text in [entryID, revision.title, revision.link ?? ""] {
            bytes.append(bigEndian: UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(contentsOf: revision.bodyHash.bytes)
        return Int64(ContentHash(of: bytes).prefix >> 1)
    }
}
