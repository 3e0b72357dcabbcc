/// An HTML page as a tree in one flat array.
///
/// Nodes stand in document order, and each knows where its subtree ends, so that walking, skipping and summing over a
/// subtree are walks over a range and nothing recurses. Text and values stay in the source; what is decoded is decoded
/// when it is asked for. Built by the rules of tree construction (HTML §13.2.6) that change what a page says: implied
/// end tags, paragraphs that blocks close, tables and lists that were never closed, anchors that overlap blocks.
/// Depth and number of nodes are bounded: deeper elements lie flat, further nodes are left out.
package struct HTMLTree: Sendable {
    package struct Node: Sendable {
        package enum Kind: Sendable {
            case element
            /// Text in the source, with references.
            case text
        }

        package var kind: Kind
        package var tag: HTMLTag
        /// Of text: whether it stands in a link.
        package var isLinked: Bool
        package var parent: Int32
        /// One past the last node of the subtree.
        package var end: Int32
        /// Of text, its place in the source; of an element, its attributes in `attributes`.
        package var range: Range<Int32>
    }

    /// The page in UTF-8.
    package let source: [UInt8]
    /// The root, which is no element of the page, is the first.
    package private(set) var nodes: [Node]
    package private(set) var attributes: [HTMLTokenizer.Attribute]
    private let scripts: ScriptData

    /// The contents of `script type="application/ld+json"`.
    package var structuredData: [Range<Int>] { scripts.structured }
    /// What the page's own scripts are to show.
    package var scriptData: [Range<Int>] { scripts.given }

    /// Beyond these, elements lie flat and nodes are left out: ten times what the largest real pages have.
    package static let deepest = 400
    package static let mostNodes = 1_500_000
    /// Positions are held in 32 bits.
    package static let largestSource = 1 << 30

    package init(_ source: [UInt8]) {
        var builder = TreeBuilder(source.count > Self.largestSource ? Array(source[..<Self.largestSource]) : source)
        builder.run()
        self.source = builder.tokenizer.bytes
        nodes = builder.nodes
        attributes = builder.attributes
        scripts = builder.scripts
    }

    // MARK: Reading

    /// The attribute of an element as written, references and all.
    package func rawValue(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
        guard nodes[node].kind == .element else { return nil }
        let range = nodes[node].range
        for index in Int(range.lowerBound)..<Int(range.upperBound) where attributes[index].name == name {
            return attributes[index].value
        }
        return nil
    }

    /// The attribute of an element, references replaced.
    package func value(_ name: HTMLAttribute, of node: Int) -> [UInt8]? {
        rawValue(name, of: node).map { decoded($0, in: .attribute) }
    }

    package func string(_ name: HTMLAttribute, of node: Int) -> String? {
        value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    package func decoded(_ range: Range<Int>, in place: CharacterReferences.Place) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        CharacterReferences.appendDecoded(source, range, in: place, to: &result)
        return result
    }

    /// All text of a subtree, white space folded and trimmed.
    package func text(of node: Int) -> String {
        var gathered: [UInt8] = []
        for index in node..<Int(nodes[node].end) where nodes[index].kind == .text {
            let range = nodes[index].range
            CharacterReferences.appendDecoded(
                source, Int(range.lowerBound)..<Int(range.upperBound), in: .text, to: &gathered)
            let next = index + 1
            if next < nodes.count, nodes[next].kind == .element, HTMLTagSet.blocks.contains(nodes[next].tag) {
                gathered.append(0x20)
            }
        }
        return gathered.foldingHTMLSpace()
    }
}

