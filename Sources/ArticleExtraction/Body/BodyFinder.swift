import Markup

/// Finds the element that holds the article's body.
///
/// Prose is counted in letters per element. Elements that are called furniture and hold only a small share of the
/// page's prose are set aside first; what holds most of the rest is the body: the element that the page itself calls
/// so, if it holds enough, else the innermost one that no child of it outweighs.
struct BodyFinder {
    let page: PageBlocks
    /// Blocks in elements that are set aside.
    private(set) var isFurniture: [Bool]
    /// The element that holds the body.
    private(set) var container = 0

    /// Letters of prose of each block, and of each that is not set aside.
    private let prose: PrefixSums
    private var keptProse = PrefixSums([])

    init(_ page: PageBlocks) {
        self.page = page
        isFurniture = [Bool](repeating: false, count: page.blocks.count)
        prose = PrefixSums(page.blocks.lazy.map(\.prose))
        setFurnitureAside()
        keptProse = PrefixSums(zip(page.blocks, isFurniture).lazy.map { $1 ? 0 : $0.prose })
        container = chooseContainer()
    }

    private func keptProse(in node: Int) -> Int { keptProse[page.blocks(in: node)] }

    private mutating func setFurnitureAside() {
        let total = max(1, prose.total)
        var node = 1
        while node < page.tree.nodes.count {
            let own = page.signals[node]
            guard page.tree.nodes[node].kind == .element, !own.isDisjoint(with: Self.candidates) else {
                node += 1
                continue
            }
            let blocks = page.blocks(in: node)
            let share = Double(prose[blocks]) / Double(total)
            guard share < Self.largestShare(of: own), !own.contains(.body) else {
                node += 1
                continue
            }
            for block in blocks { isFurniture[block] = true }
            node = Int(page.tree.nodes[node].end)
        }
    }

    private static let candidates: ElementSignals = [.furniture, .sidebar, .footer, .navigation]

    /// What is called furniture but holds more of the prose than this is not believed.
    private static func largestShare(of signals: ElementSignals) -> Double {
        if signals.contains(.comments) { return 0.7 }
        if !signals.isDisjoint(with: [.share, .related, .consent, .authorBox, .tags, .navigation]) { return 0.35 }
        return 0.3
    }

    private func chooseContainer() -> Int {
        let total = keptProse.total
        guard total > 0 else { return 0 }
        var best: (node: Int, prose: Int)?
        for node in page.tree.nodes.indices where page.signals[node].contains(.body) {
            let prose = keptProse(in: node)
            // The deeper of two that hold about the same is the tighter one.
            if Double(prose) >= 0.6 * Double(total), best.map({ Double(prose) >= 0.98 * Double($0.prose) }) ?? true {
                best = (node, prose)
            }
        }
        return best?.node ?? heaviestDescendant(of: 0, total: total)
    }

    private func heaviestDescendant(of start: Int, total: Int) -> Int {
        var node = start
        while true {
            let weight = keptProse(in: node)
            var next: Int?
            var child = node + 1
            while child < Int(page.tree.nodes[node].end) {
                let childNode = page.tree.nodes[child]
                if childNode.kind == .element, Double(keptProse(in: child)) >= 0.85 * Double(weight) { next = child }
                child = Int(childNode.end)
            }
            guard let next, Self.mayHoldBody(page.tree.nodes[next].tag) else { return node }
            node = next
        }
    }

    private static func mayHoldBody(_ tag: HTMLTag) -> Bool {
        HTMLTagSet.blocks.contains(tag) && ![HTMLTag.p, .li, .ul, .ol, .blockquote, .pre].contains(tag)
            || tag == .unknown || tag == .span
    }
}
