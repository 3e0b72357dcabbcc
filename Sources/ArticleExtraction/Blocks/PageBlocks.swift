import Markup

/// A page cut into blocks, in the order in which they are read.
struct PageBlocks: Sendable {
    let tree: HTMLTree
    private(set) var blocks: [Block] = []
    /// The folded text of all blocks, one after the other, in UTF-8.
    private(set) var text: [UInt8] = []
    /// The block that a text node belongs to, or -1.
    private(set) var blockOfNode: [Int32]
    /// What each element is called.
    private(set) var signals: [ElementSignals]
    private var firstBlock: [Int32] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        blockOfNode = [Int32](repeating: -1, count: tree.nodes.count)
        signals = [ElementSignals](repeating: [], count: tree.nodes.count)
        text.reserveCapacity(tree.source.count / 8)
        cut()
        indexBlocks()
    }

    func string(_ block: Block) -> String { String(decoding: text[block.text], as: UTF8.self) }

    /// The text of a block in lower case, for rules.
    func lowercased(_ block: Block) -> String { string(block).lowercased() }

    /// The blocks whose text stands in the subtree of `node`.
    func blocks(in node: Int) -> Range<Int> {
        let lower = Int(firstBlock[node])
        return lower..<max(lower, Int(firstBlock[Int(tree.nodes[node].end)]))
    }

    /// For each node, and for the end, how many blocks start before it.
    private mutating func indexBlocks() {
        firstBlock.reserveCapacity(tree.nodes.count + 1)
        for (index, block) in blocks.enumerated() {
            while firstBlock.count <= block.nodes.lowerBound { firstBlock.append(Int32(index)) }
        }
        while firstBlock.count <= tree.nodes.count { firstBlock.append(Int32(blocks.count)) }
    }

    private mutating func cut() {
        var reader = SignalReader()
        var contexts: [ReadingContext] = []
        contexts.reserveCapacity(tree.nodes.count)
        var gatherer = BlockGatherer()
        // How a sign is pronounced is read only where the page puts it in brackets (`rp`), as old browsers show it.
        var previousRubyPart = HTMLTag.unknown
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            let outer = node.parent >= 0 ? contexts[Int(node.parent)] : ReadingContext()
            guard node.kind == .element else {
                contexts.append(outer)
                guard !outer.isSkipped else { continue }
                if gatherer.isBreakDue(before: outer) { finish(&gatherer) }
                if gather(index, outer, &gatherer) { blockOfNode[index] = Int32(blocks.count) }
                continue
            }
            var own = reader.signals(of: index, in: tree)
            let isWithoutScript = node.tag == .noscript && holdsText(index)
            if isWithoutScript { own.remove(.hidden) }
            signals[index] = own
            var context = outer.entering(node.tag, index, own)
            if isWithoutScript { context.isSkipped = outer.isSkipped }
            if node.tag == .rt, previousRubyPart == .rp { context.isSkipped = outer.isSkipped }
            if node.tag == .rt || node.tag == .rp || node.tag == .ruby { previousRubyPart = node.tag }
            contexts.append(context)
            if node.tag == .br || node.tag == .hr || HTMLTagSet.blocks.contains(node.tag) { finish(&gatherer) }
            if node.tag == .a { gatherer.links += 1 }
        }
        finish(&gatherer)
    }

    /// Whether `noscript` holds more than a picture or a request to switch scripts on: then it is the page itself, for
    /// those who read it without.
    private func holdsText(_ element: Int) -> Bool {
        var bytes = 0
        for index in element..<Int(tree.nodes[element].end) where tree.nodes[index].kind == .text {
            bytes += tree.nodes[index].range.count
        }
        return bytes > Self.longRequest
    }

    /// In bytes.
    private static let longRequest = 400

    /// Whether the text node said anything.
    private mutating func gather(_ index: Int, _ context: ReadingContext, _ gatherer: inout BlockGatherer) -> Bool {
        let range = tree.nodes[index].range
        return gatherer.append(
            tree.source, Int(range.lowerBound)..<Int(range.upperBound), node: index,
            isLinked: tree.nodes[index].isLinked,
            context, to: &text)
    }

    private mutating func finish(_ gatherer: inout BlockGatherer) {
        if let block = gatherer.finish(text) { blocks.append(block) }
    }
}

/// What holds for the text in an element.
struct ReadingContext: Sendable {
    var element = 0
    var role = Block.Role.paragraph
    var signals: ElementSignals = []
    var isStressed = false
    /// Not shown, or not part of the page's text.
    var isSkipped = false

    func entering(_ tag: HTMLTag, _ index: Int, _ own: ElementSignals) -> ReadingContext {
        var result = self
        result.signals.formUnion(own)
        if HTMLTagSet.blocks.contains(tag) { result.element = index }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: result.role = .heading(tag.headingLevel ?? 1)
        case .li, .dt, .dd: result.role = .item
        case .blockquote: result.role = .quote
        case .td, .th: result.role = .cell
        case .pre, .listing, .xmp: result.role = .preformatted
        case .figcaption, .caption: result.role = .caption
        case .strong, .b, .em, .i: result.isStressed = true
        case .head, .title, .noscript, .object, .audio, .video, .button, .option, .label, .rt: result.isSkipped = true
        default: if own.contains(.hidden), !HTMLTagSet.blocks.contains(tag) { result.isSkipped = true }
        }
        return result
    }
}

/// Gathers text nodes into one block.
private struct BlockGatherer {
    var links = 0
    private var block: Block?
    private var hasPendingSpace = false
    private var scratch: [UInt8] = []

    func isBreakDue(before context: ReadingContext) -> Bool {
        guard let block else { return false }
        return block.element != context.element
    }

    mutating func append(
        _ source: [UInt8], _ range: Range<Int>, node: Int, isLinked: Bool, _ context: ReadingContext,
        to text: inout [UInt8]
    ) -> Bool {
        scratch.removeAll(keepingCapacity: true)
        CharacterReferences.appendDecoded(source, range, in: .text, to: &scratch)
        let start = text.count
        var measure = TextMeasure()
        var index = 0
        while index < scratch.count {
            let byte = scratch[index]
            let isNoBreakSpace = byte == 0xC2 && index + 1 < scratch.count && scratch[index + 1] == 0xA0
            if byte.isHTMLSpace || isNoBreakSpace {
                hasPendingSpace = true
                index += isNoBreakSpace ? 2 : 1
                continue
            }
            if hasPendingSpace, block != nil || text.count > start {
                text.append(0x20)
                measure.words += 1
            }
            hasPendingSpace = false
            text.append(byte)
            measure.count(byte)
            index += 1
        }
        guard text.count > start else { return false }
        var current =
            block
            ?? Block(
                text: start..<start, element: context.element, nodes: node..<node, role: context.role,
                signals: context.signals, words: 1)
        if isLinked, current.letters == 0 { current.startsLinked = true }
        current.text = current.text.lowerBound..<text.count
        current.nodes = current.nodes.lowerBound..<node + 1
        current.letters += measure.letters
        current.words += measure.words + measure.ideographs / 2
        current.commas += measure.commas
        if isLinked { current.linkedLetters += measure.letters }
        if context.isStressed { current.stressedLetters += measure.letters }
        current.signals.formUnion(context.signals)
        block = current
        return true
    }

    mutating func finish(_ text: [UInt8]) -> Block? {
        defer {
            block = nil
            links = 0
            hasPendingSpace = false
        }
        guard var done = block else { return nil }
        done.links = links
        (done.sentences, done.endsSentence) = TextMeasure.sentences(in: text, done.text)
        return done
    }
}
