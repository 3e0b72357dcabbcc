import Markup

/// Finds the traits of each block of a page that stand in the page itself: all but those of the second look.
struct BlockSurvey {
    let page: PageBlocks
    let outline: PageOutline
    /// The element that holds most of the article.
    let trunk: Int
    let texts: BlockTexts
    private let around: ElementSurvey
    private let firstProse: Int
    private let lastProse: Int
    private let titleBlock: Int
    private let trunkShare: Int
    /// How many blocks of prose stand before each block.
    private var proseBlocksBefore: [Int] = [0]
    private var sinceProse: [Int] = []
    private var untilProse: [Int] = []
    private var sinceHeading: [Int] = []
    private var isUnderFurnitureHeading: [Bool] = []
    private var titlesBefore: [Int] = []
    private var sinceTitle: [Int] = []
    /// How many pictures stand before each node, and before the end.
    private var picturesBefore: [Int32] = [0]

    /// - Parameters:
    ///   - summary: what the page says of itself in a line or two.
    ///   - structuredBody: the article's text as JSON-LD or the feed gives it.
    init(_ page: PageBlocks, title: String?, summary: String?, structuredBody: String?, authors: [String]) {
        self.page = page
        outline = PageOutline(page)
        let finder = BodyFinder(page)
        trunk = finder.container
        texts = BlockTexts(
            page, title: title, summary: summary, structuredBody: structuredBody, authors: authors)
        around = ElementSurvey(page, outline)
        let inside = page.blocks(in: trunk)
        let prose = inside.filter { page.blocks[$0].isProse && !finder.isFurniture[$0] }
        firstProse = prose.first ?? inside.lowerBound
        lastProse = prose.last ?? inside.upperBound
        titleBlock = page.blocks.firstIndex { $0.role == .heading(1) } ?? -1
        trunkShare = Int(outline.share(of: trunk) * 100)
        surveyOrder()
        for node in page.tree.nodes {
            let isPicture = node.kind == .element && (node.tag == .img || node.tag == .video)
            picturesBefore.append(picturesBefore[picturesBefore.count - 1] + (isPicture ? 1 : 0))
        }
    }

    private mutating func surveyOrder() {
        var lastProse = -100
        var lastHeading = -100
        var isUnder = false
        var titles = 0
        var lastTitle = -200
        for (index, block) in page.blocks.enumerated() {
            sinceProse.append(index - lastProse)
            if block.isHeading {
                lastHeading = index
                isUnder = texts.isPhrase[index]
            }
            sinceHeading.append(index - lastHeading)
            titlesBefore.append(min(20, titles))
            sinceTitle.append(min(200, index - lastTitle))
            if block.role == .heading(1) {
                titles += 1
                lastTitle = index
            }
            isUnderFurnitureHeading.append(isUnder)
            if block.isProse { lastProse = index }
            proseBlocksBefore.append(proseBlocksBefore[index] + (block.isProse ? 1 : 0))
        }
        var nextProse = page.blocks.count + 100
        untilProse = [Int](repeating: 0, count: page.blocks.count)
        for index in page.blocks.indices.reversed() {
            untilProse[index] = nextProse - index
            if page.blocks[index].isProse { nextProse = index }
        }
    }

    func traits(of index: Int) -> BlockTraits {
        var traits = BlockTraits()
        texts.describe(index, &traits)
        around.describe(index, &traits)
        describePlace(index, &traits)
        describeOrder(index, &traits)
        describeNeighbours(index, &traits)
        describePictures(index, &traits)
        traits[.pageProse] = min(outline.totalProse, 20_000)
        traits[.pageBlocks] = min(page.blocks.count, 2000)
        traits[.pageLinked] = outline.totalLinked * 100 / max(1, outline.totalLetters)
        traits[.pageStructured] = texts.structuredLetters * 100 / max(1, outline.totalProse)
        traits[.trunkShare] = trunkShare
        return traits
    }

    /// Blocks that have one of these numbers in common stand alike: their shape, and the two elements around them.
    func groups(of index: Int) -> [Int] {
        let parent = max(0, Int(page.tree.nodes[page.blocks[index].element].parent))
        return [outline.shapeOfBlock[index], parent, max(0, Int(page.tree.nodes[parent].parent))]
    }

    private func describePlace(_ index: Int, _ traits: inout BlockTraits) {
        let element = page.blocks[index].element
        let parent = max(0, Int(page.tree.nodes[element].parent))
        let outer = max(0, Int(page.tree.nodes[parent].parent))
        let total = max(1, outline.totalProse)
        traits[.trunk] = isInside(element, trunk) ? 1 : 0
        traits[.toHeaviest] = stepsToHeaviest(element)
        traits[.parentProse] = outline.directProse[parent] * 100 / total
        let letters = max(1, outline.letters(in: parent))
        traits[.parentDensity] = outline.prose(in: parent) * 100 / letters
        traits[.parentLinked] = outline.linkedLetters(in: parent) * 100 / letters
        traits[.outerProse] = outline.prose(in: outer) * 100 / total
        traits[.outerLinked] = outline.linkedLetters(in: outer) * 100 / max(1, outline.letters(in: outer))
        let shape = outline.shapes[outline.shapeOfBlock[index]]
        traits[.shapeProse] = shape.prose * 100 / total
        traits[.shapeBlocks] = min(shape.blocks, 300)
        traits[.shapeLetters] = min(shape.letters / shape.blocks, 1000)
        traits[.shapeLinked] = shape.linkedLetters * 100 / max(1, shape.letters)
        traits[.otherArticle] = around.isInOtherArticle[element] ? 1 : 0
    }