extension [UInt8] {
    /// White space folded to single spaces and trimmed; no-break spaces count as white space.
    package func foldingHTMLSpace() -> String {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var pending = false
        var index = 0
        while index < count {
            let byte = self[index]
            let isNoBreakSpace = byte == 0xC2 && index + 1 < count && self[index + 1] == 0xA0
            if byte.isHTMLSpace || isNoBreakSpace {
                pending = !result.isEmpty
            } else {
                if pending { result.append(0x20) }
                pending = false
                result.append(byte)
            }
            index += isNoBreakSpace ? 2 : 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Tree construction over a stack of open elements.
private struct TreeBuilder {
    private struct Open {
        var node: Int
        var tag: HTMLTag
        /// An anchor whose end tag came within a block inside it: it still holds that block, but links nothing more.
        var isEnded = false
    }

    var tokenizer: HTMLTokenizer
    var nodes: [HTMLTree.Node] = []
    var attributes: [HTMLTokenizer.Attribute] = []
    var scripts = ScriptData()

    private var open: [Open] = []
    private var openLinks = 0
    /// How many elements are open beyond the deepest one kept.
    private var tooDeep = 0
    private var seenHTML = false
    private var seenBody = false

    init(_ source: [UInt8]) {
        tokenizer = HTMLTokenizer(source)
        nodes.reserveCapacity(source.count / 32 + 16)
        nodes.append(HTMLTree.Node(kind: .element, tag: .unknown, isLinked: false, parent: -1, end: 0, range: 0..<0))
        open.append(Open(node: 0, tag: .unknown))
    }

    mutating func run() {
        while nodes.count < HTMLTree.mostNodes, let token = tokenizer.next() {
            switch token {
            case .text(let range): text(range)
            case .startTag(let tag, let selfClosing): start(tag == .image ? .img : tag, selfClosing: selfClosing)
            case .endTag(let tag): end(tag)
            case .rawText, .comment, .doctype: break
            }
        }
        close(downTo: 0)
    }

    private mutating func text(_ range: Range<Int>) {
        nodes.append(
            HTMLTree.Node(
                kind: .text, tag: .unknown, isLinked: openLinks > 0, parent: Int32(open[open.count - 1].node),
                end: Int32(nodes.count + 1), range: Int32(range.lowerBound)..<Int32(range.upperBound)))
    }

    private mutating func append(_ tag: HTMLTag) -> Int {
        let first = Int32(attributes.count)
        attributes += tokenizer.attributes
        let node = nodes.count
        nodes.append(
            HTMLTree.Node(
                kind: .element, tag: tag, isLinked: false, parent: Int32(open[open.count - 1].node),
                end: Int32(node + 1), range: first..<Int32(attributes.count)))
        return node
    }

    private mutating func start(_ tag: HTMLTag, selfClosing: Bool) {
        switch tag {
        case .script:
            let type = tokenizer.value(.type).map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
            if case .rawText(let range)? = tokenizer.next() { scripts.look(at: range, type: type, of: tokenizer.bytes) }
            return
        case .style, .template, .textarea, .select, .datalist, .iframe, .noembed, .noframes, .canvas, .svg, .math:
            if !(selfClosing && (tag == .svg || tag == .math)) { skip(tag) }
            return
        case .html where seenHTML, .body where seenBody: return
        case .html: seenHTML = true
        case .body:
            seenBody = true
            closeHead()
        default: break
        }
        if Self.endingHead.contains(tag) { closeHead() }
        if HTMLTagSet.void.contains(tag) {
            if tag == .hr { closeNearest([.p], unlessInside: []) }
            _ = append(tag)
            return
        }
        if tooDeep > 0 || open.count >= HTMLTree.deepest {
            tooDeep += 1
            // An empty block still parts the text before it from the text after it.
            if HTMLTagSet.blocks.contains(tag) { _ = append(tag) }
            return
        }
        makeRoom(for: tag)
        let node = append(tag)
        open.append(Open(node: node, tag: tag))
        if tag == .a { openLinks += 1 }
    }

    private mutating func makeRoom(for tag: HTMLTag) {
        if HTMLTagSet.closingParagraph.contains(tag) { closeNearest([.p], unlessInside: [.button]) }
        switch tag {
        case .li: closeNearest([.li], unlessInside: [.ul, .ol, .menu, .dir])
        case .dt, .dd: closeNearest([.dt, .dd], unlessInside: [.dl])
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = open.last, HTMLTagSet.headings.contains(last.tag) { close(downTo: open.count - 1) }
        case .a: endLink()
        case .option, .optgroup: closeNearest([.option], unlessInside: [])
        case .caption, .thead, .tbody, .tfoot, .colgroup: closeWithin([.table])
        case .tr: closeWithin([.table, .thead, .tbody, .tfoot])
        case .td, .th: closeWithin([.table, .thead, .tbody, .tfoot, .tr])
        default: break
        }
    }

    /// Closes the innermost of `tags`, unless one of `fences` or the bounds of a table cell come first.
    private mutating func closeNearest(_ tags: HTMLTagSet, unlessInside fences: HTMLTagSet) {
        for index in open.indices.reversed() {
            let tag = open[index].tag
            if tags.contains(tag) { return close(downTo: index) }
            if fences.contains(tag) || HTMLTagSet.scopeBarriers.contains(tag) { return }
        }
    }

    /// Leaves the innermost of `containers` open, and nothing in it, if a table is open at all.
    private mutating func closeWithin(_ containers: HTMLTagSet) {
        for index in open.indices.reversed() where containers.contains(open[index].tag) {
            return close(downTo: index + 1)
        }
    }

    private mutating func closeHead() {
        if let index = open.firstIndex(where: { $0.tag == .head }) { close(downTo: index) }
    }

    private mutating func end(_ tag: HTMLTag) {
        if tag == .html || tag == .body || HTMLTagSet.void.contains(tag) && tag != .br { return }
        if tag == .br {
            nodes.append(
                HTMLTree.Node(
                    kind: .element, tag: .br, isLinked: false, parent: Int32(open[open.count - 1].node),
                    end: Int32(nodes.count + 1), range: 0..<0))
            return
        }
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        if tag == .a { return endLink() }
        let isFormatting = HTMLTagSet.formatting.contains(tag)
        let isTablePart = Self.tableParts.contains(tag)
        let isHeading = HTMLTagSet.headings.contains(tag)
        for index in open.indices.reversed() where index > 0 {
            let candidate = open[index].tag
            // Unknown elements are not told apart: the innermost open one is taken for the one that ends.
            if candidate == tag
                || isHeading && HTMLTagSet.headings.contains(candidate)
            {
                return close(downTo: index)
            }
            if isFormatting && HTMLTagSet.blocks.contains(candidate) { return }
            if candidate == .table || !isTablePart && HTMLTagSet.scopeBarriers.contains(candidate) { return }
        }
    }

    /// The end of an anchor: at once if only inline elements are open in it, else it stops linking.
    private mutating func endLink() {
        guard let index = open.lastIndex(where: { $0.tag == .a && !$0.isEnded }) else { return }
        if open[(index + 1)...].allSatisfy({ HTMLTagSet.formatting.contains($0.tag) }) {
            close(downTo: index)
        } else {
            open[index].isEnded = true
            openLinks -= 1
        }
    }

    private mutating func close(downTo count: Int) {
        while open.count > count {
            let last = open.removeLast()
            nodes[last.node].end = Int32(nodes.count)
            if last.tag == .a && !last.isEnded { openLinks -= 1 }
        }
    }

    /// Reads past the end of an element whose content is not read.
    private mutating func skip(_ tag: HTMLTag) {
        let isForeign = tag == .svg || tag == .math
        var depth = 1
        while let token = tokenizer.next() {
            switch token {
            case .endTag(tag):
                depth -= 1
                if depth == 0 { return }
            case .startTag(tag, let selfClosing):
                if !(selfClosing && isForeign) { depth += 1 }
            case .startTag(let other, let selfClosing)
            where isForeign && SanitizerPolicy.endingForeign.contains(other):
                return start(other, selfClosing: selfClosing)
            case .startTag(let other, _) where tag == .select && Self.endingSelect.contains(other):
                return start(other, selfClosing: false)
            default: break
            }
        }
    }

    private static let tableParts: HTMLTagSet = [.table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption]

    /// A `select` that was never closed ends where a page can't mean it to go on.
    private static let endingSelect: HTMLTagSet = [.div, .p, .table, .article, .section, .main, .h1, .h2, .ul]

    private static let endingHead: HTMLTagSet = [
        .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .header, .footer, .main, .p, .ul, .ol, .div,
        .table, .form, .img, .a, .span, .blockquote, .center, .figure,
    ]
}
