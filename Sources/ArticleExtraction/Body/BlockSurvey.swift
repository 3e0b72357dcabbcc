import Markup

/// Finds the features of each block of a page.
struct BlockSurvey {
    let page: PageBlocks
    let outline: PageOutline
    /// The element that holds most of the article.
    let trunk: Int
    private let title: String
    private let summary: String
    private let structuredBody: [UInt8]
    /// Elements `article` and the like that don't hold the heaviest element.
    private var isInOtherArticle: [Bool] = []
    private var occurrences: [Int] = []
    private let firstProse: Int
    private let lastProse: Int
    private let titleBlock: Int
    /// For each element, what it and those around it are called, if they hold no large share of the prose.
    private var calledAround: [ElementSignals] = []
    private var phrases: [Bool] = []
    private var isUnderFurnitureHeading: [Bool] = []
    private var proseBefore: [Int] = [0]

    /// What is called furniture but holds more of the page's prose than this is not believed, 0–1: a long discussion
    /// outweighs a short article, and a consent form a page that shows little else.
    private static func largestShare(of signals: ElementSignals) -> Double {
        if signals.contains(.consent) { return 0.9 }
        return signals.contains(.comments) ? 0.8 : 0.35
    }

    /// - Parameter summary: what the page says of itself in a line or two.
    init(_ page: PageBlocks, title: String?, summary: String?, structuredBody: String?) {
        self.page = page
        outline = PageOutline(page)
        let finder = BodyFinder(page)
        trunk = finder.container
        self.title = BlockJudge.normalised(title ?? "")
        self.summary = BlockJudge.normalised(summary ?? "")
        let structured = Array(BlockJudge.normalised(structuredBody ?? "").utf8)
        self.structuredBody = structured.count > 200 ? structured : []
        let inside = page.blocks(in: trunk)
        let prose = inside.filter { page.blocks[$0].isProse && !finder.isFurniture[$0] }
        firstProse = prose.first ?? inside.lowerBound
        lastProse = prose.last ?? inside.upperBound
        titleBlock = page.blocks.firstIndex { $0.role == .heading(1) } ?? -1
        surveyElements()
        surveyTexts()
    }

    private mutating func surveyElements() {
        isInOtherArticle = [Bool](repeating: false, count: page.tree.nodes.count)
        calledAround = [ElementSignals](repeating: [], count: page.tree.nodes.count)
        for node in page.tree.nodes.indices where page.tree.nodes[node].kind == .element {
            let parent = Int(page.tree.nodes[node].parent)
            let outer = parent >= 0 ? calledAround[parent] : []
            let own = page.signals[node]
            let counts = !own.isEmpty && outline.share(of: node) <= Self.largestShare(of: own)
            let isOther = page.tree.nodes[node].tag == .article && !isInside(outline.heaviest, node)
            isInOtherArticle[node] = isOther || parent >= 0 && isInOtherArticle[parent]
            calledAround[node] = counts ? outer.union(own) : outer
        }
    }

    private mutating func surveyTexts() {
        var counts: [UInt64: Int] = [:]
        var hashes: [UInt64] = []
        var isUnder = false
        for block in page.blocks {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in page.text[block.text] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hashes.append(hash)
            counts[hash, default: 0] += 1
            let isPhrase = FurniturePhrases.match(page.text, block.text)
            phrases.append(isPhrase)
            if case .heading = block.role { isUnder = isPhrase }
            isUnderFurnitureHeading.append(isUnder)
            proseBefore.append(proseBefore[proseBefore.count - 1] + (block.isProse ? 1 : 0))
        }
        occurrences = hashes.map { counts[$0] ?? 1 }
    }

    func features(of index: Int) -> BlockFeatureSet {
        var set = BlockFeatureSet()
        describeText(index, &set)
        describeElement(index, &set)
        describePlace(index, &set)
        describeTogether(index, &set)
        return set
    }

