/// One thing that is true of a block or not, by which it is judged; `BlockModel` says how much each counts.
enum BlockFeature: Int, CaseIterable {
    // The text itself
    case letters10, letters25, letters60, letters120, letters250, lettersMore
    case noSentence, sentences2, endsSentence, commas2, prose
    case linksNone, linksFew, linksSome, linksMany, linksAll
    case stressed, digits, dated, barred, copyright, question, colon, lowerStart
    case phrase, repeated, repeatedShort, title, summary, photoCredit, address
    // Its element
    case headingHigh, headingLow, item, quote, cell, preformatted, caption, paragraphTag, divTag
    case shortDiv, itemLinked, itemSentence, headingBeforeProse, headingBeforeOther
    // What elements around it are called, if they hold no large share of the prose
    case inShare, inRelated, inComments, inNavigation, inPromotion, inAdvertisement, inSidebar, inFooter, inHeader
    case inByline, inCaption, inHidden, inConsent, inGallery, inTags, inTeaser, inAuthorBox, inPaywall, inWidget
    case inStandfirst, inSmallArticle, inSmallBody
    // Where it stands
    case bodyElement, articleElement, mainElement, trunk
    case parentNone, parentLittle, parentSome, parentMuch, parentMost
    case shapeNone, shapeLittle, shapeSome, shapeMuch, shapeMost
    case distance0, distance1, distance2, distance4, distance7, distanceMore
    case parentSparse, parentMixed, parentDense, parentLinked, parentAllLinks
    case beforeProse2, beforeProse, within, afterProse2, afterProse5, afterProse10, afterProse
    case nearNone, nearFew, nearSome, nearMany, nearAll
    case previousProse, nextProse, previousLinked, nextLinked, previousHeading, nextHeading
    case aboveTitle, underFurnitureHeading, otherArticle
    case structured, unstructured
    // Together
    case proseOutsideTrunk, proseParentLittle, proseShapeLittle, proseInFurniture, shortInTrunk, shortAfterProse
    case linkedInTrunk, proseWithin, shortWithin, linkedWithin, linkedCapitals
}

/// The features that hold for a block.
struct BlockFeatureSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ feature: BlockFeature) {
        if feature.rawValue < 64 {
            low |= 1 << UInt64(feature.rawValue)
        } else {
            high |= 1 << UInt64(feature.rawValue - 64)
        }
    }

    mutating func insert(_ feature: BlockFeature, if condition: Bool) {
        if condition { insert(feature) }
    }

    func contains(_ feature: BlockFeature) -> Bool {
        feature.rawValue < 64
            ? low & 1 << UInt64(feature.rawValue) != 0 : high & 1 << UInt64(feature.rawValue - 64) != 0
    }

    /// The sum of what `weights` gives to each feature that holds.
    func sum(_ weights: [Int32]) -> Int {
        var total = 0
        for (start, word) in [(0, low), (64, high)] {
            var rest = word
            while rest != 0 {
                total += Int(weights[start + rest.trailingZeroBitCount])
                rest &= rest - 1
            }
        }
        return total
    }
}
