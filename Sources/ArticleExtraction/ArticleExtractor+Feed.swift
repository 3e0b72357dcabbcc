import Markup

extension ArticleExtractor {
    /// The article as its feed carries it: the content, else the summary, clean.
    package static func fromFeed(_ hints: FeedHints) -> ExtractedArticle {
        let body = Sanitizer.sanitize(hints.content ?? hints.summary ?? "", base: hints.link)
        return ExtractedArticle(
            body: body, text: HTMLText.text(of: body), confidence: 0.5,
            title: hints.title.map { Sourced($0, from: .feed, confidence: 0.9) },
            authors: hints.authors.isEmpty ? nil : Sourced(hints.authors, from: .feed, confidence: 0.8),
            images: [], continuations: Continuations(), wireMarks: WireMarks(), blocks: [])
    }
}
