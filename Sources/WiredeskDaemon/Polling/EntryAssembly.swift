import ArticleExtraction
import FeedParsing
import Markup
import Model
import Storage

/// Puts an entry together from what its feed lists and what its page gave.
enum EntryAssembly {
    /// The canonical text of a stored body. The content hash of every article on every node is taken over this.
    static func canonicalText(of body: String) -> CanonicalText { CanonicalText(HTMLText.text(of: body)) }

    /// The publisher's id; else the link; else a name made from what the entry says, so that it is the same next time.
    static func entryID(of entry: ParsedEntry) -> String {
        if let id = entry.id, !id.isEmpty { return id }
        if let link = entry.link, !link.isEmpty { return link }
        let words = [entry.title, entry.content, entry.summary].map { $0 ?? "" }.joined(separator: "\n")
        return "urn:wiredesk:content:" + ContentHash(of: words).hex
    }

    static func hints(of entry: ParsedEntry) -> FeedHints {
        FeedHints(
            title: entry.title, authors: entry.authors.compactMap(\.name), published: entry.published,
            updated: entry.updated, summary: entry.summary, content: entry.content, link: entry.link)
    }

    /// - Parameters:
    ///   - article: from the entry's page, or from the feed's own content.
    ///   - keepsPictures: whether its pictures are to be fetched.
    static func ingestEntry(
        _ entry: ParsedEntry, article: ExtractedArticle, feedLanguage: String?, keepsPictures: Bool
    ) -> IngestEntry {
        let lead = article.leadImage?.value ?? entry.image
        let feedAuthors = entry.authors.compactMap(\.name)
        return IngestEntry(
            entryID: entryID(of: entry), link: entry.link ?? article.canonicalURL?.value,
            title: entry.title ?? article.title?.value ?? firstWords(of: article.text),
            authors: article.authors?.value ?? feedAuthors, agency: article.agency?.value,
            dateline: article.dateline?.value,
            language: (article.language?.value ?? entry.language ?? feedLanguage)?.lowercased(),
            imageURL: lead,
            pictures: keepsPictures ? PictureChoice.worthKeeping(lead: lead, inBody: article.images) : [],
            categories: entry.categories,
            enclosures: entry.enclosures, published: entry.published ?? article.published?.value.moment,
            updated: entry.updated ?? article.updated?.value.moment, bodyHTML: article.body,
            text: CanonicalText(article.text))
    }

    /// A name for an entry that has no title, as microblogs have none.
    private static func firstWords(of text: String) -> String {
        let line = text.split(separator: "\n").first ?? ""
        let words = line.split(separator: " ")
        let start = words.prefix(12).joined(separator: " ")
        return words.count > 12 ? start + "…" : start.isEmpty ? "(no title)" : start
    }
}
