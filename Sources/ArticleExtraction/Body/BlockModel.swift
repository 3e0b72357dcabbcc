/// How much each feature of a block speaks for its being part of the article, in hundredths of a logit. Version 1.
///
/// Fitted by logistic regression (liblinear, L2, C = 1) to the 112,000 blocks of the public benchmarks' development
/// halves, each page weighted alike and each block by its length; `wiredesk extract --explain` shows the sum and what
/// weighed most. Chosen over 200 gradient-boosted trees, which judged the same blocks no better across sites.
enum BlockModel {
    /// Blocks whose sum is above zero are kept.
    static let bias = -75

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
        (.letters10, -41), (.letters25, -64), (.letters60, -25), (.letters120, -19), (.letters250, 37),
        (.lettersMore, 37), (.noSentence, 10), (.sentences2, -47), (.endsSentence, 89), (.commas2, 20), (.prose, -17),
        (.linksNone, 36), (.linksFew, -11), (.linksSome, -51), (.linksMany, -10), (.linksAll, -38), (.stressed, -69),
        (.digits, -83), (.dated, -90), (.barred, -183), (.copyright, -170), (.question, 26), (.colon, 14),
        (.lowerStart, 122), (.phrase, -250), (.repeated, -77), (.repeatedShort, 48), (.title, -105), (.summary, 203),
        (.photoCredit, -108), (.address, -25), (.headingHigh, 17), (.headingLow, 83), (.item, 171), (.quote, 114),
        (.cell, 82), (.preformatted, -108), (.caption, -28), (.paragraphTag, 40), (.divTag, -57), (.shortDiv, 10),
        (.itemLinked, -43), (.itemSentence, -136), (.headingBeforeProse, 99), (.headingBeforeOther, 1),
        (.inShare, -103), (.inRelated, -138), (.inComments, -308), (.inNavigation, -69), (.inPromotion, -126),
        (.inAdvertisement, -88), (.inSidebar, -131), (.inFooter, -293), (.inHeader, -95), (.inByline, -155),
        (.inCaption, -160), (.inHidden, -103), (.inConsent, -193), (.inGallery, -12), (.inTags, -43), (.inTeaser, 46),
        (.inAuthorBox, 23), (.inPaywall, 78), (.inWidget, -72), (.inStandfirst, -52), (.inSmallArticle, -9),
        (.inSmallBody, 22), (.bodyElement, 33), (.articleElement, 10), (.mainElement, -15), (.trunk, 77),
        (.parentNone, -99), (.parentLittle, -41), (.parentSome, 9), (.parentMuch, -10), (.parentMost, 66),
        (.shapeNone, -70), (.shapeLittle, -18), (.shapeSome, -54), (.shapeMuch, -7), (.shapeMost, 73),
        (.distance0, -76), (.distance1, 35), (.distance2, 62), (.distance4, 9), (.distance7, -37),
        (.distanceMore, -68), (.parentSparse, -7), (.parentMixed, -10), (.parentDense, -58), (.parentLinked, 9),
        (.parentAllLinks, -52), (.beforeProse2, 107), (.beforeProse, 134), (.within, 104), (.afterProse2, -101),
        (.afterProse5, -105), (.afterProse10, -126), (.afterProse, -88), (.nearNone, -48), (.nearFew, -17),
        (.nearSome, -23), (.nearMany, -7), (.nearAll, 20), (.previousProse, -8), (.nextProse, 17),
        (.previousLinked, -41), (.nextLinked, -47), (.previousHeading, -2), (.nextHeading, 11), (.aboveTitle, -154),
        (.underFurnitureHeading, -105), (.otherArticle, 43), (.structured, 102), (.unstructured, -76),
        (.proseOutsideTrunk, 60), (.proseParentLittle, 40), (.proseShapeLittle, -91), (.proseInFurniture, -8),
        (.shortInTrunk, 67), (.shortAfterProse, 85), (.linkedInTrunk, -86), (.proseWithin, 19), (.shortWithin, 6),
        (.linkedWithin, 78), (.linkedCapitals, -260),
    ]
}
