import ControlProtocol
import Markup
import Model

/// A stored body as the plain blocks that a terminal shows.
enum ArticleBlocks {
    /// - Parameter new: paragraphs, as lines of the canonical text, that the reader has not seen.
    static func blocks(of html: String, new: Set<String>) -> [StoryDetail.Block] {
        var reader = BlockReader()
        var tokenizer = HTMLTokenizer(Array(html.utf8))
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): reader.append(tokenizer.bytes, range)
            case .startTag(let tag, _): reader.start(tag)
            case .endTag(let tag): reader.end(tag)
            case .rawText, .comment, .doctype: break
            }
        }
        return reader.finish().map { block in
            StoryDetail.Block(
                kind: block.kind, text: block.text, isNew: new.contains(CanonicalText(block.text).text))
        }
    }
}

/// Gathers the text between block boundaries, and remembers which element it stands in.
private struct BlockReader {
    private var blocks: [(kind: StoryDetail.Block.Kind, text: String)] = []
    private var text: [UInt8] = []
    /// Elements that decide what a block is, the innermost last.
    private var open: [HTMLTag] = []

    private static let deciding: HTMLTagSet = [
        .h1, .h2, .h3, .h4, .h5, .h6, .li, .blockquote, .pre, .figcaption, .caption,
    ]

    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        CharacterReferences.appendDecoded(bytes, range, in: .text, to: &text)
    }

    mutating func start(_ tag: HTMLTag) {
        if tag == .br {
            open.contains(.pre) ? text.append(UInt8(ascii: "\n")) : flush()
        } else if tag == .td || tag == .th {
            if !text.isEmpty { text.append(UInt8(ascii: "\t")) }
        } else if HTMLTagSet.blocks.contains(tag) {
            flush()
        }
        if Self.deciding.contains(tag) { open.append(tag) }
    }

    mutating func end(_ tag: HTMLTag) {
        if HTMLTagSet.blocks.contains(tag) && tag != .td && tag != .th { flush() }
        if Self.deciding.contains(tag), let last = open.lastIndex(of: tag) { open.removeSubrange(last...) }
    }

    mutating func finish() -> [(kind: StoryDetail.Block.Kind, text: String)] {
        flush()
        return blocks
    }

    private mutating func flush() {
        defer { text.removeAll(keepingCapacity: true) }
        let whole = String(decoding: text, as: UTF8.self)
        let shown = open.contains(.pre) ? whole.trimmingNewlines() : CanonicalText(whole).text.joinedLines()
        if !shown.isEmpty { blocks.append((kind, shown)) }
    }

    private var kind: StoryDetail.Block.Kind {
        switch open.last {
        case .pre?: .code
        case .li?: .item
        case .blockquote?: .quote
        case .figcaption?, .caption?: .caption
        case let tag? where tag.headingLevel != nil: .heading
        default: .paragraph
        }
    }
}

extension String {
    fileprivate func joinedLines() -> String { split(separator: "\n").joined(separator: " ") }

    fileprivate func trimmingNewlines() -> String {
        let start = drop(while: \.isNewline)
        return String(start.prefix(start.utf8.count - start.reversed().prefix(while: \.isNewline).count))
    }
}
