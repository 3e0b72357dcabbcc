import Markup

/// Writes the kept blocks of a page as HTML, with the structure that they stand in.
struct BodyWriter {
    private let page: PageBlocks
    private let verdicts: [Verdict]
    private var writer = SafeHTMLWriter()
    private var open: [(tag: HTMLTag, end: Int)] = []
    /// Kept text and pictures among the nodes before each.
    private var contentBefore: [Int32] = []
    private var needsBreak = false
    private var firstKept = 0
    private var lastKept = 0

    init(_ page: PageBlocks, verdicts: [Verdict]) {
        self.page = page
        self.verdicts = verdicts
    }

    /// HTML that is not yet sanitised.
    mutating func write() -> [UInt8] {
        countContent()
        let end = page.tree.nodes.count
        var index = 1
        while index < end {
            close(before: index)
            let node = page.tree.nodes[index]
            if node.kind == .text {
                text(index)
                index += 1
                continue
            }
            if contentBefore[Int(node.end)] == contentBefore[index] {
                if node.tag == .br || HTMLTagSet.blocks.contains(node.tag) { needsBreak = true }
                index = Int(node.end)
                continue
            }
            element(index, node)
            index += 1
        }
        close(before: Int.max)
        return writer.bytes
    }

    private mutating func countContent() {
        firstKept = page.tree.nodes.indices.first { isKeptText($0) } ?? 0
        lastKept = page.tree.nodes.indices.last { isKeptText($0) } ?? 0
        contentBefore.reserveCapacity(page.tree.nodes.count + 1)
        contentBefore.append(0)
        var count: Int32 = 0
        for index in page.tree.nodes.indices {
            if isKeptText(index) || isPicture(index) && isAmongKept(index) { count += 1 }
            contentBefore.append(count)
        }
    }

    private func isKeptText(_ index: Int) -> Bool {
        let block = page.blockOfNode[index]
        guard block >= 0 else { return false }
        let verdict = verdicts[Int(block)]
        return verdict.isKept || verdict == .caption && isInFigure(index)
    }

    /// Captions stay with their picture: what is read as text leaves them out.
    private func isInFigure(_ index: Int) -> Bool {
        var parent = page.tree.nodes[index].parent
        for _ in 0..<8 where parent >= 0 {
            if page.tree.nodes[Int(parent)].tag == .figcaption { return true }
            parent = page.tree.nodes[Int(parent)].parent
        }
        return false
    }

    /// Pictures before the first and after the last kept text are the page's.
    private func isAmongKept(_ index: Int) -> Bool { index > firstKept && index < lastKept }

    private func isPicture(_ index: Int) -> Bool {
        page.tree.nodes[index].tag == .img && page.tree.nodes[index].kind == .element
    }

    private mutating func text(_ index: Int) {
        let node = page.tree.nodes[index]
        let range = Int(node.range.lowerBound)..<Int(node.range.upperBound)
        guard page.blockOfNode[index] >= 0 else {
            if !needsBreak { writer.literal([0x20]) }
            return
        }
        guard isKeptText(index) else { return }
        if needsBreak {
            writer.start(.br)
            needsBreak = false
        }
        writer.text(page.tree.source, range)
    }

    private mutating func element(_ index: Int, _ node: HTMLTree.Node) {
        if node.tag == .br {
            needsBreak = true
            return
        }
        if HTMLTagSet.blocks.contains(node.tag) { needsBreak = false }
        var attributes: [(HTMLAttribute, [UInt8])] = []
        for index in Int(node.range.lowerBound)..<Int(node.range.upperBound) {
            let attribute = page.tree.attributes[index]
            attributes.append((attribute.name, page.tree.decoded(attribute.value, in: .attribute)))
        }
        guard node.tag != .unknown else { return }
        writer.start(node.tag, attributes)
        if !HTMLTagSet.void.contains(node.tag) { open.append((node.tag, Int(node.end))) }
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index {
            writer.end(last.tag)
            open.removeLast()
            if HTMLTagSet.blocks.contains(last.tag) { needsBreak = false }
        }
    }
}
