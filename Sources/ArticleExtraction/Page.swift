import Markup
package import Model

/// What is known of a page before it is read.
package struct Page: Sendable {
    package var bytes: [UInt8]
    /// Where it was fetched from, after redirects.
    package var url: String?
    /// The Content-Type header.
    package var contentType: String?
    package var hints: FeedHints
    /// What repeats on this host.
    package var furniture: SiteFurniture?
    /// Of an article's second page and those after it: the texts of the pages before, which are not taken again.
    package var earlier: SiteFurniture.PageTexts?

    package init(
        bytes: [UInt8], url: String? = nil, contentType: String? = nil, hints: FeedHints = FeedHints(),
        furniture: SiteFurniture? = nil
    ) {
        self.bytes = bytes
        self.url = url
        self.contentType = contentType
        self.hints = hints
        self.furniture = furniture
    }
}

/// What the feed said of the article.
package struct FeedHints: Sendable {
    package var title: String?
    package var authors: [String]
    package var published: Timestamp?
    package var updated: Timestamp?
    /// HTML.
    package var summary: String?
    /// HTML.
    package var content: String?
    package var link: String?

    package init(
        title: String? = nil, authors: [String] = [], published: Timestamp? = nil, updated: Timestamp? = nil,
        summary: String? = nil, content: String? = nil, link: String? = nil
    ) {
        self.title = title
        self.authors = authors
        self.published = published
        self.updated = updated
        self.summary = summary
        self.content = content
        self.link = link
    }

    /// What the feed gives of the article, as plain text.
    var text: String? { (content ?? summary).map { HTMLText.text(of: $0) } }
}