    private func describeOrder(_ index: Int, _ traits: inout BlockTraits) {
        traits[.fromFirst] = max(-40, min(200, index - firstProse))
        traits[.fromLast] = max(-200, min(60, index - lastProse))
        traits[.position] = index * 100 / max(1, page.blocks.count)
        traits[.proseBefore] = outline.prose(beforeBlock: index) * 100 / max(1, outline.totalProse)
        traits[.near] = proseBlocksBefore[min(page.blocks.count, index + 6)] - proseBlocksBefore[max(0, index - 5)]
        traits[.sinceProse] = min(30, sinceProse[index])
        traits[.untilProse] = min(30, untilProse[index])
        traits[.fromTitle] = titleBlock < 0 ? -100 : max(-60, min(200, index - titleBlock))
        traits[.underFurniture] = isUnderFurnitureHeading[index] ? 1 : 0
        traits[.sinceHeading] = min(50, sinceHeading[index])
        traits[.titlesBefore] = titlesBefore[index]
        traits[.sinceTitle] = sinceTitle[index]
    }

    private func describePictures(_ index: Int, _ traits: inout BlockTraits) {
        let nodes = page.blocks[index].nodes
        let before = index > 0 ? page.blocks[index - 1].nodes.upperBound : 0
        let after = index + 1 < page.blocks.count ? page.blocks[index + 1].nodes.lowerBound : page.tree.nodes.count
        func pictures(_ range: Range<Int>) -> Int {
            Int(picturesBefore[range.upperBound] - picturesBefore[range.lowerBound])
        }
        traits[.pictureBefore] = before < nodes.lowerBound && pictures(before..<nodes.lowerBound) > 0 ? 1 : 0
        traits[.pictureAfter] = nodes.upperBound < after && pictures(nodes.upperBound..<after) > 0 ? 1 : 0
        var element = page.blocks[index].element
        while element > 0, page.blocks(in: element).count <= 2 {
            if pictures(element..<Int(page.tree.nodes[element].end)) > 0 { traits[.withPicture] = 1 }
            element = Int(page.tree.nodes[element].parent)
        }
    }

    private func describeNeighbours(_ index: Int, _ traits: inout BlockTraits) {
        func block(_ offset: Int) -> Block? {
            page.blocks.indices.contains(index + offset) ? page.blocks[index + offset] : nil
        }
        func describe(_ offset: Int, _ letters: BlockTrait, _ linked: BlockTrait, _ prose: BlockTrait) {
            let neighbour = block(offset)
            traits[letters] = min(1000, neighbour?.letters ?? -1)
            traits[linked] = neighbour.map { Int($0.linkDensity * 100) } ?? -1
            traits[prose] = neighbour?.isProse == true ? 1 : 0
        }
        describe(-2, .letters2Before, .linked2Before, .prose2Before)
        describe(-1, .letters1Before, .linked1Before, .prose1Before)
        describe(1, .letters1After, .linked1After, .prose1After)
        describe(2, .letters2After, .linked2After, .prose2After)
        traits[.role1Before] = block(-1)?.role.number ?? -1
        traits[.role1After] = block(1)?.role.number ?? -1
        traits[.ends1Before] = block(-1)?.endsSentence == true ? 1 : 0
        traits[.ends1After] = block(1)?.endsSentence == true ? 1 : 0
        let parent = page.tree.nodes[page.blocks[index].element].parent
        for (offset, sameParent, sameShape) in [
            (-1, BlockTrait.sameParentBefore, BlockTrait.sameShapeBefore), (1, .sameParentAfter, .sameShapeAfter),
        ] {
            guard let neighbour = block(offset) else { continue }
            traits[sameParent] = page.tree.nodes[neighbour.element].parent == parent ? 1 : 0
            traits[sameShape] = outline.shapeOfBlock[index + offset] == outline.shapeOfBlock[index] ? 1 : 0
        }
    }

    private func isInside(_ node: Int, _ ancestor: Int) -> Bool {
        node >= ancestor && node < Int(page.tree.nodes[ancestor].end)
    }

    /// Steps up from `node` to the first element that also holds the one with most prose.
    private func stepsToHeaviest(_ node: Int) -> Int {
        var current = node
        var steps = 0
        while current >= 0, steps < 20, !isInside(outline.heaviest, current) {
            current = Int(page.tree.nodes[current].parent)
            steps += 1
        }
        return steps
    }
}

extension Block {
    var isHeading: Bool {
        if case .heading = role { return true }
        return false
    }
}

extension Block.Role {
    /// A number for each role, the level of headings aside.
    var number: Int {
        switch self {
        case .paragraph: 0
        case .heading: 1
        case .item: 2
        case .quote: 3
        case .cell: 4
        case .preformatted: 5
        case .caption: 6
        }
    }
}
