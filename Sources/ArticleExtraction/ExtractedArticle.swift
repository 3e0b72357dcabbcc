package import Model

/// Where a value was found.
package enum Provenance: String, Sendable {
    case structuredData = "JSON-LD"
    case meta
    case microdata
    case byline = "byline text"
    case heading
    case link
    case address = "URL"
    case text = "page text"
    case feed
}

/// A value, where it came from, and how sure it is, 0–1.
package struct Sourced<Value: Sendable>: Sendable {
    package var value: Value
    package var provenance: Provenance
    package var confidence: Double

    package init(_ value: Value, from provenance: Provenance, confidence: Double) {
        self.value = value
        self.provenance = provenance
        self.confidence = confidence
    }
}

/// An article as it was taken from its page or its feed.
package struct ExtractedArticle: Sendable {
    /// Sanitised HTML.
    package var body: String
    /// `HTMLText.text(of: body)`: one paragraph a line.
    package var text: String
    /// How sure it is that the body is the article, 0–1.
    package var confidence: Double
    package var title: Sourced<String>?
    package var authors: Sourced<[String]>?
    package var agency: Sourced<Agency>?
    /// The place that the story is dated from, as written.
    package var dateline: Sourced<String>?
    package var published: Sourced<StatedTime>?
    package var updated: Sourced<StatedTime>?
    package var canonicalURL: Sourced<String>?
    /// BCP 47, lower case.
    package var language: Sourced<String>?
    package var leadImage: Sourced<String>?
    package var siteName: Sourced<String>?
    /// Addresses of the body's pictures, in order, without repeats.
    package var images: [String]
    package var continuations: Continuations
    package var wireMarks: WireMarks
}

/// Other addresses at which the article, or more of it, stands.
package struct Continuations: Sendable, Equatable {
    package var nextPage: String?
    package var singlePage: String?
    package var amp: String?
    package var print: String?

    package init() {}
}

/// What an agency or a station adds to a story, apart from its body.
package struct WireMarks: Sendable, Equatable {
    /// `By Ada Quill, CNN`, as written.
    package var byline: String?
    /// `Distributed by …`, `The-CNN-Wire`.
    package var credit: String?
    /// `X and Y contributed to this report.`
    package var contributors: String?
    package var copyright: String?
    /// Corrections, updates and where the story first appeared.
    package var notes: [String]

    package init(
        byline: String? = nil, credit: String? = nil, contributors: String? = nil, copyright: String? = nil,
        notes: [String] = []
    ) {
        self.byline = byline
        self.credit = credit
        self.contributors = contributors
        self.copyright = copyright
        self.notes = notes
    }
}
