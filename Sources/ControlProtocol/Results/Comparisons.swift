package import Model

/// One state of an article's content.
package struct RevisionSummary: Hashable, Sendable, Codable {
    /// From 1, the oldest.
    package var number: Int
    package var seen: Timestamp
    package var title: String
    package var words: Int
    /// SHA-256 of the canonical text.
    package var contentHash: String
    /// Against the revision before; absent for the first.
    package var difference: CopySummary.Difference?

    package init(
        number: Int, seen: Timestamp, title: String, words: Int, contentHash: String,
        difference: CopySummary.Difference? = nil
    ) {
        self.number = number
        self.seen = seen
        self.title = title
        self.words = words
        self.contentHash = contentHash
        self.difference = difference
    }
}

/// `diff`: how one text became another, word by word.
package struct DiffReport: Hashable, Sendable, Codable {
    package struct Side: Hashable, Sendable, Codable {
        package var copy: CopySummary
        package var revision: Int

        package init(copy: CopySummary, revision: Int) {
            self.copy = copy
            self.revision = revision
        }
    }

    package struct Run: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case same
            /// On the left only.
            case removed
            /// On the right only.
            case added
        }

        package var kind: Kind
        package var text: String

        package init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    package var left: Side
    package var right: Side
    /// Paragraphs in order, each of its runs.
    package var paragraphs: [[Run]]

    package init(left: Side, right: Side, paragraphs: [[Run]]) {
        self.left = left
        self.right = right
        self.paragraphs = paragraphs
    }
}

/// `flow`: who ran a story when, and in which version.
package struct FlowReport: Hashable, Sendable, Codable {
    package struct Run: Hashable, Sendable, Codable {
        package var at: Timestamp
        package var copy: CopySummary
        package var revision: Int
        /// Equal letters are equal texts: `A` is the first text that appeared.
        package var version: String

        package init(at: Timestamp, copy: CopySummary, revision: Int, version: String) {
            self.at = at
            self.copy = copy
            self.revision = revision
            self.version = version
        }
    }

    package var story: StorySummary
    /// The earliest first.
    package var runs: [Run]

    package init(story: StorySummary, runs: [Run]) {
        self.story = story
        self.runs = runs
    }
}

/// One line of `agencies`.
package struct AgencySummary: Hashable, Sendable, Codable {
    package var agency: String
    package var stories: Int
    package var copies: Int
    package var unread: Int

    package init(agency: String, stories: Int, copies: Int, unread: Int) {
        self.agency = agency
        self.stories = stories
        self.copies = copies
        self.unread = unread
    }
}