    private func describeText(_ index: Int, _ set: inout BlockFeatureSet) {
        let block = page.blocks[index]
        let text = page.text[block.text]
        switch block.letters {
        case ..<10: set.insert(.letters10)
        case ..<25: set.insert(.letters25)
        case ..<60: set.insert(.letters60)
        case ..<120: set.insert(.letters120)
        case ..<250: set.insert(.letters250)
        default: set.insert(.lettersMore)
        }
        switch block.linkDensity {
        case 0: set.insert(.linksNone)
        case ..<0.25: set.insert(.linksFew)
        case ..<0.5: set.insert(.linksSome)
        case ..<0.8: set.insert(.linksMany)
        default: set.insert(.linksAll)
        }
        set.insert(.noSentence, if: block.sentences == 0)
        set.insert(.sentences2, if: block.sentences > 1)
        set.insert(.endsSentence, if: block.endsSentence)
        set.insert(.commas2, if: block.commas > 1)
        set.insert(.prose, if: block.isProse)
        set.insert(.stressed, if: block.stressedLetters * 5 > block.letters * 4)
        let digits = text.count(where: \.isASCIIDigit)
        set.insert(.digits, if: digits * 4 > text.count)
        set.insert(.dated, if: digits > 0 && block.words < 12 && TimeReader.read(page.string(block)) != nil)
        set.insert(.barred, if: text.contains(UInt8(ascii: "|")))
        set.insert(.copyright, if: text.count < 400 && page.string(block).contains("©"))
        set.insert(.question, if: text.last == UInt8(ascii: "?"))
        set.insert(.colon, if: text.last == UInt8(ascii: ":"))
        set.insert(.lowerStart, if: text.first.map { (0x61...0x7A).contains($0) } ?? false)
        set.insert(.phrase, if: phrases[index])
        set.insert(.repeated, if: occurrences[index] > 1)
        set.insert(.repeatedShort, if: occurrences[index] > 1 && block.letters < 25)
        if text.count < 600 {
            let string = page.string(block)
            let plain = BlockJudge.normalised(string)
            set.insert(.title, if: !title.isEmpty && plain == title)
            set.insert(.summary, if: plain.utf8.count > 30 && (plain == summary || summary.hasPrefix(plain)))
            set.insert(.photoCredit, if: PhotoCredit.endsIn(string))
            set.insert(.address, if: text.starts(with: "http".utf8) && block.words < 3)
        }
    }

    private func describeElement(_ index: Int, _ set: inout BlockFeatureSet) {
        let block = page.blocks[index]
        let tag = page.tree.nodes[block.element].tag
        let nextIsProse = index + 1 < page.blocks.count && page.blocks[index + 1].isProse
        switch block.role {
        case .heading(let level):
            set.insert(level < 3 ? .headingHigh : .headingLow)
            set.insert(nextIsProse ? .headingBeforeProse : .headingBeforeOther)
        case .item: set.insert(.item)
        case .quote: set.insert(.quote)
        case .cell: set.insert(.cell)
        case .preformatted: set.insert(.preformatted)
        case .caption: set.insert(.caption)
        case .paragraph: break
        }
        set.insert(.paragraphTag, if: tag == .p)
        set.insert(.divTag, if: tag == .div)
        set.insert(.shortDiv, if: tag == .div && block.letters < 60 && !block.endsSentence)
        set.insert(.itemLinked, if: block.role == .item && block.linkDensity >= 0.8)
        set.insert(.itemSentence, if: block.role == .item && block.endsSentence)
        let called = calledAround[block.element]
        for (signal, feature) in Self.signalFeatures { set.insert(feature, if: called.contains(signal)) }
        set.insert(.bodyElement, if: block.signals.contains(.body))
        set.insert(.articleElement, if: block.signals.contains(.article))
        set.insert(.mainElement, if: block.signals.contains(.main))
    }

    private static let signalFeatures: [(ElementSignals, BlockFeature)] = [
        (.share, .inShare), (.related, .inRelated), (.comments, .inComments), (.navigation, .inNavigation),
        (.promotion, .inPromotion), (.advertisement, .inAdvertisement), (.sidebar, .inSidebar), (.footer, .inFooter),
        (.header, .inHeader), (.byline, .inByline), (.caption, .inCaption), (.hidden, .inHidden),
        (.consent, .inConsent), (.gallery, .inGallery), (.tags, .inTags), (.teaser, .inTeaser),
        (.authorBox, .inAuthorBox), (.paywall, .inPaywall), (.widget, .inWidget), (.standfirst, .inStandfirst),
        (.article, .inSmallArticle), (.body, .inSmallBody),
    ]

    private func describePlace(_ index: Int, _ set: inout BlockFeatureSet) {
        let block = page.blocks[index]
        let parent = max(0, Int(page.tree.nodes[block.element].parent))
        set.insert(.trunk, if: isInside(block.element, trunk))
        let total = max(1, outline.totalProse)
        switch Double(outline.directProse[parent]) / Double(total) {
        case 0: set.insert(.parentNone)
        case ..<0.05: set.insert(.parentLittle)
        case ..<0.2: set.insert(.parentSome)
        case ..<0.5: set.insert(.parentMuch)
        default: set.insert(.parentMost)
        }
        switch outline.shapeShare(ofBlock: index) {
        case ..<0.01: set.insert(.shapeNone)
        case ..<0.1: set.insert(.shapeLittle)
        case ..<0.3: set.insert(.shapeSome)
        case ..<0.6: set.insert(.shapeMuch)
        default: set.insert(.shapeMost)
        }
        switch distanceToHeaviest(block.element) {
        case 0: set.insert(.distance0)
        case 1: set.insert(.distance1)
        case 2: set.insert(.distance2)
        case ...4: set.insert(.distance4)
        case ...7: set.insert(.distance7)
        default: set.insert(.distanceMore)
        }
        let letters = max(1, outline.letters(in: parent))
        switch Double(outline.prose(in: parent)) / Double(letters) {
        case ..<0.2: set.insert(.parentSparse)
        case ..<0.6: set.insert(.parentMixed)
        default: set.insert(.parentDense)
        }
        switch Double(outline.linkedLetters(in: parent)) / Double(letters) {
        case ..<0.3: break
        case ..<0.7: set.insert(.parentLinked)
        default: set.insert(.parentAllLinks)
        }
        describeOrder(index, &set)
    }

