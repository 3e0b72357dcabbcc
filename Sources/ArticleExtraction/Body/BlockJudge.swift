import Markup

/// Decides for each block of a page whether it is part of the article's body.
///
/// Every block is judged twice by `BlockTrees`: by itself and its place in the page, and again beside what was said of
/// the blocks around it and of those that are shaped like it. What is above zero on the mean is kept.
struct BlockJudge {
    let page: PageBlocks
    private(set) var verdicts: [Verdict]
    /// What speaks for each block, in hundredths of a logit.
    private(set) var scores: [Int]
    private var traits: [BlockTraits]
    /// The blocks that the feed has too.
    private var fed: Set<Int> = []

    /// - Parameter feedText: what the feed gives of the article.
    init(
        _ page: PageBlocks, title: String?, summary: String?, structuredBody: String?, authors: [String] = [],
        feedText: String? = nil, furniture: SiteFurniture? = nil
    ) {
        self.page = page
        let survey = BlockSurvey(
            page, title: title, summary: summary, structuredBody: structuredBody, authors: authors)
        traits = page.blocks.indices.map(survey.traits)
        let first = traits.map(BlockTrees.first.score)
        let look = SecondLook(survey, first: first)
        for index in traits.indices { look.describe(index, &traits[index]) }
        scores = zip(first, traits).map { ($0 + BlockTrees.second.score($1)) / 2 }
        verdicts = page.blocks.map { _ in .outside }
        for index in page.blocks.indices { verdicts[index] = verdict(on: index) }
        if let feedText { keepFed(feedText, survey.texts) }
        if !verdicts.contains(.kept) { keepTrunk() }
        if let furniture { dropRepeated(furniture) }
        for index in RepeatedText.find(survey.texts, kept: verdicts.indices.filter { verdicts[$0].isKept }, scores) {
            verdicts[index] = .repeated
        }
        dropLastHeadings()
    }

    /// Where no block is likely alone, as in a forum, the prose of the heaviest element is the best there is.
    private mutating func keepTrunk() {
        for index in verdicts.indices where traits[index][.trunk] == 1 && traits[index][.prose] == 1 {
            verdicts[index] = .kept
        }
    }

    /// A paragraph that the feed has too is the article's, whatever the page calls it. One that only sums the article
    /// up, or speaks of the site, is in many feeds and proves nothing; nor does what the feed leaves out.
    private mutating func keepFed(_ text: String, _ texts: BlockTexts) {
        let runs = WordSet(runsOf: TextWords.hashes(text))
        for index in verdicts.indices where page.blocks[index].isProse && page.blocks[index].role == .paragraph {
            let own = traits[index]
            guard own[.inSummary] < Self.mostlyFed, own[.phrase] == 0, own[.siteWords] < 2,
                runs.share(ofRuns: texts.words(of: index)) >= Self.mostlyFed
            else { continue }
            fed.insert(index)
            verdicts[index] = .kept
        }
    }

    /// Of a block's runs of three words, those that the feed has as well if it is the same, in hundredths.
    private static let mostlyFed = 80

    /// What repeats on the site is no part of the article, unless the page alone is sure that it is, or most of the body
    /// repeats: then the site ran the story more than once.
    private mutating func dropRepeated(_ furniture: SiteFurniture) {
        let kept = verdicts.indices.filter { verdicts[$0].isKept }
        let repeated = kept.filter { furniture.repeats(page.hash(page.blocks[$0])) }
        let blocks = page.blocks
        func letters(_ indices: [Int]) -> Int { indices.reduce(0) { $0 + blocks[$1].letters } }
        guard letters(repeated) * 2 < letters(kept) else { return }
        for index in repeated where !isProven(index) { verdicts[index] = .site }
    }

    /// Whether the page alone proves that a block is the article's: JSON-LD says so, or it can't well be anything else.
    /// So does the feed.
    private func isProven(_ index: Int) -> Bool {
        traits[index][.structured] >= 80 || scores[index] >= Self.surePage || fed.contains(index)
    }

    /// From this score on more than 99 blocks of 100 are the article's, on sites that were left out of the fit.
    private static let surePage = 500

    private func verdict(on index: Int) -> Verdict {
        let own = traits[index]
        if page.blocks[index].role == .caption { return .caption }
        if scores[index] > 0 { return own[.isTitle] == 1 && own[.prose] == 0 ? .title : .kept }
        if own[.caption] == 1 { return .caption }
        if own[.phrase] == 1 { return .phrase }
        if own[.byline] == 1 || own[.dated] == 1 { return .byline }
        if own[.linked] >= 80 { return .links }
        return own[.trunk] == 1 ? .furniture : .outside
    }

    /// The traits that weigh most in the score of a block, strongest first.
    func reasons(_ index: Int) -> [String] {
        BlockTrees.second.reasons(traits[index]).prefix(5).map { trait, weight in
            "\(trait) \(traits[index][trait]): \(weight)"
        }
    }

    /// Letters and digits alone, in lower case: what two spellings of one line have in common.
    static func normalised(_ text: String) -> String {
        String(decoding: text.lowercased().utf8.filter { $0.isASCIILetterOrDigit || $0 >= 0x80 }, as: UTF8.self)
    }

    /// Headings after the last text that is kept have nothing under them.
    private mutating func dropLastHeadings() {
        for index in page.blocks.indices.reversed() where verdicts[index].isKept {
            guard page.blocks[index].isHeading else { return }
            verdicts[index] = .emptyHeading
        }
    }
}
