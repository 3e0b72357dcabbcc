import Markup

/// The headings of a page that may be the article's title.
struct PageHeadings {
    /// A heading of the second level that leads nowhere: those of teasers are links.
    struct Subheading {
        let text: String
        /// Whether it is a kicker and a headline, or other texts that only stand together.
        let isInPieces: Bool
    }

    /// Those of the first level, in order, without empty ones.
    private(set) var main: [String] = []
    private(set) var subheadings: [Subheading] = []

    /// Titles stand before so many headings of sections and teasers.
    private static let mostSubheadings = 40

    mutating func look(at element: Int, of tree: HTMLTree) {
        let node = tree.nodes[element]
        if node.tag == .h1 {
            let text = tree.text(of: element)
            if !text.isEmpty { main.append(text) }
        } else if node.tag == .h2, subheadings.count < Self.mostSubheadings {
            let texts = tree.nodes[element..<Int(node.end)].filter { inner in
                inner.kind == .text
                    && !tree.source[Int(inner.range.lowerBound)..<Int(inner.range.upperBound)].allSatisfy(\.isHTMLSpace)
            }
            guard texts.contains(where: { !$0.isLinked }) else { return }
            subheadings.append(Subheading(text: tree.text(of: element), isInPieces: texts.count > 1))
        }
    }
}
