/// How much each feature of a block speaks for its being part of the article, in hundredths of a logit. Version 1.
///
/// Fitted by logistic regression (liblinear, L2, C = 1) to the 112,000 blocks of the public benchmarks' development
/// halves, each page weighted alike and each block by its length; `wiredesk extract --explain` shows the sum and what
/// weighed most. Chosen over 200 gradient-boosted trees, which judged the same blocks no better across sites.
enum BlockModel {
    /// Blocks whose sum is above zero are kept.
    static let bias = -64

    /// What each of the four blocks around speaks, of a hundred; blocks of an article stand together.
    static let neighbours = 4
    /// A neighbour's score counts no further than this.
    static let mostOfNeighbour = 300

    /// By the raw value of the feature.
    static let weights: [Int32] = {
        var result = [Int32](repeating: 0, count: BlockFeature.allCases.count)
        for (feature, weight) in table { result[feature.rawValue] = weight }
        return result
    }()

    private static let table: [(BlockFeature, Int32)] = [
        (.letters10, -71), (.letters25, -75), (.letters60, -26), (.letters120, -12), (.letters250, 55),
        (.lettersMore, 65), (.noSentence, 5), (.sentences2, -42), (.endsSentence, 85), (.commas2, 6), (.prose, -20),
        (.linksNone, 39), (.linksFew, -10), (.linksSome, -45), (.linksMany, -15), (.linksAll, -33), (.stressed, -73),
        (.digits, -66), (.dated, -132), (.barred, -180), (.copyright, -135), (.question, 28), (.colon, 0),
        (.lowerStart, 118), (.phrase, -278), (.repeated, -51), (.repeatedShort, 26), (.title, -77), (.summary, 242),
        (.photoCredit, -140), (.address, -24), (.headingHigh, 11), (.headingLow, 71), (.item, 177), (.quote, 72),
        (.cell, 50), (.preformatted, -105), (.caption, -33), (.paragraphTag, 26), (.divTag, -58), (.shortDiv, 13),
        (.itemLinked, -51), (.itemSentence, -111), (.headingBeforeProse, 88), (.headingBeforeOther, -6),
        (.inShare, -120), (.inRelated, -218), (.inComments, -295), (.inNavigation, -74), (.inPromotion, -143),
        (.inAdvertisement, -94), (.inSidebar, -145), (.inFooter, -249), (.inHeader, -92), (.inByline, -74),
        (.inCaption, -143), (.inHidden, -100), (.inConsent, -141), (.inGallery, 9), (.inTags, 117), (.inTeaser, 31),
        (.inAuthorBox, -68), (.inPaywall, 73), (.inWidget, -84), (.inStandfirst, -49), (.inSmallArticle, 9),
        (.inSmallBody, 12), (.bodyElement, 17), (.articleElement, 15), (.mainElement, -3), (.trunk, 95),
        (.parentNone, -115), (.parentLittle, -13), (.parentSome, 27), (.parentMuch, 8), (.parentMost, 30),
        (.shapeNone, -70), (.shapeLittle, -11), (.shapeSome, -53), (.shapeMuch, 0), (.shapeMost, 70),
        (.distance0, -119), (.distance1, 61), (.distance2, 49), (.distance4, 10), (.distance7, -20),
        (.distanceMore, -45), (.parentSparse, 8), (.parentMixed, -10), (.parentDense, -62), (.parentLinked, 1),
        (.parentAllLinks, -41), (.beforeProse2, 100), (.beforeProse, 141), (.within, 77), (.afterProse2, -101),
        (.afterProse5, -103), (.afterProse10, -111), (.afterProse, -67), (.nearNone, -29), (.nearFew, -14),
        (.nearSome, -22), (.nearMany, -10), (.nearAll, 11), (.previousProse, -12), (.nextProse, 18),
        (.previousLinked, -49), (.nextLinked, -47), (.previousHeading, -11), (.nextHeading, 12), (.aboveTitle, -143),
        (.underFurnitureHeading, -102), (.otherArticle, 44), (.structured, 79), (.unstructured, -85),
        (.proseOutsideTrunk, 30), (.proseParentLittle, 17), (.proseShapeLittle, -98), (.proseInFurniture, -38),
        (.shortInTrunk, 54), (.shortAfterProse, 63), (.linkedInTrunk, -92), (.proseWithin, 24), (.shortWithin, 33),
        (.linkedWithin, 54), (.linkedCapitals, -194),
    ]
}
