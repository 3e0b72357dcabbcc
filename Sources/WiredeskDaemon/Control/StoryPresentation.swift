import ControlProtocol
import Folding
import Markup
import Model
import Storage

/// Stories and articles of the store in the shapes that the control socket carries.
struct StoryPresentation {
    let store: Store

    /// Digits of an id that people are shown: one in four thousand million, and the command says if it is not enough.
    static let shortDigits = 8

    func summary(_ story: Storage.StorySummary) throws(StoreError) -> ControlProtocol.StorySummary {
        ControlProtocol.StorySummary(
            id: story.id.description, short: Self.short(story.id.description), title: story.title,
            agency: story.agency?.rawValue, dateline: story.dateline,
            site: Self.site(link: story.link, feed: story.feedTitle), link: story.link,
            state: Self.state(story.state), starred: story.isStarred, tags: story.tags, hasNote: story.hasNote,
            copies: story.copies, newParagraphs: try newParagraphs(of: story), firstSeen: story.firstSeen,
            lastSeen: story.latest, published: story.time, language: story.language)
    }

    func hit(_ story: Storage.StorySummary, rank: Int) throws(StoreError) -> SearchHit {
        SearchHit(
            story: try summary(story), article: story.best.description, passage: Self.pieces(story.snippet ?? ""),
            score: 1 / Double(rank + 1))
    }

    func copy(_ copy: Storage.CopySummary, difference: ControlProtocol.CopySummary.Difference?, words: Int)
        -> ControlProtocol.CopySummary
    {
        ControlProtocol.CopySummary(
            id: copy.id.description, short: Self.short(copy.id.description), title: copy.title,
            site: Self.site(link: copy.link, feed: copy.feedTitle),
            feed: FeedReference(
                id: FeedID(url: copy.feedURL).description, title: copy.feedTitle, url: copy.feedURL),
            link: copy.link, published: copy.time, firstSeen: copy.firstSeen, words: words,
            revisions: copy.revisionCount, isBest: copy.isBest, isRead: copy.isRead, difference: difference)
    }

    static func short(_ id: String) -> String { String(id.prefix(shortDigits)) }

    static func state(_ state: StoryState) -> ControlProtocol.StorySummary.State {
        switch state {
        case .unread: .unread
        case .read: .read
        case .updated: .updated
        }
    }

    /// The host that ran a copy, without `www.`; the feed's title where it has no page.
    static func site(link: String?, feed: String) -> String {
        guard let link, let separator = link.firstRange(of: "://"), !link.hasPrefix("file:") else { return feed }
        let host = link[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return feed }
        return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }

    /// Cuts a snippet at the marks that stand around the words that were looked for.
    static func pieces(_ snippet: String) -> [SearchHit.Piece] {
        var pieces: [SearchHit.Piece] = []
        var isMatch = false
        for part in snippet.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\u{2}" || $0 == "\u{3}" })
        {
            if !part.isEmpty { pieces.append(SearchHit.Piece(text: String(part), isMatch: isMatch)) }
            isMatch.toggle()
        }
        return pieces
    }

    /// Paragraphs of the best copy that the reader has not seen.
    private func newParagraphs(of story: Storage.StorySummary) throws(StoreError) -> Int {
        guard story.state == .updated else { return 0 }
        return try seen(of: story.id).newParagraphs(of: try text(ofArticle: story.best)).count
    }

    /// What the reader has read of a story.
    func seen(of story: StoryID) throws(StoreError) -> Novelty {
        var seen = Novelty()
        for copy in try store.copies(of: story) where copy.isRead { seen.know(try text(of: copy.bodyHash)) }
        return seen
    }

    private func text(ofArticle article: ArticleID) throws(StoreError) -> CanonicalText {
        EntryAssembly.canonicalText(of: try store.article(article).html ?? "")
    }

    /// The canonical text of a body; empty while it has not come from its peer.
    func text(of body: ContentHash) throws(StoreError) -> CanonicalText {
        EntryAssembly.canonicalText(of: try store.body(body) ?? "")
    }
}

extension CanonicalText {
    var wordCount: Int { text.utf8.split { $0 == 0x20 || $0 == 0x0A }.count }
}
