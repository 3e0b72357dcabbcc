/// What is measured of a block, by which `BlockTrees` judge it. Whole numbers; shares are in hundredths, and distances
/// count blocks or steps up the tree.
enum BlockTrait: Int, CaseIterable {
    // The text itself
    case letters, words, sentences, commas, links, linked, startsLinked, stressed, digits, capitals
    case endsSentence, prose, lowerStart, firstSign, lastSign, bar, copyright, dated, phrase, times, credit, address
    /// Of the block's words, those that stand in the title, in the page's summary, and its runs of three in what
    /// JSON-LD says is the body (-1 where it says nothing).
    case inTitle, isTitle, inSummary, structured
    /// Words that speak of the site and not of the news, and of the first words those that name an author.
    case siteWords, siteShare, inAuthors
    // Its element
    case role, level, tag, isNamed, linesOfElement
    // What elements around it are called, if they hold no large share of the prose
    case share, related, comments, navigation, promotion, advertisement, sidebar, footer, header, byline, caption
    case hidden, consent, gallery, tags, teaser, authorBox, paywall, widget, standfirst, smallArticle, smallBody
    // The same, however much they hold
    case body, article, main, anyFurniture, anyDoubtful
    /// Steps up to the first element that is called furniture, or doubtful.
    case toFurniture, toDoubtful
    // Where it stands in the tree
    case trunk, toHeaviest, depth, parentProse, parentDensity, parentLinked, outerProse, outerLinked
    /// Of all blocks whose element and its parent have the same tag and class.
    case shapeProse, shapeBlocks, shapeLetters, shapeLinked
    /// How many siblings like it the element has, its parent, and so on; the most of any element around it that holds
    /// no large share of the prose, and how many letters that element holds.
    case alike, alikeParent, alikeOuter, alikeMost, alikeLetters
    /// Steps up to the first element that also holds a line that is all link, as a headline with its summary does; how
    /// many blocks that element holds and how many are like it.
    case toHeadline, headlineBlocks, headlineAlike
    // Where it stands in the page
    case fromFirst, fromLast, position, proseBefore, near, sinceProse, untilProse, fromTitle, otherArticle
    case underFurniture, sinceHeading, titlesBefore, sinceTitle
    /// Whether a picture stands right before or after it, and whether one stands in an element around it that holds
    /// no more than two blocks.
    case pictureBefore, pictureAfter, withPicture
    // The blocks around it
    case letters2Before, letters1Before, letters1After, letters2After
    case linked2Before, linked1Before, linked1After, linked2After
    case role1Before, role1After, ends1Before, ends1After, prose2Before, prose1Before, prose1After, prose2After
    case sameParentBefore, sameParentAfter, sameShapeBefore, sameShapeAfter
    // The page
    case pageProse, pageBlocks, pageLinked, pageStructured, trunkShare
    // What the first judgement says of it and of the blocks around it, in hundredths; see `SecondLook`
    case first, first3Before, first2Before, first1Before, first1After, first2After, first3After
    case shapeFirst, parentFirst, outerFirst, fiveBefore, fiveAfter, sinceKept, untilKept, keptBefore, keptLetters
    case underFirst, runLength, inKept

    /// Those that the first judgement knows.
    static let ofFirstLook = BlockTrait.first.rawValue
}

/// The traits of one block.
struct BlockTraits {
    private(set) var values = [Int16](repeating: 0, count: BlockTrait.allCases.count)

    subscript(_ trait: BlockTrait) -> Int {
        get { Int(values[trait.rawValue]) }
        set { values[trait.rawValue] = Int16(clamping: newValue) }
    }
}
