import Markup

/// The article's title among those that a page gives it: its heading, the headline of JSON-LD, the title for sharing,
/// the window's title.
///
/// Where they differ, each is meant for somebody else, and which of them a reader would call the title is the
/// publisher's habit, not a rule. What two of them that are written apart agree on is taken before what one says alone.
struct PageTitle {
    /// `og:title` and its like.
    let declared: String?
    /// The headline of JSON-LD.
    let structured: String?
    let headings: PageHeadings
    /// That of the window.
    let document: String?
    let site: SiteName

    /// In letters and digits. Shorter headings are rubrics, and begin many titles.
    private static let shortestHeadline = 15

    /// - Parameter feedTitle: decides between the titles of the page, and is taken where it gives none.
    func best(feedTitle: String?) -> Sourced<String>? {
        if let title = feedTitle.flatMap(agreeing) { return title }
        if let title = shownBelowHeading ?? confirmedHeading ?? shortenedDeclaration { return title }
        if let declared { return declaration(declared) }
        if let title = likelyHeading { return title }
        if let structured { return Sourced(structured, from: .structuredData, confidence: 0.8) }
        if let heading = headings.main.first { return Sourced(heading, from: .heading, confidence: 0.6) }
        if let document { return Sourced(site.removed(from: document), from: .meta, confidence: 0.5) }
        return feedTitle.map { Sourced($0, from: .feed, confidence: 0.5) }
    }

    /// The title of the page that says what the feed says, word for word. Which one a publisher calls the title is the
    /// same in both.
    private func agreeing(with feedTitle: String) -> Sourced<String>? {
        let wanted = TextSimilarity.words(feedTitle)
        guard !wanted.isEmpty else { return nil }
        let shown = headings.main + headings.subheadings.map(\.text)
        if let title = shown.first(where: { TextSimilarity.words($0) == wanted }) {
            return Sourced(title, from: .heading, confidence: 0.95)
        }
        if let structured, TextSimilarity.words(structured) == wanted {
            return Sourced(structured, from: .structuredData, confidence: 0.95)
        }
        let title = declared.map(site.removed)
        return title.flatMap { TextSimilarity.words($0) == wanted ? Sourced($0, from: .meta, confidence: 0.95) : nil }
    }

    /// The title for sharing where a heading of the second level shows it, after a kicker or without one. The heading of
    /// the first level is then written for search engines, as JSON-LD and the window's title are.
    private var shownBelowHeading: Sourced<String>? {
        guard let declared else { return nil }
        let title = site.removed(from: declared)
        let wanted = TextSimilarity.words(title)
        guard title.utf8.count > Self.shortestHeadline else { return nil }
        let isShown = headings.subheadings.contains {
            TextSimilarity.words($0.text).suffix(wanted.count).elementsEqual(wanted)
        }
        return isShown ? Sourced(title, from: .meta, confidence: 0.95) : nil
    }

    /// A heading that JSON-LD repeats word for word. What JSON-LD only joined from a kicker and a headline nobody wrote.
    private var confirmedHeading: Sourced<String>? {
        guard let structured, !site.isNamed(by: structured) else { return nil }
        let wanted = TextSimilarity.words(structured)
        guard !wanted.isEmpty else { return nil }
        let whole = headings.main + headings.subheadings.filter { !$0.isInPieces }.map(\.text)
        return whole.first { TextSimilarity.words($0) == wanted }
            .map { Sourced($0, from: .heading, confidence: 0.95) }
    }

    /// A heading or headline with which the title for sharing begins, before the rubric and the site's name.
    private var shortenedDeclaration: Sourced<String>? {
        guard let declared else { return nil }
        return candidates.first { shorter in
            shorter.utf8.count > Self.shortestHeadline && declared.utf8.count > shorter.utf8.count
                && declared.hasPrefix(shorter)
        }.map { Sourced($0, from: .heading, confidence: 0.95) }
    }

    private func declaration(_ declared: String) -> Sourced<String> {
        let title = site.removed(from: declared)
        let agrees = candidates.contains { TextSimilarity.share(of: $0, in: title) > 0.6 }
        return Sourced(title, from: .meta, confidence: agrees ? 0.95 : 0.8)
    }

    /// A heading most of whose words stand in another title of the page.
    private var likelyHeading: Sourced<String>? {
        headings.main.first { heading in
            [structured, document].contains { other in
                other.map { TextSimilarity.share(of: heading, in: $0) > 0.6 } ?? false
            }
        }.map { Sourced($0, from: .heading, confidence: 0.9) }
    }

    /// All that the page calls its article, without the site's name.
    var all: [String] {
        ([declared, document].compactMap(\.self).map(site.removed) + candidates).filter { !site.isNamed(by: $0) }
    }

    private var candidates: [String] { [structured].compactMap(\.self) + headings.main }
}
