package import Model

/// `show`: a story to be read.
package struct StoryDetail: Hashable, Sendable, Codable {
    package struct Block: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case paragraph, heading, item, quote, code, caption
        }

        package var kind: Kind
        /// Plain text without markup; a `code` block keeps its line breaks.
        package var text: String
        /// Not there yet when the story was last read.
        package var isNew: Bool

        package init(kind: Kind, text: String, isNew: Bool = false) {
            self.kind = kind
            self.text = text
            self.isNew = isNew
        }
    }

    package struct Note: Hashable, Sendable, Codable {
        package var text: String

        package init(text: String) { self.text = text }
    }

    package var story: StorySummary
    /// The copy whose text this is.
    package var shown: CopySummary
    package var authors: [String]
    package var updated: Timestamp?
    package var imageURL: String?
    package var blocks: [Block]
    /// Where the text is from, or why there is none: "the feed's own text: the page answered 403".
    package var textSource: String?
    /// More than one where two machines wrote apart: neither is lost.
    package var notes: [Note]
    /// Every copy, the best first.
    package var copies: [CopySummary]
    /// How many of its pictures are kept here; `pictures` lists them. Absent where there are none.
    package var pictures: Int?

    package init(
        story: StorySummary, shown: CopySummary, authors: [String] = [], updated: Timestamp? = nil,
        imageURL: String? = nil, blocks: [Block], textSource: String? = nil, notes: [Note] = [],
        copies: [CopySummary], pictures: Int? = nil
    ) {
        self.story = story
        self.shown = shown
        self.authors = authors
        self.updated = updated
        self.imageURL = imageURL
        self.blocks = blocks
        self.textSource = textSource
        self.notes = notes
        self.copies = copies
        self.pictures = pictures
    }
}

/// An article, seen as a member of its story.
package struct CopySummary: Hashable, Sendable, Codable {
    /// What this copy did with the text of the best one, in paragraphs.
    package struct Difference: Hashable, Sendable, Codable {
        package var cut: Int
        package var added: Int
        package var changed: Int

        package init(cut: Int, added: Int, changed: Int) {
            self.cut = cut
            self.added = added
            self.changed = changed
        }
    }

    /// The article: 32 hexadecimal digits that never change.
    package var id: String
    package var short: String
    package var title: String
    package var site: String
    package var feed: FeedReference
    package var link: String?
    package var published: Timestamp?
    package var firstSeen: Timestamp
    package var words: Int
    /// 1 for an article that was never edited.
    package var revisions: Int
    package var isBest: Bool
    package var isRead: Bool
    /// Absent for the best copy itself.
    package var difference: Difference?

    package init(
        id: String, short: String, title: String, site: String, feed: FeedReference, link: String? = nil,
        published: Timestamp? = nil, firstSeen: Timestamp, words: Int, revisions: Int = 1, isBest: Bool = false,
        isRead: Bool = false, difference: Difference? = nil
    ) {
        self.id = id
        self.short = short
        self.title = title
        self.site = site
        self.feed = feed
        self.link = link
        self.published = published
        self.firstSeen = firstSeen
        self.words = words
        self.revisions = revisions
        self.isBest = isBest
        self.isRead = isRead
        self.difference = difference
    }
}

/// `copies`: who ran a story.
package struct CopiesReport: Hashable, Sendable, Codable {
    package var story: StorySummary
    /// In the order in which they were first seen.
    package var copies: [CopySummary]

    package init(story: StorySummary, copies: [CopySummary]) {
        self.story = story
        self.copies = copies
    }
}
