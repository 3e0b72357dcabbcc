/// Why a block is in the body or not.
package enum Verdict: String, Sendable {
    case kept = "kept"
    case outside = "outside the body"
    case furniture = "in an element that is called furniture"
    case links = "mostly links"
    case caption = "caption"
    case phrase = "a furniture phrase"
    case title = "repeats the title"
    case byline = "byline or date"
    case wireMark = "wire mark"
    case emptyHeading = "heading of nothing that is kept"
    case repeated = "stands on the page twice"
    case site = "repeats on other pages of the site"
    case earlierPage = "stood on an earlier page of the article"

    package var isKept: Bool { self == .kept }
}

/// One block of a page and what was decided about it, for `--explain`.
package struct JudgedBlock: Sendable {
    package var text: String
    package var verdict: Verdict
    /// What speaks for it, in hundredths of a logit: above zero it is kept. `nil` where the feed ships the story whole.
    package var score: Int?
    /// What weighed most, strongest first.
    package var reasons: [String]
}
