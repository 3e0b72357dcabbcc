import Markup

/// An article that its site cuts into pages, put together again in order. Pure: whoever holds it fetches.
package struct PagedArticle: Sendable {
    /// Further pages are left to the site: longer ones are galleries and books.
    package static let mostPages = 10
    /// A page that adds less is none of the article's, in bytes of text.
    private static let leastAdded = 150

    package private(set) var article: ExtractedArticle
    /// Texts of the pages so far. What stands on two pages is the site's, or was read already.
    private var texts: SiteFurniture.PageTexts
    /// Of the pages so far, after redirects.
    private var addresses: [String]

    package init(_ article: ExtractedArticle, on page: Page) {
        self.article = article
        texts = SiteFurniture.PageTexts(page)
        addresses = [page.url].compactMap(\.self)
    }

    /// Where the page after the last one is; `nil` at the end, and if what the page links to as its next is not the same
    /// address with the next number: many sites link so to the next story.
    package var nextPage: String? {
        guard addresses.count < Self.mostPages, let last = addresses.last, let next = article.continuations.nextPage,
            !addresses.contains(next), PageNumber.follows(next, last, page: addresses.count + 1)
        else { return nil }
        return next
    }

    /// Adds what the page brings that no page before had. False, and nothing is added, if that is no article's text.
    package mutating func append(_ page: Page) -> Bool {
        guard let url = page.url, !addresses.contains(url) else { return false }
        var page = page
        page.earlier = texts
        guard let more = try? ArticleExtractor.extract(page), more.text.utf8.count >= Self.leastAdded else {
            return false
        }
        addresses.append(url)
        texts.formUnion(SiteFurniture.PageTexts(page))
        join(more)
        return true
    }

    /// Whether `other` is the whole of what the first page begins: longer, with most of its lines.
    package func isPart(of other: ExtractedArticle) -> Bool {
        guard other.text.utf8.count > article.text.utf8.count else { return false }
        let lines = Set(other.text.split(separator: "\n"))
        let own = article.text.split(separator: "\n")
        return own.count { lines.contains($0) } * 3 >= own.count * 2
    }

    private mutating func join(_ more: ExtractedArticle) {
        article.body += more.body
        article.text = HTMLText.text(of: article.body)
        article.confidence = min(article.confidence, more.confidence)
        article.images += more.images.filter { !article.images.contains($0) }
        article.continuations = more.continuations
        article.agency = article.agency ?? more.agency
        article.wireMarks.add(more.wireMarks)
    }
}

extension WireMarks {
    /// The byline stands on the first page, all else on the last.
    fileprivate mutating func add(_ more: WireMarks) {
        byline = byline ?? more.byline
        credit = more.credit ?? credit
        contributors = more.contributors ?? contributors
        copyright = more.copyright ?? copyright
        notes += more.notes.filter { !notes.contains($0) }
    }
}
