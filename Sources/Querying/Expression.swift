package import Model

/// What a query asks of a story.
///
/// A term about articles (`text`, `tag`, `feed`…) holds for a story if it holds for any of its copies; `all`, `any` and
/// `not` then work on stories.
package indirect enum Expression: Hashable, Sendable {
    /// The empty query.
    case everything
    /// All of at least two.
    case all([Expression])
    /// Any of at least two.
    case any([Expression])
    case not(Expression)
    case text(TextTerm, in: TextField)
    case state(ReadingState)
    case hasNote
    /// A tag the reader gave, or with `*` at its end the beginning of one.
    case tag(Pattern)
    /// Part of a feed's address or title, in any case.
    case feed(String)
    /// The host an article was published on, with the hosts below it.
    case site(String)
    case agency(Agency)
    /// BCP 47 tag in lower case; `en` includes `en-gb`.
    case language(String)
    /// Part of the place a wire story is dated from.
    case dateline(String)
    /// Stories whose earliest copy ran in a feed with this in its address or title.
    case firstRun(by: String)
    case date(TimeRange)
    case copies(Comparison, Int)
    case story(HexPrefix)
    /// The beginning of an article's or a story's id.
    case id(HexPrefix)
    /// Stories touched by an event after this number (`Store.eventCursor`).
    case since(Int64)
}

/// What a word or phrase is looked for in.
package enum TextField: Hashable, Sendable {
    case anywhere
    case title
    case body
    case author
}

/// A word, a phrase of several, or with `isPrefix` the beginning of one; stemmed when it is looked up.
package struct TextTerm: Hashable, Sendable {
    package var words: String
    package var isPrefix: Bool

    package init(_ words: String, isPrefix: Bool = false) {
        self.words = words
        self.isPrefix = isPrefix
    }
}

/// A name, or with `isPrefix` the beginning of one.
package struct Pattern: Hashable, Sendable {
    package var text: String
    package var isPrefix: Bool

    package init(_ text: String, isPrefix: Bool = false) {
        self.text = text
        self.isPrefix = isPrefix
    }
}

/// What the reader did with a story, or the publisher with an article.
package enum ReadingState: String, CaseIterable, Hashable, Sendable {
    /// Nothing of the story was read.
    case unread
    /// All of the story was read, or brings nothing new.
    case read
    /// Read before, and since then something of substance came.
    case updated
    case starred
    /// Put away by the reader; found only when asked for.
    case hidden
    /// The publisher changed the article after it was first seen.
    case revised
}

/// Half-open: from `start`, up to but without `end`; an open side has no bound.
package struct TimeRange: Hashable, Sendable {
    package var start: Timestamp?
    package var end: Timestamp?

    package init(start: Timestamp? = nil, end: Timestamp? = nil) {
        self.start = start
        self.end = end
    }
}

package enum Comparison: String, Hashable, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"
}

/// At least one and at most 64 lower-case hexadecimal digits.
package struct HexPrefix: Hashable, Sendable {
    package let digits: String

    /// `nil` if `text` is anything else.
    package init?(_ text: some StringProtocol) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ $0.hexValue != nil }) else { return nil }
        digits = text.lowercased()
    }
}

extension Expression {
    /// The terms that must or may be in the text, for ranking and for marking what was found; none under a `not`.
    package var soughtTerms: [(term: TextTerm, field: TextField)] {
        switch self {
        case .text(let term, let field): [(term, field)]
        case .all(let parts), .any(let parts): parts.flatMap(\.soughtTerms)
        default: []
        }
    }

    /// Whether any part, under a `not` or elsewhere, satisfies `condition`.
    package func contains(_ condition: (Expression) -> Bool) -> Bool {
        if condition(self) { return true }
        return switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.contains(condition) }
        case .not(let part): part.contains(condition)
        default: false
        }
    }
}
