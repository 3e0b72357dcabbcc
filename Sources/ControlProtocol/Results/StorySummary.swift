package import Model

/// One line of `list`: a story by its best copy.
package struct StorySummary: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case unread
        /// It was read, and has gained something since.
        case updated
        case read
    }

    /// 64 hexadecimal digits. Changes when a copy with a smaller hash arrives; the id of any copy names the story too.
    package var id: String
    /// As much of an id as names this story today, for people to type. Any command takes it.
    package var short: String
    /// Of the best copy.
    package var title: String
    /// `cnn`; absent where no agency is known to have written it.
    package var agency: String?
    package var dateline: String?
    /// The site that ran the best copy: `valley-sentinel.example`.
    package var site: String
    /// Of the best copy.
    package var link: String?
    package var state: State
    package var starred: Bool
    package var hidden: Bool
    package var tags: [String]
    package var hasNote: Bool
    /// Articles that are this story, the best copy included.
    package var copies: Int
    /// Paragraphs that were not there when it was read; 0 unless `state` is `updated`.
    package var newParagraphs: Int
    /// When this node or a peer first saw any copy.
    package var firstSeen: Timestamp
    /// When the latest copy or revision arrived.
    package var lastSeen: Timestamp
    /// As the best copy's publisher says, if that is a possible time.
    package var published: Timestamp?
    /// BCP 47, of the best copy.
    package var language: String?

    package init(
        id: String, short: String, title: String, agency: String? = nil, dateline: String? = nil, site: String,
        link: String? = nil, state: State, starred: Bool = false, hidden: Bool = false, tags: [String] = [],
        hasNote: Bool = false, copies: Int, newParagraphs: Int = 0, firstSeen: Timestamp, lastSeen: Timestamp,
        published: Timestamp? = nil, language: String? = nil
    ) {
        self.id = id
        self.short = short
        self.title = title
        self.agency = agency
        self.dateline = dateline
        self.site = site
        self.link = link
        self.state = state
        self.starred = starred
        self.hidden = hidden
        self.tags = tags
        self.hasNote = hasNote
        self.copies = copies
        self.newParagraphs = newParagraphs
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.published = published
        self.language = language
    }
}

/// One line of `search`: a story, and where in it the words stand.
package struct SearchHit: Hashable, Sendable, Codable {
    /// A piece of the passage, and whether it is one of the words that were looked for.
    package struct Piece: Hashable, Sendable, Codable {
        package var text: String
        package var isMatch: Bool

        package init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    package var story: StorySummary
    /// The copy that the passage is from.
    package var article: String
    package var passage: [Piece]
    /// Higher is better; comparable within one answer only.
    package var score: Double

    package init(story: StorySummary, article: String, passage: [Piece], score: Double) {
        self.story = story
        self.article = article
        self.passage = passage
        self.score = score
    }
}
