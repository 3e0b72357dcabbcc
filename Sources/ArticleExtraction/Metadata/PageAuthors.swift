import Markup

/// Who wrote the article, among the places where a page may say so.
struct PageAuthors {
    /// Names in JSON-LD.
    let structured: [String]
    /// What meta elements for authors say, the most common names of such elements first.
    let declared: [String]
    /// What is marked as the author by microdata or by a link's relation.
    let marked: [String]
    /// Who has a page that the article links to.
    let linked: [String]
    let site: SiteName

    /// Structured data first, then what says “by”, then meta elements, marks and links. After them comes what is also
    /// the site's name, but a byline of people before a name that is nobody's.
    func best(_ byline: BylineFinder) -> Sourced<[String]>? {
        if namesSomebody(structured), !namesOnlyEditors(structured, byline) {
            return Sourced(structured, from: .structuredData, confidence: 0.9)
        }
        if let written = byline.authors, byline.isCertain { return Sourced(written, from: .byline, confidence: 0.8) }
        if let names = first(of: declared) { return Sourced(names, from: .meta, confidence: 0.7) }
        if let names = first(of: marked) { return Sourced(names, from: .microdata, confidence: 0.6) }
        if namesSomebody(linked) { return Sourced(linked, from: .link, confidence: 0.6) }
        if let own, own.value.contains(where: AuthorNames.isLikePerson) { return own }
        if let shown = byline.authors { return Sourced(shown, from: .byline, confidence: 0.5) }
        return own ?? byline.credit.map { Sourced([$0], from: .byline, confidence: 0.4) }
    }

    /// Whether the page shows all of `names` as editors, and others as authors.
    private func namesOnlyEditors(_ names: [String], _ byline: BylineFinder) -> Bool {
        byline.authors != nil && names.allSatisfy(byline.editors.contains)
    }

    /// The site's own name in the author's place.
    private var own: Sourced<[String]>? {
        if !structured.isEmpty { return Sourced(structured, from: .structuredData, confidence: 0.4) }
        if let names = declared.lazy.map(AuthorNames.split).first(where: { !$0.isEmpty }) {
            return Sourced(names, from: .meta, confidence: 0.4)
        }
        return marked.lazy.map(AuthorNames.split).first { !$0.isEmpty }
            .map { Sourced($0, from: .microdata, confidence: 0.4) }
    }

    private func first(of texts: [String]) -> [String]? {
        texts.lazy.map(AuthorNames.split).first(where: namesSomebody)
    }

    private func namesSomebody(_ names: [String]) -> Bool { names.contains { !site.isNamed(by: $0) } }
}
