/// Why no article was taken from a page. The feed's own text stays in place.
package enum ExtractionError: Error, Equatable, Sendable {
    /// No bytes, or nothing but white space.
    case empty
    /// A picture, a PDF, a film…
    case notHTML(String)
    /// Larger than is read, in bytes.
    case tooLarge(limit: Int)
    /// The page has no text that reads like an article.
    case noArticle
    case consentWall
    case botCheck
    case paywall
    /// The page says that the article is not there.
    case notFound
}

extension ExtractionError {
    /// Whether another form of the page, made for other readers, may still hold the article.
    package var leavesOtherForms: Bool {
        switch self {
        case .noArticle, .consentWall, .paywall: true
        case .empty, .notHTML, .tooLarge, .botCheck, .notFound: false
        }
    }
}

extension ExtractionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "the page is empty"
        case .notHTML(let kind): "the page is \(kind), not HTML"
        case .tooLarge(let limit): "the page is larger than \(limit / 1_000_000) MB"
        case .noArticle: "the page has no text that reads like an article"
        case .consentWall: "the site shows a consent form instead of the page"
        case .botCheck: "the site asks for proof that a person reads the page"
        case .paywall: "only the start of the article is free to read"
        case .notFound: "the page says that the article does not exist"
        }
    }

    package var remedy: String {
        switch self {
        case .empty, .noArticle: "The feed's own text is kept. Open the link to see whether the site needs JavaScript."
        case .notHTML: "The feed's own text is kept. Open the link to see the file."
        case .tooLarge: "The feed's own text is kept. Open the link to read the page."
        case .consentWall: "Set a cookie for this feed in the configuration, as the site sets it after consent."
        case .botCheck: "Set a user agent or a cookie for this feed in the configuration, or fetch it less often."
        case .paywall: "Set your subscriber's cookie for this feed in the configuration."
        case .notFound: "The feed's own text is kept. The publisher may have moved or withdrawn the article."
        }
    }
}