    private func describeOrder(_ index: Int, _ set: inout BlockFeatureSet) {
        if index < firstProse {
            set.insert(firstProse - index <= 2 ? .beforeProse2 : .beforeProse)
        } else if index <= lastProse {
            set.insert(.within)
        } else {
            switch index - lastProse {
            case ...2: set.insert(.afterProse2)
            case ...5: set.insert(.afterProse5)
            case ...10: set.insert(.afterProse10)
            default: set.insert(.afterProse)
            }
        }
        let near = proseBefore[min(page.blocks.count, index + 6)] - proseBefore[max(0, index - 5)]
        switch near {
        case 0: set.insert(.nearNone)
        case ...2: set.insert(.nearFew)
        case ...5: set.insert(.nearSome)
        case ...8: set.insert(.nearMany)
        default: set.insert(.nearAll)
        }
        if index > 0 {
            let previous = page.blocks[index - 1]
            set.insert(.previousProse, if: previous.isProse)
            set.insert(.previousLinked, if: previous.linkDensity > 0.5)
            if case .heading = previous.role { set.insert(.previousHeading) }
        }
        if index + 1 < page.blocks.count {
            let next = page.blocks[index + 1]
            set.insert(.nextProse, if: next.isProse)
            set.insert(.nextLinked, if: next.linkDensity > 0.5)
            if case .heading = next.role { set.insert(.nextHeading) }
        }
        set.insert(.aboveTitle, if: index < titleBlock)
        set.insert(.otherArticle, if: isInOtherArticle[page.blocks[index].element])
        set.insert(.underFurnitureHeading, if: isUnderFurnitureHeading[index])
        let text = page.blocks[index].text
        if !structuredBody.isEmpty, text.count > 12 {
            let normal = Array(BlockJudge.normalised(page.string(page.blocks[index])).utf8)
            set.insert(structuredBody.containsSlice(normal) ? .structured : .unstructured)
        }
    }

    private func describeTogether(_ index: Int, _ set: inout BlockFeatureSet) {
        let block = page.blocks[index]
        let isShort = block.letters < 60 && !block.endsSentence
        set.insert(.proseOutsideTrunk, if: block.isProse && !set.contains(.trunk))
        set.insert(.proseParentLittle, if: block.isProse && (set.contains(.parentLittle) || set.contains(.parentNone)))
        set.insert(.proseShapeLittle, if: block.isProse && (set.contains(.shapeLittle) || set.contains(.shapeNone)))
        set.insert(
            .proseInFurniture, if: block.isProse && !calledAround[block.element].isDisjoint(with: .furniture))
        set.insert(.shortInTrunk, if: isShort && set.contains(.trunk))
        set.insert(.shortAfterProse, if: isShort && index > lastProse)
        set.insert(.linkedInTrunk, if: block.linkDensity > 0.5 && set.contains(.trunk))
        set.insert(.proseWithin, if: block.isProse && set.contains(.within))
        let isLinked = block.linkDensity > 0.9
        set.insert(.linkedWithin, if: isLinked && set.contains(.within))
        set.insert(.linkedCapitals, if: isLinked && isCapital(block))
        set.insert(.shortWithin, if: isShort && set.contains(.within))
    }

    /// Whether most letters of ASCII are capitals.
    private func isCapital(_ block: Block) -> Bool {
        let letters = page.text[block.text].filter(\.isASCIILetter)
        return letters.count > 8 && letters.count { $0 < 0x60 } * 10 > letters.count * 7
    }

    private func isInside(_ node: Int, _ ancestor: Int) -> Bool {
        node >= ancestor && node < Int(page.tree.nodes[ancestor].end)
    }

    /// Steps up from `node` to the first element that also holds the one with most prose.
    private func distanceToHeaviest(_ node: Int) -> Int {
        var current = node
        var steps = 0
        while current >= 0, !isInside(outline.heaviest, current) {
            current = Int(page.tree.nodes[current].parent)
            steps += 1
        }
        return steps
    }
}

extension [UInt8] {
    /// Whether `needle` stands anywhere in it.
    func containsSlice(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first, count >= needle.count else { return false }
        var index = 0
        while index <= count - needle.count {
            if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) { return true }
            index += 1
        }
        return false
    }
}
