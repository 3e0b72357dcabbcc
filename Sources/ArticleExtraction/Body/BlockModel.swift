/// How much each feature of a block speaks for its being part of the article, in hundredths of a logit. Version 1.
///
/// Fitted by logistic regression (liblinear, L2, C = 1) to the 112,000 blocks of the public benchmarks' development
/// halves, each page weighted alike and each block by its length; `wiredesk extract --explain` shows the sum and what
/// weighed most. Chosen over 200 gradient-boosted trees, which judged the same blocks no better across sites.
enum BlockModel {
    /// Blocks whose sum is above zero are kept.
    static let bias = -85

    /// By the raw value of the feature.
    static let weights: [Int32] = {
        var result = [Int32](repeating: 0, count: BlockFeature.allCases.count)
        for (feature, weight) in table { result[feature.rawValue] = weight }
        return result
    }()

    private static let table: [(BlockFeature, Int32)] = [
        (.letters10, -47), (.letters25, -72), (.letters60, -31), (.letters120, -13), (.letters250, 41),
        (.lettersMore, 36), (.noSentence, 8), (.sentences2, -49), (.endsSentence, 107), (.commas2, 25), (.prose, -14),
        (.linksNone, 43), (.linksFew, 0), (.linksSome, -43), (.linksMany, -46), (.linksAll, -40), (.stressed, -74),
        (.digits, -86), (.dated, -94), (.barred, -193), (.copyright, -173), (.question, 28), (.colon, 19),
        (.lowerStart, 120), (.phrase, -256), (.repeated, -68), (.repeatedShort, 47), (.title, -178),
        (.headingHigh, 34), (.headingLow, 81), (.item, 174), (.quote, 118), (.cell, 81), (.preformatted, -94),
        (.caption, -21), (.paragraphTag, 46), (.divTag, -49), (.shortDiv, 10), (.itemLinked, -40),
        (.itemSentence, -139), (.headingBeforeProse, 102), (.headingBeforeOther, 13), (.inShare, -105),
        (.inRelated, -140), (.inComments, -293), (.inNavigation, -78), (.inPromotion, -125), (.inAdvertisement, -85),
        (.inSidebar, -142), (.inFooter, -301), (.inHeader, -71), (.inByline, -169), (.inCaption, -190),
        (.inHidden, -87), (.inConsent, -194), (.inGallery, -21), (.inTags, -54), (.inTeaser, 45), (.inAuthorBox, 21),
        (.inPaywall, 97), (.inWidget, -69), (.inStandfirst, -27), (.inSmallArticle, 1), (.inSmallBody, 8),
        (.bodyElement, 31), (.articleElement, 13), (.mainElement, -14), (.trunk, 74), (.parentNone, -96),
        (.parentLittle, -42), (.parentSome, 5), (.parentMuch, -11), (.parentMost, 59), (.shapeNone, -71),
        (.shapeLittle, -19), (.shapeSome, -52), (.shapeMuch, -9), (.shapeMost, 66), (.distance0, -91),
        (.distance1, 37), (.distance2, 64), (.distance4, 15), (.distance7, -38), (.distanceMore, -73),
        (.parentSparse, -12), (.parentMixed, -14), (.parentDense, -59), (.parentLinked, 6), (.parentAllLinks, -48),
        (.beforeProse2, 140), (.beforeProse, 156), (.within, 98), (.afterProse2, -114), (.afterProse5, -119),
        (.afterProse10, -139), (.afterProse, -108), (.nearNone, -47), (.nearFew, -16), (.nearSome, -29),
        (.nearMany, -14), (.nearAll, 21), (.previousProse, -6), (.nextProse, 13), (.previousLinked, -40),
        (.nextLinked, -50), (.previousHeading, 7), (.nextHeading, 8), (.aboveTitle, -192),
        (.underFurnitureHeading, -110), (.structured, 89), (.unstructured, -72), (.proseOutsideTrunk, 66),
        (.proseParentLittle, 38), (.proseShapeLittle, -88), (.proseInFurniture, -18), (.shortInTrunk, 50),
        (.shortAfterProse, 114), (.linkedInTrunk, -34), (.proseWithin, 12), (.shortWithin, 43),
    ]
}
