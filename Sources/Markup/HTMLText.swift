/// HTML as plain text, one paragraph a line.
///
/// Content hashes are taken over this text, so the same HTML must give the same text for ever: the rules are few and
/// do not depend on the machine. Blocks and `br` start a new line, white space is folded (not in `pre`, whose lines
/// stay), the cells of a table's row stand on one line with a tab between, pictures and their captions leave nothing:
/// copies of one story carry different ones.
package enum HTMLText {
    /// The text of sanitised HTML.
    package static func text(of html: String) -> String {
        String(decoding: text(of: Array(html.utf8)), as: UTF8.self)
    }

    package static func text(of html: [UInt8]) -> [UInt8] {
        var tokenizer = HTMLTokenizer(html)
        var text = LineText(capacity: html.count)
        var skipping: HTMLTag?
        var skipDepth = 0
        var previousRubyPart = HTMLTag.unknown
        while let token = tokenizer.next() {
            if let tag = skipping {
                switch token {
                case .startTag(tag, _): skipDepth += 1
                case .endTag(tag):
                    skipDepth -= 1
                    if skipDepth == 0 { skipping = nil }
                default: break
                }
                continue
            }
            switch token {
            case .text(let range): text.append(tokenizer.bytes, range)
            case .startTag(let tag, _):
                let isBracketed = tag == .rt && previousRubyPart == .rp
                if tag == .rt || tag == .rp || tag == .ruby { previousRubyPart = tag }
                if isBracketed { continue }
                if SanitizerPolicy.dropped.contains(tag) || Self.unread.contains(tag) {
                    if tag == .figcaption { text.end(tag) }
                    skipping = tag
                    skipDepth = 1
                } else {
                    text.start(tag)
                }
            case .endTag(let tag): text.end(tag)
            case .rawText, .comment, .doctype: break
            }
        }
        return text.bytes
    }

    /// Captions, and how a ruby sign is pronounced where no brackets (`rp`) set it apart.
    private static let unread: HTMLTagSet = [.figcaption, .rt]
}

/// Text as it is gathered: at most one space or line feed in a row, none at either end.
private struct LineText {
    private(set) var bytes: [UInt8] = []
    private var pending: UInt8?
    private var preformatted = 0
    private var scratch: [UInt8] = []

    /// - Parameter capacity: bytes of the markup; its text is hardly ever longer.
    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func start(_ tag: HTMLTag) {
        switch tag {
        case .br, .hr: breakLine()
        case .td, .th: separateCell()
        case .pre, .listing, .xmp:
            breakLine()
            preformatted += 1
        default: if HTMLTagSet.blocks.contains(tag) { breakLine() }
        }
    }

    mutating func end(_ tag: HTMLTag) {
        switch tag {
        case .td, .th: break
        case .pre, .listing, .xmp:
            breakLine()
            preformatted = max(0, preformatted - 1)
        default: if HTMLTagSet.blocks.contains(tag) { breakLine() }
        }
    }

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        if source[range].contains(UInt8(ascii: "&")) {
            scratch.removeAll(keepingCapacity: true)
            CharacterReferences.appendDecoded(source, range, in: .text, to: &scratch)
            let decoded = scratch
            append(decoded: decoded, 0..<decoded.count)
        } else {
            append(decoded: source, range)
        }
    }

    private mutating func append(decoded text: [UInt8], _ range: Range<Int>) {
        text.withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index < range.upperBound {
                let start = index
                while index < range.upperBound, !text[index].isHTMLSpace || isWordSpace(index, text, range) {
                    index += 1
                }
                if start < index {
                    flush()
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                }
                guard index < range.upperBound else { break }
                append(space: text[index])
                index += 1
            }
        }
    }

    /// One space between two words stays as it is.
    private func isWordSpace(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        preformatted == 0 && text[index] == 0x20 && index > range.lowerBound && !text[index - 1].isHTMLSpace
            && index + 1 < range.upperBound && !text[index + 1].isHTMLSpace
    }

    private mutating func append(space: UInt8) {
        if preformatted == 0 {
            if pending == nil { pending = 0x20 }
        } else if space == 0x0A {
            breakLine()
        } else {
            if pending == 0x0A || bytes.isEmpty { flush() }
            bytes.append(0x20)
        }
    }

    private mutating func breakLine() { pending = 0x0A }

    private mutating func separateCell() {
        if pending != 0x0A { pending = 0x09 }
    }

    private mutating func flush() {
        if let pending, !bytes.isEmpty { bytes.append(pending) }
        pending = nil
    }
}
