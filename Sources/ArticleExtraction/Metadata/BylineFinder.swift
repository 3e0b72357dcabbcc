import Markup

/// Finds the authors in the text that a page shows as its byline.
struct BylineFinder {
    private(set) var authors: [String]?
    /// Whether the line both begins like a byline and is called one.
    private(set) var isCertain = false

    /// Only the first of the page's lines are looked at, and the first that names people counts.
    private static let mostLines = 400

    init(_ page: PageBlocks) {
        for block in page.blocks.prefix(Self.mostLines) where block.text.count < 160 {
            let isCalledByline = block.signals.contains(.byline) && !block.signals.contains(.related)
            let text = page.string(block)
            let hasPrefix = AuthorNames.prefix(of: text.lowercased()) != nil
            guard isCalledByline || hasPrefix, !block.endsSentence else { continue }
            let people = AuthorNames.people(in: text)
            guard !people.isEmpty else { continue }
            if isCalledByline && hasPrefix {
                authors = people
                isCertain = true
                return
            }
            authors = authors ?? people
        }
    }
}
