import Markup

/// Decides for each block of a page whether it is part of the article's body.
struct BlockJudge {
    let page: PageBlocks
    private(set) var verdicts: [Verdict]
    /// What speaks for each block, in hundredths of a logit.
    private(set) var scores: [Int]
    private var features: [BlockFeatureSet]

    init(
        _ page: PageBlocks, title: String?, summary: String?, structuredBody: String?, furniture: SiteFurniture? = nil
    ) {
        self.page = page
        let survey = BlockSurvey(page, title: title, summary: summary, structuredBody: structuredBody)
        features = page.blocks.indices.map(survey.features)
        scores = Self.withNeighbours(features.map { $0.sum(BlockModel.weights) + BlockModel.bias })
        verdicts = page.blocks.map { _ in .outside }
        for index in page.blocks.indices { verdicts[index] = verdict(on: index) }
        if !verdicts.contains(.kept) { keepTrunk() }
        if let furniture { dropRepeated(furniture) }
        dropEmptyHeadings()
    }

    /// Where no block is likely alone, as in a forum, the prose of the heaviest element is the best there is.
    private mutating func keepTrunk() {
        for index in verdicts.indices where features[index].contains(.trunk) && features[index].contains(.prose) {
            verdicts[index] = .kept
        }
    }

    /// What repeats on the site is no part of the article, unless the page alone is sure that it is, or most of the body
    /// repeats: then the site ran the story more than once.
    private mutating func dropRepeated(_ furniture: SiteFurniture) {
        let kept = verdicts.indices.filter { verdicts[$0].isKept }
        let repeated = kept.filter { furniture.repeats(page.hash(page.blocks[$0])) }
        let blocks = page.blocks
        func letters(_ indices: [Int]) -> Int { indices.reduce(0) { $0 + blocks[$1].letters } }
        guard letters(repeated) * 2 < letters(kept) else { return }
        for index in repeated where scores[index] < Self.surePage { verdicts[index] = .site }
    }

    /// From this score on the page alone proves that a block is the article's: 98 of 100 are, by the model.
    private static let surePage = 400

    /// Each score with a little of those of the two blocks before and after.
    private static func withNeighbours(_ scores: [Int]) -> [Int] {
        let limit = BlockModel.mostOfNeighbour
        return scores.indices.map { index in
            var around = 0
            for offset in [-2, -1, 1, 2] {
                let neighbour = scores.indices.contains(index + offset) ? scores[index + offset] : -limit
                around += max(-limit, min(limit, neighbour))
            }
            return scores[index] + around * BlockModel.neighbours / 100
        }
    }

    private func verdict(on index: Int) -> Verdict {
        let set = features[index]
        if page.blocks[index].role == .caption { return .caption }
        if scores[index] > 0 { return set.contains(.title) && !set.contains(.prose) ? .title : .kept }
        if set.contains(.inCaption) { return .caption }
        if set.contains(.phrase) { return .phrase }
        if set.contains(.inByline) || set.contains(.dated) { return .byline }
        if set.contains(.linksAll) { return .links }
        return set.contains(.trunk) ? .furniture : .outside
    }

    /// The features that weigh most in the score of a block, strongest first.
    func reasons(_ index: Int) -> [String] {
        BlockFeature.allCases.filter { features[index].contains($0) }
            .sorted { abs(BlockModel.weights[$0.rawValue]) > abs(BlockModel.weights[$1.rawValue]) }
            .prefix(4).map { "\($0) \(BlockModel.weights[$0.rawValue])" }
    }

    /// Letters and digits alone, in lower case: what two spellings of one line have in common.
    static func normalised(_ text: String) -> String {
        String(decoding: text.lowercased().utf8.filter { $0.isASCIILetterOrDigit || $0 >= 0x80 }, as: UTF8.self)
    }

    /// A heading under which nothing is kept.
    private mutating func dropEmptyHeadings() {
        var hasText = false
        for index in page.blocks.indices.reversed() where verdicts[index].isKept {
            if case .heading = page.blocks[index].role {
                if !hasText { verdicts[index] = .emptyHeading }
                hasText = false
            } else {
                hasText = true
            }
        }
    }
}
