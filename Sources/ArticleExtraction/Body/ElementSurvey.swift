import Markup

/// What the elements around each block are called and how they repeat.
struct ElementSurvey {
    private let page: PageBlocks
    private let outline: PageOutline
    /// For each element, what it and those around it are called, if they hold no large share of the prose.
    private var calledAround: [ElementSignals]
    /// Elements `article` that don't hold the heaviest element, and what stands in them.
    private(set) var isInOtherArticle: [Bool]
    private var depth: [UInt16]
    /// How many blocks have each element as their nearest.
    private var linesOfElement: [UInt16]

    init(_ page: PageBlocks, _ outline: PageOutline) {
        self.page = page
        self.outline = outline
        let nodes = page.tree.nodes
        calledAround = [ElementSignals](repeating: [], count: nodes.count)
        isInOtherArticle = [Bool](repeating: false, count: nodes.count)
        depth = [UInt16](repeating: 0, count: nodes.count)
        linesOfElement = [UInt16](repeating: 0, count: nodes.count)
        for block in page.blocks where linesOfElement[block.element] < 50 { linesOfElement[block.element] += 1 }
        for node in nodes.indices where nodes[node].kind == .element {
            let parent = Int(nodes[node].parent)
            guard parent >= 0 else { continue }
            let own = page.signals[node]
            let counts = !own.isEmpty && outline.share(of: node) <= Self.largestShare(of: own)
            calledAround[node] = counts ? calledAround[parent].union(own) : calledAround[parent]
            let holdsHeaviest = outline.heaviest >= node && outline.heaviest < Int(nodes[node].end)
            isInOtherArticle[node] = nodes[node].tag == .article && !holdsHeaviest || isInOtherArticle[parent]
            depth[node] = depth[parent] + 1
        }
    }

    /// What is called furniture but holds more of the page's prose than this is not believed, 0–1: a long discussion
    /// outweighs a short article, and a consent form a page that shows little else.
    private static func largestShare(of signals: ElementSignals) -> Double {
        if signals.contains(.consent) { return 0.9 }
        return signals.contains(.comments) ? 0.8 : 0.35
    }

    func describe(_ index: Int, _ traits: inout BlockTraits) {
        let block = page.blocks[index]
        let tag = page.tree.nodes[block.element].tag
        traits[.role] = block.role.number
        if case .heading(let level) = block.role { traits[.level] = level }
        traits[.tag] = Self.tags.firstIndex(of: tag) ?? Self.tags.count
        traits[.isNamed] = page.tree.rawValue(.class, of: block.element).map { $0.isEmpty ? 0 : 1 } ?? 0
        traits[.linesOfElement] = Int(linesOfElement[block.element])
        let called = calledAround[block.element]
        for (signal, trait) in Self.named where called.contains(signal) { traits[trait] = 1 }
        for (signal, trait) in Self.namedAnywhere where !block.signals.isDisjoint(with: signal) { traits[trait] = 1 }
        traits[.depth] = min(60, Int(depth[block.element]))
        describeWayUp(block.element, &traits)
        describeHeadline(block, &traits)
    }

    private func describeHeadline(_ block: Block, _ traits: inout BlockTraits) {
        traits[.toHeadline] = 12
        let own = block.linkDensity > 0.9 && block.words >= 3 ? 1 : 0
        var node = block.element
        for steps in 0..<12 where node > 0 {
            if outline.headlines(in: node) > own {
                traits[.toHeadline] = steps
                traits[.headlineBlocks] = min(100, page.blocks(in: node).count)
                traits[.headlineAlike] = min(100, Int(outline.alike[node]))
                return
            }
            node = Int(page.tree.nodes[node].parent)
        }
    }

    private func describeWayUp(_ element: Int, _ traits: inout BlockTraits) {
        traits[.toFurniture] = 20
        traits[.toDoubtful] = 20
        let levels: [BlockTrait] = [.alike, .alikeParent, .alikeOuter]
        var node = element
        var steps = 0
        while node > 0, steps < Self.highest {
            let own = page.signals[node]
            if steps < 20 {
                if !own.isDisjoint(with: .furniture), traits[.toFurniture] == 20 { traits[.toFurniture] = steps }
                if !own.isDisjoint(with: .doubtful), traits[.toDoubtful] == 20 { traits[.toDoubtful] = steps }
            }
            let alike = min(100, Int(outline.alike[node]))
            if steps < levels.count { traits[levels[steps]] = alike }
            if steps > 0, alike > traits[.alikeMost], outline.share(of: node) < 0.35 {
                traits[.alikeMost] = alike
                traits[.alikeLetters] = min(3000, outline.letters(in: node))
            }
            node = Int(page.tree.nodes[node].parent)
            steps += 1
        }
    }

    /// No further up is looked, in steps: hostile pages are deep.
    private static let highest = 40

    private static let tags: [HTMLTag] = [.p, .div, .li, .span, .section, .article, .td, .dd, .dt, .a, .body]

    private static let named: [(ElementSignals, BlockTrait)] = [
        (.share, .share), (.related, .related), (.comments, .comments), (.navigation, .navigation),
        (.promotion, .promotion), (.advertisement, .advertisement), (.sidebar, .sidebar), (.footer, .footer),
        (.header, .header), (.byline, .byline), (.caption, .caption), (.hidden, .hidden), (.consent, .consent),
        (.gallery, .gallery), (.tags, .tags), (.teaser, .teaser), (.authorBox, .authorBox), (.paywall, .paywall),
        (.widget, .widget), (.standfirst, .standfirst), (.article, .smallArticle), (.body, .smallBody),
    ]

    private static let namedAnywhere: [(ElementSignals, BlockTrait)] = [
        (.body, .body), (.article, .article), (.main, .main), (.furniture, .anyFurniture), (.doubtful, .anyDoubtful),
    ]
}
