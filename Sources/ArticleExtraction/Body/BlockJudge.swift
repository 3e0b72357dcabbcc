import Markup

/// Decides for each block of a page whether it is part of the article's body.
struct BlockJudge {
    let page: PageBlocks
    private(set) var verdicts: [Verdict]
    private(set) var container: Int
    private let title: String?

    init(_ page: PageBlocks, title: String?) {
        self.page = page
        self.title = title
        verdicts = [Verdict](repeating: .outside, count: page.blocks.count)
        container = 0
    }

    mutating func judge() {
        let finder = BodyFinder(page)
        container = finder.container
        let inside = page.blocks(in: container)
        for index in inside {
            verdicts[index] = finder.isFurniture[index] ? .furniture : verdict(on: page.blocks[index])
        }
        dropTitle(inside)
        trimEnd(inside)
        dropEmptyHeadings(inside)
    }

    private func verdict(on block: Block) -> Verdict {
        if block.role == .caption || block.signals.contains(.caption) && !block.isProse { return .caption }
        if block.linkDensity > 0.6, !block.isProse { return .links }
        if block.signals.contains(.byline), !block.isProse { return .byline }
        if FurniturePhrases.match(page.lowercased(block)) { return .phrase }
        return .kept
    }

    /// The title, repeated as the first line.
    private mutating func dropTitle(_ inside: Range<Int>) {
        guard let title = title.map(Self.normalised), !title.isEmpty else { return }
        for index in inside where verdicts[index].isKept {
            let text = Self.normalised(page.string(page.blocks[index]))
            if text == title { verdicts[index] = .title }
            if page.blocks[index].isProse { return }
        }
    }

    static func normalised(_ text: String) -> String {
        String(decoding: text.lowercased().utf8.filter { $0.isASCIILetterOrDigit || $0 >= 0x80 }, as: UTF8.self)
    }

    /// After the last prose, short lines and linked headlines are of other things.
    private mutating func trimEnd(_ inside: Range<Int>) {
        for index in inside.reversed() where verdicts[index].isKept {
            let block = page.blocks[index]
            if block.isProse || block.endsSentence && block.words > 3 || block.role == .item { return }
            verdicts[index] = .headlineList
        }
    }

    /// A heading under which nothing is kept.
    private mutating func dropEmptyHeadings(_ inside: Range<Int>) {
        var hasText = false
        for index in inside.reversed() where verdicts[index].isKept {
            if case .heading = page.blocks[index].role {
                if !hasText { verdicts[index] = .emptyHeading }
                hasText = false
            } else {
                hasText = true
            }
        }
    }
}
